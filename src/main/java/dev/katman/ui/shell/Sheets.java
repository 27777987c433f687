package dev.katman.ui.shell;

import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import dev.katman.ui.kit.ShortcutsPane;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What is shown over the window for a moment: the palette, the help sheet, the shortcuts. */
final class Sheets {
    private static final double WIDTH = 680;

    private final Overlay overlay;
    private Context context;
    private Palette palette;

    Sheets(Overlay overlay) {
        this.overlay = overlay;
    }

    /** Speaks another language from now on. */
    void use(Context other, Palette.Acts acts) {
        context = other;
        palette = new Palette(other, overlay, acts);
    }

    void palette() {
        palette.open();
    }

    void help() {
        var sheet = new HelpSheet(context, this::shortcuts, overlay::close);
        overlay.show(sheet, context.text("ui.help.title"), sheet.start());
    }

    void shortcuts() {
        var title = new Label(context.text("ui.shortcuts.title"));
        title.getStyleClass().add("page-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button leave = Icons.button(Feather.X, context.text("ui.close"));
        leave.setOnAction(event -> overlay.close());
        var head = new HBox(8, title, gap, leave);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("sheet-head");
        var pane = new ScrollPane(new ShortcutsPane(context));
        pane.getStyleClass().add("sheet-pane");
        pane.setFitToWidth(true);
        pane.setFocusTraversable(true); // so that arrows scroll it
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setAccessibleText(context.text("ui.shortcuts.title"));
        var sheet = new VBox(head, pane);
        sheet.setId("shortcuts");
        sheet.getStyleClass().add("sheet");
        sheet.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        overlay.show(sheet, context.text("ui.shortcuts.title"), leave);
    }
}
