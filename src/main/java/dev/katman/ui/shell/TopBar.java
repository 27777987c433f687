package dev.katman.ui.shell;

import dev.katman.settings.Language;
import dev.katman.settings.Theme;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import dev.katman.ui.kit.KeyNames;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.PopupWindow;
import org.kordamp.ikonli.feather.Feather;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Name, pages, what is folded, and the small menu. */
final class TopBar extends HBox {
    /** The picture's width, in heights of the letters beside it. */
    private static final double ICON = 1.571;
    /** Between a button and its menu. */
    private static final double BELOW = 4;

    private final Context context;
    private final Label name = new Label("Katman");
    private final Map<Page, ToggleButton> tabs = new EnumMap<>(Page.class);
    private final ToggleButton side;
    private final ToggleButton limits;
    private final Button menu;
    private final Supplier<Theme> theme;
    private final Consumer<String> run;

    /**
     * @param theme that is on
     * @param run   does what an action does
     */
    TopBar(Context context, Supplier<Theme> theme, Consumer<String> run) {
        this.context = context;
        this.theme = theme;
        this.run = run;
        menu = Icons.button(Feather.MORE_HORIZONTAL, context.text("ui.bar.menu"));
        getStyleClass().add("top-bar");
        getChildren().addAll(brand());
        var group = new ToggleGroup();
        for (Page page : Page.values()) {
            getChildren().add(tab(page, group));
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().add(gap);
        if (context.services().sandbox()) {
            var badge = new Badge(context.text("ui.sandbox"), context.text("ui.sandbox.brief"), context.text("ui.sandbox.long"));
            HBox.setMargin(badge, new Insets(0, 8, 0, 0));
            getChildren().add(badge);
        }
        side = fold(Feather.SIDEBAR, "ui.bar.side", "side");
        limits = fold(Feather.ACTIVITY, "ui.bar.limits", "limits");
        menu.setId("menu");
        menu.setOnAction(event -> openMenu());
        getChildren().addAll(side, limits, menu);
    }

    /** The program's picture, as large as its name's letters ask for, and its name. */
    private List<Node> brand() {
        name.getStyleClass().add("brand");
        var icon = new ImageView(new Image(
                Objects.requireNonNull(TopBar.class.getResource("/assets/icon-128.png")).toExternalForm()));
        icon.setSmooth(true);
        icon.setPreserveRatio(true);
        icon.fitWidthProperty().bind(name.fontProperty().map(font -> font.getSize() * ICON));
        return List.of(icon, name);
    }

    private ToggleButton tab(Page page, ToggleGroup group) {
        String key = page.name().toLowerCase(Locale.ROOT);
        var tab = new ToggleButton(context.text("ui.page." + key));
        tab.setId("page-" + key);
        tab.getStyleClass().setAll("toggle-button", "page-tab");
        tab.setToggleGroup(group);
        tab.setMinWidth(Region.USE_PREF_SIZE);
        KeyNames.tip(tab, context.text("ui.page." + key), context.actions(), WindowActions.id(page));
        tab.setOnAction(event -> run.accept(WindowActions.id(page)));
        tabs.put(page, tab);
        return tab;
    }

    private ToggleButton fold(Feather icon, String name, String action) {
        var button = new ToggleButton();
        button.getStyleClass().setAll("toggle-button", "icon-button");
        Icons.named(button, icon, context.text(name));
        KeyNames.tip(button, context.text(name), context.actions(), action);
        button.setOnAction(event -> run.accept(action));
        return button;
    }

    /** What can be done with the window, and how it looks and speaks. */
    void openMenu() {
        var items = new ContextMenu();
        for (String id : List.of("palette", "help", "shortcuts")) {
            items.getItems().add(item(new MenuItem(), id));
        }
        var themes = new ToggleGroup();
        items.getItems().addAll(new SeparatorMenuItem(), heading("ui.menu.theme"));
        for (Theme each : Theme.values()) {
            items.getItems().add(choice(themes, context.text("ui.menu.theme." + each.name().toLowerCase(Locale.ROOT)),
                    each == theme.get(), WindowActions.id(each)));
        }
        var languages = new ToggleGroup();
        items.getItems().addAll(new SeparatorMenuItem(), heading("ui.menu.language"));
        for (Language each : Language.values()) {
            items.getItems().add(choice(languages, each.ownName(), each == context.texts().language(), WindowActions.id(each)));
        }
        items.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_RIGHT); // the button stands at the window's edge
        Bounds at = menu.localToScreen(menu.getLayoutBounds());
        items.show(menu, at.getMaxX(), at.getMaxY() + BELOW);
    }

    private MenuItem choice(ToggleGroup group, String name, boolean chosen, String action) {
        var choice = new RadioMenuItem();
        choice.setToggleGroup(group);
        choice.setSelected(chosen);
        MenuItem item = item(choice, action);
        item.setText(name); // shorter than the action's: the heading says the rest
        return item;
    }

    private <I extends MenuItem> I item(I item, String id) {
        context.actions().find(id).ifPresent(action -> {
            item.setText(context.name(action));
            context.actions().keys(action).stream().findFirst().ifPresent(item::setAccelerator);
            item.setOnAction(event -> run.accept(id));
        });
        item.setMnemonicParsing(false);
        return item;
    }

    private MenuItem heading(String key) {
        var heading = new MenuItem(context.text(key));
        heading.getStyleClass().add("menu-heading");
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

    /** The whole name or none of it: with large text in a small window the pages come first. */
    @Override
    protected void layoutChildren() {
        double withName = prefWidth(-1) + (name.isManaged() ? 0 : name.prefWidth(-1) + getSpacing());
        name.setManaged(withName <= getWidth());
        name.setVisible(name.isManaged());
        super.layoutChildren();
    }
}
