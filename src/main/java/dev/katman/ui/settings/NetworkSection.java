package dev.katman.ui.settings;

import dev.katman.conversation.Secret;
import dev.katman.settings.KeyStore;
import dev.katman.settings.Keys.Found;
import dev.katman.settings.Proxies;
import dev.katman.settings.Proxies.Choice;
import dev.katman.settings.Proxies.Kind;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Parts;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** By which way requests leave this machine. What is written holds once the field is left, so that nothing is sent to half an address. */
final class NetworkSection extends SectionView {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkSection.class);

    private final ToggleGroup kinds = new ToggleGroup();
    private final TextField host = field(new TextField(), "host", 16);
    private final TextField port = field(new TextField(), "port", 12);
    private final TextField user = field(new TextField(), "user", 16);
    private final PasswordField password = field(new PasswordField(), "password", 12);
    private final VBox card = Controls.card();
    private final VBox address;
    private final Said said = new Said();

    NetworkSection(Context context) {
        super(context, Section.NETWORK);
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
        host.setPromptText("proxy.example.org");
        port.setPromptText("8080");
        var fields = new GridPane(8, 8);
        fields.addRow(0, named("host", host), named("port", port));
        fields.addRow(1, named("user", user), named("password", password));
        address = new VBox(8, fields, Parts.wrapped(text("ui.settings.network.login"), "settings-line", "small"));
        address.getStyleClass().add("settings-indented");
        said.getStyleClass().add("settings-indented");
        card.getChildren().addAll(address, said);
        getChildren().addAll(card, Parts.wrapped(text("ui.settings.network.local"), "muted", "small"));
    }

    private <T extends TextField> T field(T field, String key, int columns) {
        field.setId("proxy-" + key);
        field.setPrefColumnCount(columns);
        field.setOnAction(event -> chosen());
        field.focusedProperty().addListener((focused, before, now) -> {
            if (!now) {
                chosen();
            }
        });
        return field;
    }

    private VBox named(String key, TextField field) {
        Label name = Parts.label(text("ui.settings.network." + key), "muted", "small");
        name.setLabelFor(field);
        field.setAccessibleText(name.getText());
        field.setMinWidth(0);
        return new VBox(2, name, field);
    }

    private Proxies proxies() {
        return context().services().proxies();
    }

    private void chosen() {
        var kind = (Kind) kinds.getSelectedToggle().getUserData();
        show(kind);
        Optional<Choice> choice = kind.hasAddress() ? Proxies.read(kind, host.getText(), port.getText(), user.getText())
                : Optional.of(new Choice(kind));
        if (choice.isEmpty()) {
            said.say(Tone.PLAIN, text("ui.settings.network.incomplete"));
            return;
        }
        Optional<Secret> secret = choice.get().user().isEmpty() || password.getText().isBlank() ? Optional.empty()
                : Optional.of(new Secret(password.getText()));
        if (choice.get().equals(proxies().choice()) && secret.isEmpty()) {
            said.say(Tone.PLAIN, "");
            return;
        }
        if (secret.isPresent()) {
            password.clear(); // from here on it is shown nowhere
        }
        context().work().run("keep the proxy", () -> keep(choice.get(), secret), kept -> {
            said.say(kept ? Tone.GOOD : Tone.BAD, text(kept ? "ui.settings.network.holds" : "ui.settings.network.cannotKeep"));
            look();
        });
    }

    private boolean keep(Choice choice, Optional<Secret> secret) {
        try {
            proxies().choose(choice);
            if (secret.isPresent()) {
                proxies().password(secret.get());
            }
            return true;
        } catch (KeyStore.Unavailable e) {
            LOG.warn("the password of the proxy could not be kept or removed", e);
            return false;
        }
    }

    /** The address stands below the choice that it belongs to, and so does what is said of it. */
    private void show(Kind kind) {
        address.setVisible(kind.hasAddress());
        address.setManaged(kind.hasAddress());
        int place = kind.ordinal() + 1;
        if (card.getChildren().indexOf(address) != place) {
            card.getChildren().removeAll(address, said);
            card.getChildren().addAll(place, List.of(address, said));
        }
    }

    @Override
    void look() {
        Choice choice = proxies().choice();
        kinds.getToggles().stream().filter(t -> t.getUserData() == choice.kind()).findFirst().ifPresent(kinds::selectToggle);
        if (choice.kind().hasAddress()) {
            fill(host, choice.host());
            fill(port, String.valueOf(choice.port()));
            fill(user, choice.user());
        }
        show(choice.kind());
        context().work().run("look for the password of the proxy", () -> choice.user().isEmpty() ? new Found.None() : proxies().password(),
                found -> password.setPromptText(switch (found) {
                    case Found.Key key -> text("ui.settings.network.password.kept");
                    case Found.None none -> "";
                    case Found.Unreachable unreachable -> text("ui.settings.network.password.unreachable");
                }));
    }

    private static void fill(TextField field, String text) {
        if (!field.isFocused()) {
            field.setText(text);
        }
    }
}
