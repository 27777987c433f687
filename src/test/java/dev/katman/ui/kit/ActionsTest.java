package dev.katman.ui.kit;

import dev.katman.settings.Preferences;
import dev.katman.ui.kit.Binding.Reason;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Keys lead to actions: the usual ones, and those that the reader chose. On this platform the shortcut key is Ctrl. */
class ActionsTest {
    @TempDir
    Path home;
    private final List<String> done = new ArrayList<>();
    private Actions actions;
    private final Action fresh = Action.of("fresh", Place.EVERYWHERE, () -> done.add("fresh")).keys("Shortcut+N");
    private final Action findHere = Action.of("findHere", Place.CHAT, () -> done.add("findHere")).keys("Shortcut+F");
    private final Action findThere = Action.of("findThere", Place.DECISIONS, () -> done.add("findThere")).keys("Shortcut+F");
    private final Action send = Action.of("send", Place.CHAT, () -> done.add("send")).keysWithin("Enter");
    private final Action help = Action.of("help", Place.EVERYWHERE, () -> done.add("help")).keys("F1", "Shortcut+Slash");

    @BeforeEach
    void open() {
        actions = made();
    }

    private Actions made() {
        var made = new Actions(Preferences.load(home), Runnable::run);
        made.put(Place.EVERYWHERE, List.of(fresh, help));
        made.put(Place.CHAT, List.of(findHere, send));
        made.put(Place.DECISIONS, List.of(findThere));
        return made;
    }

