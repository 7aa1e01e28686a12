package dev.touchstone.app.ui.requests;

import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.usecase.MintToken.Minted;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** The token that goes along with a request: typed, kept, or of a sign-in. */
final class TokenPane extends VBox {

  private final TokenChoice tokens;
  private final Moments moments;

  /**
   * @param signIn asks who signs in where
   */
  TokenPane(TokenChoice tokens, Runnable signIn, Moments moments) {
    this.tokens = tokens;
    this.moments = moments;
    getStyleClass().add("tab-body");
    setSpacing(10);
    PasswordField typed = new PasswordField();
    typed.setId("request-token");
    typed.textProperty().bindBidirectional(tokens.typedProperty());
    ComboBox<String> kept = new ComboBox<>(tokens.secrets());
    kept.setId("request-secret");
    kept.setConverter(new Names());
    kept.valueProperty().bindBidirectional(tokens.secretProperty());
    ComboBox<Optional<Minted>> minted = new ComboBox<>(tokens.minted());
    minted.setId("request-minted");
    minted.setConverter(new Words());
    minted.valueProperty().bindBidirectional(tokens.mintedProperty());
    getChildren()
        .addAll(
            Form.row(
                Form.field("Bearer token", typed, "To this address alone; kept nowhere."),
                Form.field("Or one kept encrypted", kept, "By 'touchstone request secret'."),
                Form.field("Or of a sign-in", minted, "To its server alone.")),
            signIns(signIn));
  }

  private HBox signIns(Runnable signIn) {
    Button mint = new Button("Sign in for a token", Icons.of(MaterialDesignL.LOGIN_VARIANT));
    mint.setId("mint-token");
    mint.setMinWidth(USE_PREF_SIZE);
    mint.setOnAction(event -> signIn.run());
    Button refresh = new Button("Refresh", Icons.of(MaterialDesignR.REFRESH));
    refresh.setId("refresh-token");
    refresh.setMinWidth(USE_PREF_SIZE);
    refresh
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> tokens.mintedProperty().get().flatMap(Minted::refresh).isEmpty(),
                tokens.mintedProperty()));
    refresh.setOnAction(event -> tokens.refresh());
    Button forget = new Button("Forget", Icons.of(MaterialDesignC.CLOSE));
    forget.setId("forget-token");
    forget.setMinWidth(USE_PREF_SIZE);
    forget
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> tokens.mintedProperty().get().isEmpty(), tokens.mintedProperty()));
    forget.setOnAction(event -> tokens.forget());
    Label remark = Texts.oneLine("", "caption");
    remark.setId("minted-remark");
    remark
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> tokens.mintedProperty().get().map(this::remark).orElse(""),
                tokens.mintedProperty()));
    HBox.setHgrow(remark, Priority.ALWAYS);
    HBox line = new HBox(8, mint, refresh, forget, remark);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private String remark(Minted it) {
    return "For %s%s"
        .formatted(
            it.bearer().only(),
            it.expires().map(until -> ", until " + moments.absolute(until)).orElse(""));
  }

  private static final class Names extends StringConverter<String> {
    @Override
    public String toString(String name) {
      return Objects.requireNonNullElse(name, "").isEmpty() ? "none" : name;
    }

    @Override
    public String fromString(String text) {
      throw new UnsupportedOperationException("secrets are chosen, not typed");
    }
  }

  private static final class Words extends StringConverter<Optional<Minted>> {
    @Override
    public String toString(Optional<Minted> minted) {
      return Objects.requireNonNullElse(minted, Optional.<Minted>empty())
          .map(it -> it.user() + " at " + it.server().name())
          .orElse("none");
    }

    @Override
    public Optional<Minted> fromString(String text) {
      throw new UnsupportedOperationException("tokens are chosen, not typed");
    }
  }
}
