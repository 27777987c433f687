package dev.katman;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/** The table of rooms, and the few habits that the rest leans on. A rule that stands in somebody's way is changed here, with its reason. */
class HouseRulesTest {
    private static final String ROOT = "dev.katman.";

    /** What each room may use, besides the JDK and libraries. */
    private static final Map<String, List<String>> ROOMS = new LinkedHashMap<>();

    static {
        ROOMS.put("conversation", List.of());
        ROOMS.put("catalog", List.of());
        ROOMS.put("classify", List.of("conversation", "provider", "catalog"));
        ROOMS.put("quota", List.of("catalog", "conversation"));
        ROOMS.put("pacing", List.of("catalog", "quota"));
        // Runs what serves over days of traffic without the wire: a room of its own, so that the pacer stays free of ledgers to move.
        ROOMS.put("simulation", List.of("catalog", "conversation", "quota", "pacing"));
        ROOMS.put("routing", List.of("catalog", "conversation", "classify", "quota", "pacing"));
        ROOMS.put("provider", List.of("catalog", "conversation"));
        // Both who shows an answer and who needs its words alone read it: the window knows no indexes, and an index no window.
        ROOMS.put("markdown", List.of());
        ROOMS.put("context", List.of("catalog", "conversation", "markdown"));
        ROOMS.put("documents", List.of("conversation", "context"));
        ROOMS.put("sandbox", List.of("catalog", "quota", "conversation", "classify", "context"));
        ROOMS.put("journal", List.of("catalog", "conversation", "classify", "routing", "quota", "documents"));
        ROOMS.put("settings", List.of("conversation"));
        ROOMS.put("exchange", List.of("catalog", "conversation", "classify", "quota", "pacing", "routing", "provider", "context", "documents",
                "sandbox", "journal", "settings"));
        ROOMS.put("words", List.of("documents", "pacing", "catalog", "conversation", "classify", "quota", "routing", "provider", "journal", "settings",
                "exchange"));
        ROOMS.put("cli", List.of("documents", "simulation", "pacing", "exchange", "journal", "settings", "catalog", "conversation", "classify", "provider", "quota", "routing",
                "words"));
        ROOMS.put("ui", List.of("exchange", "pacing", "journal", "quota", "settings", "catalog", "conversation", "classify", "routing", "provider",
                "documents", "words", "markdown"));
    }

    private static JavaClasses house;

    @BeforeAll
    static void readTheHouse() {
        house = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.katman");
    }

    @TestFactory
    Stream<DynamicTest> aRoomUsesOnlyWhatStandsInItsRow() {
        return ROOMS.entrySet().stream().map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
            String[] forbidden = Stream.concat(ROOMS.keySet().stream(), Stream.of("launch"))
                    .filter(room -> !room.equals(row.getKey()) && !row.getValue().contains(room))
                    .map(room -> ROOT + room + "..").toArray(String[]::new);
            check(noClasses().that().resideInAPackage(ROOT + row.getKey() + "..")
                    .should().dependOnClassesThat().resideInAnyPackage(forbidden)
                    .because("a room that knows only its row can be changed, and tested, alone"));
        }));
    }

    @Test
    void everyRoomStandsInTheTable() {
        assertThat(house.stream().map(JavaClass::getPackageName).distinct().filter(p -> p.startsWith(ROOT))
                .map(p -> p.substring(ROOT.length()).split("\\.")[0]).distinct())
                .as("a new room needs a row, with what it may use").isSubsetOf(Stream.concat(ROOMS.keySet().stream(), Stream.of("launch")).toList());
    }

    @TestFactory
    Stream<DynamicTest> aPageNeverUsesASibling() {
        List<String> pages = house.stream().map(JavaClass::getPackageName).distinct()
                .filter(p -> p.matches("dev\\.katman\\.ui\\.\\w+") && !p.endsWith(".kit") && !p.endsWith(".shell")).sorted().toList();
        assertThat(pages).isNotEmpty();
        return pages.stream().map(page -> DynamicTest.dynamicTest(page, () -> check(noClasses().that().resideInAPackage(page + "..")
                .should().dependOnClassesThat().resideInAnyPackage(Stream.concat(Stream.of("dev.katman.ui.shell.."),
                        pages.stream().filter(p -> !p.equals(page)).map(p -> p + "..")).toArray(String[]::new))
                .because("pages meet in the shell: one can be taken out without the others noticing"))));
    }

    @Test
    void javaFxStaysInTheWindow() {
        check(noClasses().that().resideOutsideOfPackages("dev.katman.ui..", "dev.katman.launch..")
                .should().dependOnClassesThat().resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..")
                .because("the program does its whole job without a screen"));
    }

    @Test
    void onlyOnePlaceHandsWorkToTheWindow() {
        check(noClasses().that().doNotHaveFullyQualifiedName("dev.katman.ui.kit.Pulse").and().resideInAPackage("dev.katman.ui..")
                .should().callMethod(Platform.class, "runLater", Runnable.class)
                .because("hand-offs are gathered to at most one a frame, which only one place can do"));
    }

    @Test
    void onlyTheJournalSpeaksToTheDatabase() {
        check(noClasses().that().resideOutsideOfPackage("dev.katman.journal..")
                .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.h2..", "org.flywaydb..")
                .because("the journal is the truth, and there is one of it"));
    }

    @Test
    void onlyTheProviderRoomHoldsAnHttpClient() {
        check(noClasses().that().resideOutsideOfPackage("dev.katman.provider..")
                .should().dependOnClassesThat().resideInAnyPackage("okhttp3..", "java.net.http..")
                .because("every call on the wire goes through one port, where it is metered and written down"));
    }

    @Test
    void timeIsHandedIn() {
        check(noClasses().that().resideOutsideOfPackage("dev.katman.launch..")
                .should().callMethod(System.class, "currentTimeMillis")
                .orShould().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now")
                .orShould().callMethod(LocalDateTime.class, "now").orShould().callMethod(Clock.class, "systemUTC")
                .orShould().callMethod(Clock.class, "systemDefaultZone")
                .because("a day of quota is tested in a second, on a clock that the test moves"));
    }

    @Test
    void nothingIsPrintedInPassing() {
        check(noClasses().that().resideOutsideOfPackages("dev.katman.launch..")
                .should().accessField(System.class, "out").orShould().accessField(System.class, "err")
                .because("standard output belongs to JSON and answers; the console is handed in"));
    }

    @Test
    void everyRoomSaysWhatItIsFor() {
        assertThat(house.stream().map(JavaClass::getPackageName).distinct())
                .allSatisfy(room -> assertThat(Path.of("src/main/java", room.split("\\.")).resolve("package-info.java")).exists());
    }

    private static void check(ArchRule rule) {
        rule.check(house);
    }
}
