package dev.katman.exchange;

import dev.katman.conversation.Column;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers and days as people write them in both languages, whatever the locale of the machine. */
class CellsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1.234,50 TL|1234.5", "1,234.50|1234.5", "$1,234.50|1234.5", "%12|12", "12%|12", "12 %|12", "% 12,5|12.5",
        "yüzde 40|40", "40 per cent|40", "18.500 TL|18500", "18,500 USD|18500", "₺ 1.250.000|1250000", "1.234.567|1234567", "12,5|12.5", "12.5|12.5",
        "0,125|0.125", "0.125|0.125", "-3|-3", "−3,5|-3.5", "+7|7", "-$5|-5", "1234|1234", "1234.567|1234.567", "1234,5|1234.5", "10 000|10000",
        "1 234,50 €|1234.5", "2,5 milyon TL|2500000", "1.5 billion|1500000000", "3 bin|3000", "15 LİRA|15", "1.2340|1.2340", "0|0"})
    void aNumberIsTheOneThatIsMeant(String cell, String normal) {
        assertThat(Cells.normal(cell, Column.Kind.NUMBER)).isEqualTo(normal);
        assertThat(Cells.normal(normal, Column.Kind.NUMBER)).as("and stays it").isEqualTo(normal);
        assertThat(Cells.normal(cell, Column.Kind.TEXT)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.234", "1,234", "-1.234", "%1,234", "$1.234 billion", "5 kg", "50 kuruş", "1; 2", "10-12", "007", "0532", "1.234.56", "12.",
        "1,2,3", "(3)", "1 2", "5 123 4", "about 5", "yok", "N/A", "3. kat", "TL", "%", "3 Mart 2024", "2024-03-03"})
    void whatIsNoNumberOrMoreThanOneStaysAsItIs(String cell) {
        assertThat(Cells.number(cell)).isEmpty();
        assertThat(Cells.normal(cell, Column.Kind.NUMBER)).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"3 Mart 2024|2024-03-03", "3 MART 2024|2024-03-03", "1 Kasım 2025|2025-11-01", "1 KASIM 2025|2025-11-01",
        "31 aralık 2025|2025-12-31", "7 Ekim 2025 Salı|2025-10-07", "15 Ağu 2024|2024-08-15", "March 3, 2024|2024-03-03", "march 3 2024|2024-03-03",
        "3 March 2024|2024-03-03", "3rd of March 2024|2024-03-03", "Mar 3, 2024|2024-03-03", "Mar. 3, 2024|2024-03-03", "3 Sep 2024|2024-09-03",
        "Sunday, March 3, 2024|2024-03-03", "03.03.2024|2024-03-03", "3.4.2024|2024-04-03", "2024-03-03|2024-03-03", "2024/3/9|2024-03-09",
        "13/04/2024|2024-04-13", "04/13/2024|2024-04-13", "03/03/2024|2024-03-03", "29 Şubat 2024|2024-02-29"})
    void aDayIsTheOneThatIsMeant(String cell, String normal) {
        assertThat(Cells.normal(cell, Column.Kind.DATE)).isEqualTo(normal);
        assertThat(Cells.date(normal)).as("and stays it").contains(LocalDate.parse(normal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "03/04/2024", "3-4-2024", "03.04.24", "3 Mart", "Mart 2024", "2024", "29 Şubat 2023", "31.06.2024", "Monday, March 3, 2024",
        "yarın", "1 Mart 2024; 2 Mart 2024", "12", "1.234,50"})
    void whatIsNoDayOrMoreThanOneStaysAsItIs(String cell) {
        assertThat(Cells.date(cell)).isEmpty();
        assertThat(Cells.normal(cell, Column.Kind.DATE)).isEqualTo(cell);
    }

    /** A worker may give a number as JSON has it, which is certain: written so that nobody takes its dot for a sign of thousands. */
    @ParameterizedTest
    @CsvSource({"1.234, 1.2340", "1234.5, 1234.5", "0.125, 0.125", "-12.345, -12.3450", "1E+3, 1000", "2.50, 2.5"})
    void aNumberIsWrittenSoThatItIsFoundAgain(BigDecimal number, String plain) {
        assertThat(NumberCell.plain(number)).isEqualTo(plain);
        assertThat(Cells.number(plain)).hasValueSatisfying(again -> assertThat(again).isEqualByComparingTo(number));
    }
}
