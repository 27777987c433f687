package dev.katman.ui.shell;

import dev.katman.settings.Language;
import dev.katman.settings.Preferences;
import dev.katman.ui.kit.Context;
import dev.katman.ui.settings.FirstSteps;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;

import java.util.Optional;

/** The steps of the very first start, in the chat's place, until the reader has begun. Of the FX thread. */
final class FirstStart {
    /** The preference that says that it is over. */
    private static final String BEGUN = "begun";

    private final Preferences preferences;
    private final Acts acts;
    private Optional<Integer> step = Optional.empty();
    private Optional<FirstSteps> shown = Optional.empty();

    /** What it asks of the window. */
    interface Acts {
        Context context();

        void language(Language language);

        /** Shows the steps where the welcome stands, or the welcome again. */
        void greet(Optional<Node> steps);

        /** Writes a preference. */
        void keep(Runnable choice);

        /** To the chat. */
        void begun();
    }

    FirstStart(Preferences preferences, Acts acts) {
        this.preferences = preferences;
        this.acts = acts;
    }

    /** Whether nobody has been through it yet. */
    boolean isDue() {
        return preferences.get(BEGUN).isEmpty();
    }

    boolean isShown() {
        return step.isPresent();
    }

    /** Turns to a step, or away from it. */
    void turn(Optional<Integer> other) {
        step = other;
        show();
        focus();
    }

    /** Shows the step anew, in another language or on another page. */
    void show() {
        shown = step.map(this::steps);
        acts.greet(shown.map(Node.class::cast));
    }

    /** Puts the focus where the step begins; it stays where it is while no step is in sight. */
    void focus() {
        shown.map(FirstSteps::start).filter(node -> node.getScene() != null).ifPresent(node -> Focus.give(node, TraversalDirection.NEXT));
    }

    private FirstSteps steps(int number) {
        return new FirstSteps(acts.context(), number, new FirstSteps.Acts() {
            @Override
            public void language(Language language) {
                acts.language(language);
            }

            @Override
            public void next() {
                turn(Optional.of(2));
            }

            @Override
            public void done() {
                turn(Optional.empty());
                acts.keep(() -> preferences.put(BEGUN, "true"));
                acts.begun();
            }
        });
    }
}
