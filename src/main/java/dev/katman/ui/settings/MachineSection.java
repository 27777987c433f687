package dev.katman.ui.settings;

import dev.katman.catalog.Deployment;
import dev.katman.catalog.Provider;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Parts;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Model servers on this machine. */
final class MachineSection extends SectionView {
    private final VBox found = new VBox(12);
    private final Said said = new Said();
    private final Button again;

    MachineSection(Context context) {
        super(context, Section.MACHINE);
        again = Controls.button(text("ui.settings.machine.again"), this::again);
        again.setId("look-again");
        getChildren().addAll(found, Controls.line(again), said);
    }

    @Override
    void look() {
        show(context().services().providers().here());
    }

    private void show(Map<Provider, List<Deployment>> here) {
        found.getChildren().clear();
        context().services().catalog().providers().stream().filter(p -> p.kind() == Provider.Kind.LOCAL).forEach(provider -> {
            List<Deployment> models = here.getOrDefault(provider, List.of());
            String address = provider.baseUrl().orElseThrow().getAuthority();
            var badge = Parts.label(text(models.isEmpty() ? "ui.settings.machine.absent" : "ui.settings.machine.runs"), "settings-badge",
                    models.isEmpty() ? "idle" : "good");
            var line = Controls.line(Parts.label(provider.name(), "card-name"), badge);
            found.getChildren().add(Controls.card(line, Parts.wrapped(models.isEmpty() ? text("ui.settings.machine.nothing", address)
                    : text("ui.settings.machine.serves", address, models.stream().map(d -> d.model().name()).collect(Collectors.joining(", "))),
                    "settings-line")));
        });
    }

    private void again() {
        again.setDisable(true);
        context().work().run("look for model servers", () -> context().services().providers().lookAround(), here -> {
            again.setDisable(false);
            show(here);
            said.say(Tone.PLAIN, here.isEmpty() ? text("ui.settings.machine.none")
                    : context().texts().count("ui.settings.machine.found", here.size()));
        });
    }
}
