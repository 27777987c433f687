package dev.katman.ui.shell;

import dev.katman.journal.ConversationRow;
import dev.katman.settings.Language;
import dev.katman.settings.Texts;
import dev.katman.ui.kit.Action;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Find;
import dev.katman.ui.kit.KeyNames;
import dev.katman.ui.kit.Place;
import dev.katman.ui.kit.PlainText;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Opens the palette over the window: everything that can be done, and everything that can be gone to. */
final class Palette {
    /** The action that opens the palette. */
    private static final String OWN = "palette";
    private static final String RECENT = "palette.recent";
    /** More of a title would push what it is out of the line. */
    private static final int TITLE = 60;

    private final Context context;
    private final Overlay overlay;
    private final PaletteModel model;
    private final Acts acts;
    /** Whoever knows the name of a thing in one language finds it in the other. */
    private final List<Texts> languages = Arrays.stream(Language.values()).map(Texts::in).toList();

    /** What the palette asks of the window. */
    interface Acts {
        /** Does it, on the page where it can be done. */
        void run(Action action);

        void open(ConversationRow conversation);

        /** The open page's. */
        Place here();

        /** What else can be gone to now. */
        List<Find> finds();

        /** Runs what writes a preference, on another thread. */
        void keep(Runnable choice);
    }

    Palette(Context context, Overlay overlay, Acts acts) {
        this.context = context;
        this.overlay = overlay;
        this.acts = acts;
        model = new PaletteModel(context.services().preferences().get(RECENT).stream().flatMap(ids -> Arrays.stream(ids.split(",")))
                .filter(id -> !id.isEmpty()).toList());
    }

    /** Opens it; conversations come as soon as they are read. */
    void open() {
        List<PaletteModel.Entry> all = actions(acts.here());
        acts.finds().forEach(find -> all.add(new PaletteModel.Entry(find.id(), find.title(), find.kind(), "", "", find.go())));
        model.entries(all);
        var view = new PaletteView(context, model, this::choose);
        overlay.show(view, context.text("ui.palette.name"), view.line());
        context.work().run("read conversations", context.services().journal()::conversations, rows -> {
            if (overlay.shows(view)) {
                rows.forEach(row -> all.add(entry(row)));
                model.entries(all);
                view.show();
            }
        });
    }

    private void choose(PaletteModel.Entry entry) {
        List<String> recent = model.chosen(entry.id());
        acts.keep(() -> context.services().preferences().put(RECENT, String.join(",", recent)));
        overlay.close();
        entry.go().run();
    }

    /** First what can be done here, then everywhere, then elsewhere. */
    private List<PaletteModel.Entry> actions(Place here) {
        return context.actions().all().stream().filter(action -> !action.id().equals(OWN) && action.enabled().getAsBoolean())
                .sorted(Comparator.comparingInt(action -> action.place() == here ? 0 : action.place() == Place.EVERYWHERE ? 1 : 2))
                .map(this::entry).collect(Collectors.toCollection(ArrayList::new));
    }

    private PaletteModel.Entry entry(Action action) {
        return new PaletteModel.Entry(action.id(), context.name(action),
                context.text("ui.place." + action.place().name().toLowerCase(Locale.ROOT)), words(action),
                context.actions().keys(action).stream().findFirst().map(KeyNames::of).orElse(""), () -> acts.run(action));
    }

    private String words(Action action) {
        return languages.stream().map(texts -> texts.get("ui.action." + action.id()) + " " + texts.get("ui.action.words." + action.id()))
                .collect(Collectors.joining(" "));
    }

    private PaletteModel.Entry entry(ConversationRow row) {
        return new PaletteModel.Entry(row.id().value(), PlainText.brief(row.title(), TITLE), context.text("ui.palette.conversation"), "", "", () -> acts.open(row));
    }
}