    private static KeyEvent press(KeyCode code, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false);
    }

    private static KeyCodeCombination keys(String keys) {
        return (KeyCodeCombination) KeyCombination.valueOf(keys);
    }

    @Test
    void theSameKeysMeanOneThingHereAndAnotherThere() {
        assertThat(actions.pressed(press(KeyCode.F, true), Place.CHAT)).contains(findHere);
        assertThat(actions.pressed(press(KeyCode.F, true), Place.DECISIONS)).contains(findThere);
        assertThat(actions.pressed(press(KeyCode.F, true), Place.USAGE)).isEmpty();
        assertThat(actions.pressed(press(KeyCode.N, true), Place.USAGE)).contains(fresh);
    }

    @Test
    void whatOneControlAsksForItselfMeansNothingElsewhere() {
        assertThat(actions.pressed(press(KeyCode.ENTER, false), Place.CHAT)).isEmpty();
        assertThat(actions.matches("send", press(KeyCode.ENTER, false))).isTrue();
        assertThat(actions.matches("send", press(KeyCode.ENTER, true))).isFalse();
    }

    @Test
    void whatCannotBeDoneNowIsNotDone() {
        actions.put(Place.USAGE, List.of(Action.of("later", Place.USAGE, () -> { }).keys("Alt+Right").when(() -> false)));
        assertThat(actions.pressed(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, false, true, false), Place.USAGE)).isEmpty();
    }

    @Test
    void otherKeysHoldAtOnceAndAfterTheNextStart() {
        int before = actions.changes().get();
        assertThat(actions.bind(fresh, keys("Ctrl+Shift+N"))).isEqualTo(new Binding.Bound());
        assertThat(actions.changes().get()).isGreaterThan(before);
        for (Actions each : List.of(actions, made())) {
            assertThat(each.pressed(press(KeyCode.N, true), Place.CHAT)).isEmpty();
            assertThat(each.keys(fresh)).containsExactly(KeyCombination.valueOf("Shortcut+Shift+N"));
            assertThat(each.isChosen(fresh)).isTrue();
        }
    }

    @Test
    void keysThatLeadElsewhereAreNotTakenSilently() {
        assertThat(actions.bind(findHere, keys("Ctrl+N"))).isEqualTo(new Binding.Taken(fresh));
        assertThat(actions.keys(findHere)).containsExactly(KeyCombination.valueOf("Shortcut+F"));
        assertThat(actions.pressed(press(KeyCode.N, true), Place.CHAT)).contains(fresh);
        actions.unbind(fresh);
        assertThat(actions.bind(findHere, keys("Ctrl+N"))).isEqualTo(new Binding.Bound());
        assertThat(actions.pressed(press(KeyCode.N, true), Place.CHAT)).contains(findHere);
        assertThat(actions.bind(findThere, keys("Ctrl+N"))).as("another page").isEqualTo(new Binding.Bound());
    }

    @Test
    void asBeforeBringsTheUsualKeysBack() throws Exception {
        actions.unbind(help);
        assertThat(actions.keys(help)).isEmpty();
        assertThat(made().keys(help)).isEmpty();
        actions.reset(help);
        assertThat(actions.keys(help)).hasSize(2);
        actions.bind(fresh, keys("F3"));
        actions.bind(send, keys("Ctrl+Enter"));
        actions.resetAll();
        assertThat(actions.all()).noneMatch(actions::isChosen);
        assertThat(Files.readString(home.resolve("preferences.properties"))).doesNotContain("keys.");
    }

    @Test
    void usualKeysStepAsideForChosenOnes() {
        actions.unbind(help);
        assertThat(actions.bind(fresh, keys("F1"))).isEqualTo(new Binding.Bound());
        actions.reset(help);
        assertThat(actions.keys(help)).containsExactly(KeyCombination.valueOf("Shortcut+Slash"));
        assertThat(actions.pressed(press(KeyCode.F1, false), Place.CHAT)).contains(fresh);
    }

    @Test
    void aPreferenceThatMakesNoSenseCountsAsNotChosen() {
        Preferences.load(home).put("keys.fresh", "Hyper+Nonsense");
        assertThat(made().keys(fresh)).containsExactly(KeyCombination.valueOf("Shortcut+N"));
    }

    @ParameterizedTest
    @CsvSource({"A, TYPED", "Shift+7, TYPED", "Ctrl+C, EDITING", "Ctrl+Shift+Z, EDITING", "Ctrl+Left, EDITING", "Esc, MOVING",
            "Space, MOVING", "Tab, MOVING", "Ctrl+Tab, MOVING", "Shift+F10, MOVING", "Alt+F4, SYSTEM", "Meta+L, SYSTEM",
            "Ctrl+Alt+Q, ALT_GR", "F7, ", "Ctrl+J, ", "Alt+Left, ", "Ctrl+Shift+C, ", "Ctrl+End, "})
    void someKeysAreRefusedAndTheReasonIsKnown(String wanted, Reason reason) {
        assertThat(KeyRules.refuse(keys(wanted), false, false)).isEqualTo(Optional.ofNullable(reason));
    }

    @ParameterizedTest
    @CsvSource({"Meta+Q, SYSTEM", "Meta+C, EDITING", "Alt+L, TYPED", "Meta+Alt+L, ", "Ctrl+L, "})
    void onAMacCmdIsTheShortcutKey(String wanted, Reason reason) {
        assertThat(KeyRules.refuse(keys(wanted), false, true)).isEqualTo(Optional.ofNullable(reason));
    }

    @Test
    void aControlMayKeepEnterForItselfAndNoOtherAction() {
        assertThat(actions.bind(send, keys("Shift+Enter"))).isEqualTo(new Binding.Bound());
        assertThat(actions.bind(fresh, keys("Shift+Enter"))).isEqualTo(new Binding.Refused(Reason.MOVING));
        assertThat(actions.bind(send, keys("S"))).isEqualTo(new Binding.Refused(Reason.TYPED));
    }

    @Test
    void eachActionStandsOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> actions.put(Place.USAGE, List.of(Action.of("fresh", Place.USAGE, () -> { }))));
        assertThatIllegalArgumentException().isThrownBy(() -> actions.put(Place.USAGE, List.of(Action.of("x", Place.CHAT, () -> { }))));
        actions.put(Place.CHAT, List.of(send));
        assertThat(actions.find("findHere")).isEmpty();
    }

    @Test
    void keysAreWrittenAsOnTheKeyboard() {
        assertThat(KeyNames.of(keys("Shortcut+Shift+N"))).isEqualTo("Ctrl+Shift+N");
        assertThat(KeyNames.of(keys("Shortcut+Slash"))).isEqualTo("Ctrl+/");
        assertThat(KeyNames.of(keys("Esc"))).isEqualTo("Esc");
        assertThat(KeyNames.of(keys("Enter"))).isEqualTo("Enter");
        assertThat(KeyNames.of(keys("Alt+Left"))).isEqualTo("Alt+←");
    }
}
