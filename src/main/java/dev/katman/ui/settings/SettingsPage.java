package dev.katman.ui.settings;

import dev.katman.settings.Language;
import dev.katman.settings.Theme;
import dev.katman.ui.kit.Action;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import dev.katman.ui.kit.Place;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the reader can choose, section by section. Everything holds at once; nothing waits for a button that saves. */
public final class SettingsPage extends BorderPane {
    private static final double SIDE = 24;
    private static final double BELOW = 32;
    /** What a scroll bar takes. */
    private static final double BAR = 8;

    private final Map<Section, ToggleButton> tabs = new EnumMap<>(Section.class);
    private final Map<Section, SectionView> views = new EnumMap<>(Section.class);
    private final Function<Section, SectionView> make;
    private final VBox list = new VBox(2);
    private final ScrollPane pane = new ScrollPane();
    private Section shown = Section.KEYS;

    /** What the page asks of the window. */
    public interface Acts {
        void theme(Theme theme);

        void language(Language language);

        /** @param percent of the usual size, 80 to 200 */
        void textSize(int percent);
    }

    public SettingsPage(Context context, Acts acts) {
        make = section -> switch (section) {
            case KEYS -> new KeysSection(context);
            case MACHINE -> new MachineSection(context);
            case TIERS -> new TiersSection(context);
            case POLICY -> new PolicySection(context);
            case LIMITS -> new LimitsSection(context);
            case LOOK -> new LookSection(context, acts);
            case SHORTCUTS -> new ShortcutsSection(context);
            case NETWORK -> new NetworkSection(context);
            case DATA -> new DataSection(context);
        };
        list.getStyleClass().add("settings-list");
        list.setAccessibleText(context.text("ui.page.settings"));
        var group = new ToggleGroup();
        for (Section section : Section.values()) {
            var tab = new ToggleButton(context.text("ui.settings.section." + section.key()), Icons.of(section.icon()));
            tab.setId("section-" + section.key());
            tab.getStyleClass().setAll("toggle-button", "page-tab", "settings-tab");
            tab.setToggleGroup(group);
            tab.setMaxWidth(Double.MAX_VALUE);
            tab.setMinHeight(USE_PREF_SIZE);
            tab.setOnAction(event -> open(section));
            tabs.put(section, tab);
            list.getChildren().add(tab);
        }
        pane.setFitToWidth(true);
        pane.getStyleClass().add("settings-pane");
        pane.setFocusTraversable(false);
        pane.viewportBoundsProperty().addListener((bounds, before, now) -> keepPlace());
        var side = new ScrollPane(list); // with large text in a small window it is higher than its place
        side.getStyleClass().addAll("side", "left", "settings-side");
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.setFocusTraversable(false);
        setLeft(side);
        setCenter(pane);
        open(shown);
    }

    /** Turns to a section. */
    public void open(Section section) {
        shown = section;
        tabs.get(section).setSelected(true);
        SectionView view = views.computeIfAbsent(section, make);
        var frame = new StackPane(view);
        frame.getStyleClass().add("settings-frame");
        pane.setContent(frame);
        pane.setVvalue(0);
        keepPlace();
        view.opened();
    }

    /** The room of a scroll bar is kept free where there is none, so that all sections begin and end at the same place. */
    private void keepPlace() {
        boolean scrolls = pane.getViewportBounds().getWidth() < pane.getWidth();
        ((StackPane) pane.getContent()).setPadding(new Insets(SIDE, scrolls ? SIDE : SIDE + BAR, BELOW, SIDE));
    }

    /** The page is turned to. */
    public void turnedTo() {
        views.get(shown).opened();
    }

    /** The parts between which one key goes. */
    public List<Parent> regions() {
        return new ArrayList<>(List.of(list, pane));
    }

    /** Each section by name. */
    public List<Action> actions() {
        return Arrays.stream(Section.values()).map(section -> Action.of("settings" + section.name().charAt(0)
                + section.key().substring(1), Place.SETTINGS, () -> open(section))).toList();
    }

    public Section shown() {
        return shown;
    }

    /** What is shown may have changed. */
    public void look() {
        views.get(shown).look();
    }
}
