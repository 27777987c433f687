package dev.katman.ui.settings;

import dev.katman.catalog.Provider;
import dev.katman.exchange.Providers.Access;
import dev.katman.settings.Language;
import dev.katman.ui.kit.Browser;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Parts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/** The very first start: the language, then a key or the sandbox, then the chat. In the chat's place, so that whoever wants can simply write. */
public final class FirstSteps extends VBox {
    private final Context context;
    private final Acts acts;
    private Node start;

    /** What it asks of the window. */
    public interface Acts {
        void language(Language language);

        /** To the second step. */
        void next();

        /** To the chat. */
        void done();
    }

    /** @param step from 1 to 2 */
    public FirstSteps(Context context, int step, Acts acts) {
        this.context = context;
        this.acts = acts;
        setId("first-steps");
        getStyleClass().add("first-steps");
        setMinHeight(Region.USE_PREF_SIZE);
        if (step == 1) {
            language();
        } else {
            key();
        }
    }

    /** Where the keyboard begins: Enter goes on from there. */
    public Node start() {
        return start;
    }

    private void language() {
        Button next = Controls.button(context.text("ui.first.next"), acts::next);
        next.setId("first-next");
        next.getStyleClass().add("accent");
        start = next;
        getChildren().addAll(Parts.label(context.text("ui.first.step", 1), "muted", "small"),
                Parts.wrapped(context.text("ui.first.language.title"), "welcome-title"),
                Parts.wrapped(context.text("ui.first.language.text"), "muted"),
                Controls.choice(List.of(Language.values()), context.texts().language(), "first-language", Language::ownName, acts::language),
                foot(next));
    }

    private void key() {
        var entry = new VBox(8);
        var said = new Said();
        var providers = new FlowPane(6, 6);
        providers.setAccessibleText(context.text("ui.first.key.provider"));
        var group = new ToggleGroup();
        for (Access access : context.services().providers().accesses()) {
            Provider provider = access.provider();
            var chip = new ToggleButton(provider.name());
            chip.setId("first-provider-" + provider.id());
            chip.getStyleClass().setAll("toggle-button", "toggle-chip");
            chip.setToggleGroup(group);
            chip.setOnAction(event -> {
                group.selectToggle(chip);
                enter(provider, entry, said);
            });
            if (providers.getChildren().isEmpty()) {
                chip.setSelected(true);
                enter(provider, entry, said);
            }
            providers.getChildren().add(chip);
        }
        Button sandbox = Controls.button(context.text("ui.first.sandbox"), acts::done);
        sandbox.setId("first-sandbox");
        getChildren().addAll(Parts.label(context.text("ui.first.step", 2), "muted", "small"),
                Parts.wrapped(context.text("ui.first.key.title"), "welcome-title"),
                Parts.wrapped(context.text("ui.first.key.text"), "muted"), providers, entry, said,
                Parts.wrapped(context.text("ui.settings.keys.where.kept"), "muted", "small"),
                Parts.wrapped(context.text("ui.first.sandbox.about"), "muted", "small"), foot(sandbox));
    }

    private void enter(Provider provider, VBox entry, Said said) {
        said.say(Tone.PLAIN, "");
        var key = new KeyEntry(context, provider, (tone, sentence) -> {
            said.say(tone, sentence);
            if (tone == Tone.GOOD) {
                acts.done();
            }
        });
        start = key.field();
        entry.getChildren().setAll(key);
        provider.keyPage().ifPresent(page -> entry.getChildren().add(Controls.link(
                context.text("ui.settings.keys.where", page.getHost() + page.getPath()), () -> Browser.open(page))));
    }

    private FlowPane foot(Button onwards) {
        Button skip = Controls.button(context.text("ui.first.skip"), acts::done);
        skip.setId("first-skip");
        return Controls.line(onwards, skip);
    }
}
