package dev.katman.ui.shell;

import dev.katman.ui.chat.ChatPage;
import dev.katman.ui.decisions.DecisionsPage;
import dev.katman.ui.kit.Action;
import dev.katman.ui.kit.Actions;
import dev.katman.ui.kit.Place;
import dev.katman.ui.quota.LimitsPanel;
import dev.katman.ui.settings.SettingsPage;
import dev.katman.ui.usage.UsagePage;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;

import java.util.ArrayList;
import java.util.List;

/**
 * The pages in one language, and which of them is open.
 *
 * @param limits beside the chat
 */
record Pages(ChatPage chat, DecisionsPage decisions, UsagePage usage, SettingsPage settings, LimitsPanel limits) {
    /** Lays a page into the window. */
    void lay(Page page, Folds folds, BorderPane frame) {
        frame.setCenter(switch (page) {
            case CHAT -> chat;
            case DECISIONS -> decisions;
            case USAGE -> usage;
            case SETTINGS -> settings;
        });
        frame.setRight(page == Page.CHAT && folds.limits() ? limits : null);
        chat.showSide(folds.side());
    }

    /** A page is turned to. */
    void turnedTo(Page page) {
        switch (page) {
            case CHAT -> chat.focusComposer();
            case DECISIONS -> decisions.turnedTo();
            case USAGE -> usage.turnedTo();
            case SETTINGS -> settings.look();
        }
    }

    /** What is shown reads what is new. The chat does so by itself. */
    void look(Page page) {
        switch (page) {
            case CHAT -> { }
            case DECISIONS -> decisions.look();
            case USAGE -> usage.look();
            case SETTINGS -> { } // what it shows changes only by the reader's hand, and then at once
        }
    }

    /** The parts of a page between which one key goes. */
    List<Parent> regions(Page page) {
        var regions = new ArrayList<>(switch (page) {
            case CHAT -> chat.regions();
            case DECISIONS -> decisions.regions();
            case USAGE -> usage.regions();
            case SETTINGS -> settings.regions();
        });
        if (page == Page.CHAT) {
            regions.add(limits);
        }
        return regions;
    }

    /** What can be done on the pages. */
    void register(Actions actions, List<Action> aroundTheChat) {
        var inChat = new ArrayList<>(chat.actions());
        inChat.addAll(aroundTheChat);
        actions.put(Place.CHAT, inChat);
        actions.put(Place.DECISIONS, decisions.actions());
        actions.put(Place.USAGE, usage.actions());
        actions.put(Place.SETTINGS, settings.actions());
    }

    static Place place(Page page) {
        return switch (page) {
            case CHAT -> Place.CHAT;
            case DECISIONS -> Place.DECISIONS;
            case USAGE -> Place.USAGE;
            case SETTINGS -> Place.SETTINGS;
        };
    }

    static Page page(Place place, Page open) {
        return switch (place) {
            case EVERYWHERE -> open;
            case CHAT -> Page.CHAT;
            case DECISIONS -> Page.DECISIONS;
            case USAGE -> Page.USAGE;
            case SETTINGS -> Page.SETTINGS;
        };
    }
}
