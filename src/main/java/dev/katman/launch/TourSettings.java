package dev.katman.launch;

import dev.katman.launch.TourViews.View;
import dev.katman.ui.settings.Section;
import dev.katman.ui.shell.Page;
import dev.katman.ui.shell.Window;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every section of the settings, for the tour. */
final class TourSettings {
    private TourSettings() {
    }

    /** Every section of the settings, one answer of each kind to a key, and the largest text. */
    static List<View> settings(Window window) {
        var views = new ArrayList<View>();
        for (Section section : Section.values()) {
            views.add(new View("settings-" + section.name().toLowerCase(Locale.ROOT), () -> window.settings(section)));
        }
        views.add(new View("settings-erase", () -> TourViews.press(window.scene(), "#erase-everything")));
        views.add(new View("settings-refused", () -> {
            window.scene().getRoot().lookupAll("#question-no").forEach(no -> ((ButtonBase) no).fire());
            window.settings(Section.KEYS);
            TourViews.type(window.scene(), "#key-groq", "not-the-right-key");
            TourViews.press(window.scene(), "#keep-groq");
        }, TourViews.SETTLE_LONG_MILLIS, () -> { }));
        views.add(new View("settings-tiers-own", () -> {
            window.settings(Section.TIERS);
            TourViews.press(window.scene(), "#out-1-1");
        }, TourViews.SETTLE_MILLIS, () -> TourViews.press(window.scene(), "#out-3-0")));
        views.add(new View("settings-limits-own", () -> {
            TourViews.press(window.scene(), "#tier-3 #question-no");
            TourViews.press(window.scene(), "#chain-back-1");
            window.settings(Section.LIMITS);
            enter(window.scene(), "#limit-llama-4-scout-sandbox-rpd", "14400");
            enter(window.scene(), "#limit-llama-4-scout-sandbox-tpm", "0");
        }));
        views.add(new View("settings-proxy", () -> {
            TourViews.press(window.scene(), "#limit-back-llama-4-scout-sandbox-rpd");
            window.settings(Section.NETWORK);
            TourViews.press(window.scene(), "#proxy-http");
        }));
        views.add(new View("settings-text-200", () -> {
            TourViews.press(window.scene(), "#proxy-system");
            window.settings(Section.LIMITS);
            window.textSize(200);
        }));
        views.add(new View("first-text-200", () -> window.page(Page.CHAT)));
        views.add(new View("settings-text-80", () -> {
            window.textSize(80);
            window.settings(Section.POLICY);
        }, TourViews.SETTLE_MILLIS, () -> { }));
        views.add(new View("settings-text-100", () -> window.textSize(100)));
        return views;
    }

    /** Writes into a field and leaves it. */
    private static void enter(Scene scene, String id, String text) {
        var field = (TextField) scene.lookup(id);
        field.setText(text);
        field.fireEvent(new ActionEvent());
    }
}
