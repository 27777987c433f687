package dev.katman.ui.shell;

import dev.katman.settings.Language;
import dev.katman.settings.Theme;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import javafx.geometry.Insets;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Name, pages, what is folded, and the small menu. */
final class TopBar extends HBox {
    private final Context context;
    private final Map<Page, ToggleButton> tabs = new EnumMap<>(Page.class);
    private final ToggleButton side;
    private final ToggleButton limits;

    /** What the bar can ask of the window. */
    interface Acts {
        void page(Page page);

        void side(boolean shown);

        void limits(boolean shown);

        void theme(Theme theme);

        void language(Language language);
    }

    TopBar(Context context, Theme theme, Acts acts) {
        this.context = context;
        getStyleClass().add("top-bar");
        var icon = new ImageView(new Image(
                Objects.requireNonNull(TopBar.class.getResource("/assets/icon-128.png")).toExternalForm(), 44, 44, true, true));
        icon.setFitWidth(22);
        icon.setFitHeight(22);
        var brand = new Label("Katman", icon);
        brand.getStyleClass().add("brand");
        brand.setGraphicTextGap(9);
        brand.setMinWidth(34); // its picture: with large text in a small window the pages come first
        getChildren().add(brand);
        var group = new ToggleGroup();
        for (Page page : Page.values()) {
            getChildren().add(tab(page, group, acts));
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().add(gap);
        if (context.services().sandbox()) {
            var badge = new Label(context.text("ui.sandbox"));
            badge.getStyleClass().add("badge");
            badge.setTooltip(new Tooltip(context.text("ui.sandbox.long")));
            badge.setMinWidth(0);
            HBox.setMargin(badge, new Insets(0, 8, 0, 0));
            getChildren().add(badge);
        }
        side = fold(Feather.SIDEBAR, "ui.bar.side", "ui.key.side");
        side.setOnAction(event -> acts.side(side.isSelected()));
        limits = fold(Feather.ACTIVITY, "ui.bar.limits", "ui.key.limits");
        limits.setOnAction(event -> acts.limits(limits.isSelected()));
        getChildren().addAll(side, limits, menuButton(theme, acts));
    }

    private ToggleButton tab(Page page, ToggleGroup group, Acts acts) {
        String key = page.name().toLowerCase(Locale.ROOT);
        var tab = new ToggleButton(context.text("ui.page." + key));
        tab.setId("page-" + key);
        tab.getStyleClass().setAll("toggle-button", "page-tab");
        tab.setToggleGroup(group);
        tab.setMinWidth(Region.USE_PREF_SIZE);
        tab.setTooltip(new Tooltip(context.text("ui.key.page." + key)));
        tab.setOnAction(event -> acts.page(page));
        tabs.put(page, tab);
        return tab;
    }

    private ToggleButton fold(Feather icon, String name, String key) {
        var button = new ToggleButton();
        button.getStyleClass().setAll("toggle-button", "icon-button");
        Icons.named(button, icon, context.text(name));
        button.getTooltip().setText(context.text(name) + "  " + context.text(key));
        return button;
    }

    private Node menuButton(Theme theme, Acts acts) {
        var button = Icons.button(Feather.MORE_HORIZONTAL, context.text("ui.bar.menu"));
        button.setId("menu");
        var menu = new ContextMenu();
        menu.getItems().add(heading("ui.menu.theme"));
        var themes = new ToggleGroup();
        for (Theme each : Theme.values()) {
            var item = new RadioMenuItem(context.text("ui.menu.theme." + each.name().toLowerCase(Locale.ROOT)));
            item.setToggleGroup(themes);
            item.setSelected(each == theme);
            item.setOnAction(event -> acts.theme(each));
            menu.getItems().add(item);
        }
        menu.getItems().addAll(new SeparatorMenuItem(), heading("ui.menu.language"));
        var languages = new ToggleGroup();
        for (Language each : Language.values()) {
            var item = new RadioMenuItem(each.ownName());
            item.setToggleGroup(languages);
            item.setSelected(each == context.texts().language());
            item.setOnAction(event -> acts.language(each));
            menu.getItems().add(item);
        }
        button.setOnAction(event -> menu.show(button, Side.BOTTOM, 0, 4));
        return button;
    }

    private MenuItem heading(String key) {
        var heading = new MenuItem(context.text(key));
        heading.setDisable(true);
        return heading;
    }

    /** Shows which page is open; folds concern the chat alone. */
    void show(Page page, boolean sideShown, boolean limitsShown) {
        tabs.get(page).setSelected(true);
        side.setVisible(page == Page.CHAT);
        limits.setVisible(page == Page.CHAT);
        side.setManaged(page == Page.CHAT);
        limits.setManaged(page == Page.CHAT);
        side.setSelected(sideShown);
        limits.setSelected(limitsShown);
    }
}
