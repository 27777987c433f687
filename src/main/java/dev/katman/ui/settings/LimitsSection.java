package dev.katman.ui.settings;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Law;
import dev.katman.quota.Level;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Parts;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.time.Instant;
import java.util.Optional;

/** Every limit that counts just now, and whose word it is. */
final class LimitsSection extends SectionView {
    private final VBox cards = new VBox(12);

    LimitsSection(Context context) {
        super(context, Section.LIMITS);
        getChildren().add(cards);
    }

    @Override
    void look() {
        cards.getChildren().clear();
        Instant now = context().services().clock().instant();
        for (DeploymentId id : context().services().exchange().inUse()) {
            context().services().catalog().deployment(id).ifPresent(deployment -> cards.getChildren().add(card(deployment, now)));
        }
        if (cards.getChildren().isEmpty()) {
            cards.getChildren().add(Parts.wrapped(text("ui.settings.limits.nobody"), "settings-line"));
        }
    }

    private Node card(Deployment deployment, Instant now) {
        var grid = new GridPane(12, 6);
        var figures = new ColumnConstraints();
        var names = new ColumnConstraints();
        var sources = new ColumnConstraints();
        names.setMinWidth(0);
        sources.setHgrow(Priority.ALWAYS);
        sources.setMinWidth(0);
        grid.getColumnConstraints().addAll(figures, names, sources);
        int row = 0;
        for (Axis axis : Axis.values()) {
            Optional<Level> level = context().services().ledger().level(deployment.id(), axis, now);
            if (level.isPresent()) {
                var figure = Parts.label(context().texts().number(level.get().limit()), "settings-figure");
                figure.setMinWidth(USE_PREF_SIZE);
                grid.addRow(row++, figure, Parts.wrapped(context().words().axis(axis)),
                        Parts.wrapped(source(deployment, axis, level.get()), "settings-line"));
            }
        }
        VBox card = Controls.card(Controls.line(Parts.label(deployment.model().name(), "card-name"),
                Parts.label(deployment.provider().name(), "muted")));
        if (row == 0) {
            card.getChildren().add(Parts.wrapped(text("ui.settings.limits.none"), "settings-line"));
        } else {
            card.getChildren().addAll(grid, Parts.wrapped(law(deployment.provider().law()), "settings-line", "small"));
        }
        return card;
    }

    private String source(Deployment deployment, Axis axis, Level level) {
        boolean told = context().services().ledger().limitIsTold(deployment.id(), axis);
        if (!told) {
            return text("ui.settings.limits.catalogue");
        }
        return deployment.limits().of(axis).isPresent() && deployment.limits().of(axis).getAsLong() == level.limit()
                ? text("ui.settings.limits.confirmed") : text("ui.settings.limits.provider",
                        deployment.limits().of(axis).isPresent() ? context().texts().number(deployment.limits().of(axis).getAsLong()) : "–");
    }

    private String law(Law law) {
        return switch (law) {
            case Law.Draining draining -> text("ui.settings.limits.draining");
            case Law.Calendar calendar -> text("ui.settings.limits.calendar", calendar.time(), calendar.zone());
        };
    }
}
