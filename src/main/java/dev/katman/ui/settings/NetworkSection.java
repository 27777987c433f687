package dev.katman.ui.settings;

import dev.katman.settings.Proxies;
import dev.katman.settings.Proxies.Choice;
import dev.katman.settings.Proxies.Kind;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Parts;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import java.util.Locale;
import java.util.Optional;

/** By which way requests leave this machine. */
final class NetworkSection extends SectionView {
    private final ToggleGroup kinds = new ToggleGroup();
    private final TextField host = new TextField();
    private final TextField port = new TextField();
    private final FlowPane address;
    private final Said said = new Said();
    private boolean showing;

    NetworkSection(Context context) {
        super(context, Section.NETWORK);
        VBox card = Controls.card();
        for (Kind kind : Kind.values()) {
            String key = kind.name().toLowerCase(Locale.ROOT);
            var radio = new RadioButton(text("ui.settings.network." + key));
            radio.setId("proxy-" + key);
            radio.setToggleGroup(kinds);
            radio.setUserData(kind);
            radio.setWrapText(true);
            radio.setMinHeight(USE_PREF_SIZE);
            radio.setOnAction(event -> chosen());
            card.getChildren().add(radio);
        }
        host.setId("proxy-host");
        host.setPromptText("proxy.example.org");
        host.setAccessibleText(text("ui.settings.network.host"));
        host.setPrefColumnCount(18);
        port.setId("proxy-port");
        port.setPromptText("8080");
        port.setAccessibleText(text("ui.settings.network.port"));
        port.setPrefColumnCount(5);
        address = Controls.line(Parts.label(text("ui.settings.network.host")), host, Parts.label(text("ui.settings.network.port")), port);
        host.textProperty().addListener((value, before, now) -> chosen());
        port.textProperty().addListener((value, before, now) -> chosen());
        card.getChildren().addAll(address, said);
        getChildren().addAll(card, Parts.wrapped(text("ui.settings.network.local"), "muted", "small"));
    }

    private void chosen() {
        if (showing || kinds.getSelectedToggle() == null) {
            return;
        }
        var kind = (Kind) kinds.getSelectedToggle().getUserData();
        address.setDisable(!kind.hasAddress());
        Optional<Choice> choice = kind.hasAddress() ? Proxies.read(kind, host.getText(), port.getText()) : Optional.of(new Choice(kind));
        if (choice.isEmpty()) {
            said.say(Tone.PLAIN, text("ui.settings.network.incomplete"));
            return;
        }
        Proxies proxies = context().services().proxies();
        if (!choice.get().equals(proxies.choice())) {
            context().work().run("keep the proxy", () -> {
                proxies.choose(choice.get());
                return choice.get();
            }, done -> said.say(Tone.GOOD, text("ui.settings.network.holds")));
        } else {
            said.say(Tone.PLAIN, "");
        }
    }

    @Override
    void look() {
        Choice choice = context().services().proxies().choice();
        showing = true;
        kinds.getToggles().stream().filter(t -> t.getUserData() == choice.kind()).findFirst().ifPresent(kinds::selectToggle);
        if (choice.kind().hasAddress() && !host.isFocused() && !port.isFocused()) {
            host.setText(choice.host());
            port.setText(String.valueOf(choice.port()));
        }
        address.setDisable(!choice.kind().hasAddress());
        showing = false;
    }
}
