package dev.katman.ui.shell;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.MessageId;
import dev.katman.journal.DecisionRecord;
import dev.katman.ui.chat.ChatPage;
import dev.katman.ui.chat.Chats;
import dev.katman.ui.decisions.DecisionsPage;
import dev.katman.ui.kit.Action;
import dev.katman.ui.kit.Actions;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Notice;
import dev.katman.ui.kit.Place;
import dev.katman.ui.quota.LimitsPanel;
import dev.katman.ui.settings.Section;
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
    static Pages on(Context context, Chats chats, Folds folds, SettingsPage settings, Window window) {
        return new Pages(new ChatPage(context, chats, chatActs(folds, window)), new DecisionsPage(context, decisionsActs(chats, window)),
                new UsagePage(context, window::fresh), settings, new LimitsPanel(context, limitsActs(context, chats, folds, window)));
    }

    /** Goes on where the same pages were in another language. */
    void takeOver(Pages before) {
        decisions.takeOver(before.decisions);
        usage.takeOver(before.usage);
    }

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
            case SETTINGS -> settings.turnedTo();
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

    private static ChatPage.Acts chatActs(Folds folds, Window window) {
        return new ChatPage.Acts() {
            @Override
            public void openDecision(DecisionId decision) {
                window.open(decision);
            }

            @Override
            public void seeLimits() {
                folds.limits(true);
            }

            @Override
            public void openKeys() {
                window.settings(Section.KEYS);
            }

            @Override
            public void say(Notice notice) {
                window.say(notice);
            }
        };
    }

    private static DecisionsPage.Acts decisionsActs(Chats chats, Window window) {
        return new DecisionsPage.Acts() {
            @Override
            public void openInChat(DecisionRecord record) {
                window.open(record);
            }

            @Override
            public void taught(DecisionRecord record) {
                chats.taught(record.id());
            }
        };
    }

    private static LimitsPanel.Acts limitsActs(Context context, Chats chats, Folds folds, Window window) {
        return new LimitsPanel.Acts() {
            @Override
            public void fold() {
                folds.limits(false);
            }

            @Override
            public void open(ConversationId conversation) {
                window.open(conversation);
            }

            @Override
            public void sendNow(MessageId message, ConversationId conversation) {
                chats.sendNow(message, conversation);
            }

            @Override
            public void move(MessageId message, int place) {
                context.work().run("move in the queue", () -> {
                    context.services().exchange().moveParked(message, place);
                    return place;
                }, done -> window.queueChanged());
            }

            @Override
            public void cancel(MessageId message, ConversationId conversation) {
                chats.cancel(message, conversation);
            }
        };
    }
}
