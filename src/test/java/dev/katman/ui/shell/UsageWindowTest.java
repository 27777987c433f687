package dev.katman.ui.shell;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

import static dev.katman.ui.shell.Fx.onFx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The usage page in the real window, over the real journal and sandbox. */
class UsageWindowTest extends InWindow {
    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void withoutAnyUseItLeadsToTheFirstMessage() throws Exception {
        Fx.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        await("empty").atMost(SOON).until(() -> onFx(() -> node("#usage-next") != null));
        onFx(() -> {
            ((ButtonBase) node("#usage-next")).fire();
            return null;
        });
        assertThat(onFx(() -> node("#composer"))).isNotNull();
    }

    @Test
    void figuresAreDrawnReadOutByKeyAndShownAsATableWithWhatIsSwitchedOn() throws Exception {
        rig.send("hello there");
        onFx(() -> {
            window.page(Page.USAGE);
            return null;
        });
        await("charts").atMost(SOON).until(() -> onFx(() -> node("#chart-models .plot") != null));
        assertThat(onFx(() -> {
            node("#chart-models .plot").requestFocus();
            press(node("#chart-models .plot"), KeyCode.HOME);
            for (int hour = 0; hour < 24 && !told().contains("kimi-k2-instruct "); hour++) {
                press(node("#chart-models .plot"), KeyCode.RIGHT);
            }
            return told();
        })).matches("\\d\\d:00–\\d\\d:00: .*kimi-k2-instruct [\\d,]+ tokens.*");

        onFx(() -> {
            ((ButtonBase) node("#as-tables")).fire();
            return null;
        });
        TableView<?> table = onFx(() -> (TableView<?>) node("#chart-models .figure-table"));
        assertThat(table.getAccessibleText()).isEqualTo("Tokens by model, figures");
        assertThat(table.getItems()).hasSize(24);
        List<String> columns = onFx(() -> table.getColumns().stream().map(column -> column.getText()).toList());
        assertThat(columns).contains("Time", "kimi-k2-instruct");
        onFx(() -> {
            ToggleButton legend = (ToggleButton) node("#chart-models .legend-entry");
            legend.fire();
            return null;
        });
        assertThat(onFx(() -> table.getColumns().size())).isLessThan(columns.size());

        onFx(() -> {
            ((ButtonBase) node("#span-earlier")).fire();
            return null;
        });
        await("nothing yesterday").atMost(SOON).until(() -> onFx(() -> node("#usage-next") != null));
        onFx(() -> {
            ((ButtonBase) node("#usage-next")).fire();
            return null;
        });
        await("back").atMost(SOON).until(() -> onFx(() -> node("#chart-models .figure-table") != null));
    }

    private String told() {
        return node("#chart-models .plot").getAccessibleText();
    }

    private static void press(Node node, KeyCode key) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    private Node node(String selector) {
        return window.scene().lookup(selector);
    }
}
