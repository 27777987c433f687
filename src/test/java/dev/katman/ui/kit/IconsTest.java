package dev.katman.ui.kit;

import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.api.FxToolkit;

import static org.assertj.core.api.Assertions.assertThat;

class IconsTest {
    @BeforeAll
    static void begin() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void aButtonWithoutWordsSaysItsNameToThePointer() {
        Button button = Icons.button(Feather.COPY, "Copy");
        enter(button);
        assertThat(button.getTooltip().getText()).isEqualTo("Copy");
        Icons.named(button, Feather.CHECK, "Copied");
        enter(button);
        assertThat(button.getTooltip().getText()).as("the name that it has now").isEqualTo("Copied");
    }

    @Test
    void oneWithATooltipOfItsOwnKeepsIt() {
        Button button = Icons.button(Feather.LIST, "Tokens by model as a table");
        button.setTooltip(new Tooltip("As a table"));
        enter(button);
        assertThat(button.getTooltip().getText()).isEqualTo("As a table");
    }

    private static void enter(Button button) {
        Event.fireEvent(button, new MouseEvent(MouseEvent.MOUSE_ENTERED, 0, 0, 0, 0, MouseButton.NONE, 0, false, false, false, false, false, false, false,
                false, false, false, null));
    }
}
