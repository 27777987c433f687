package dev.katman.ui.usage;

import dev.katman.exchange.CsvLine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;

/**
 * A chart's figures by RFC 4180, for programs: commas between them and a point within, times by ISO 8601, shares from 0 to 1 and times in
 * seconds, whatever the reader's language. All series are in it, those that are switched off too.
 */
final class Csv {
    private static final int DIGITS = 6;

    private Csv() {
    }

    static String of(ChartData data) {
        var text = new StringBuilder();
        text.append(CsvLine.of(Stream.concat(Stream.of(data.axis()), data.series().stream().map(ChartData.Series::name))));
        for (int i = 0; i < data.categories().size(); i++) {
            int category = i;
            text.append(CsvLine.of(Stream.concat(Stream.of(data.categories().get(category).key()),
                    data.series().stream().map(series -> number(series.values().get(category))))));
        }
        return text.toString();
    }

    private static String number(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() : "";
    }
}
