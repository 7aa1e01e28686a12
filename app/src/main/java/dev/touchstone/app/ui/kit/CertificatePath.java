package dev.touchstone.app.ui.kit;

import dev.touchstone.rp.attestation.AttestationReport;
import dev.touchstone.rp.attestation.AttestationReport.PathElement;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** Certificates drawn one below the other, from the authenticator's own up to the trust anchor. */
public final class CertificatePath extends VBox {

  public CertificatePath(List<PathElement> path) {
    getStyleClass().add("certificate-path");
    setMinHeight(USE_PREF_SIZE);
    for (int i = 0; i < path.size(); i++) {
      getChildren().add(row(path.get(i), i == path.size() - 1));
    }
  }

  private static HBox row(PathElement element, boolean last) {
    StackPane disc = new StackPane(Icons.of(icon(element.role())));
    disc.getStyleClass().addAll("path-disc", role(element.role()).replace(' ', '-'));
    disc.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Region line = new Region();
    line.getStyleClass().add("path-line");
    line.setVisible(!last);
    VBox.setVgrow(line, Priority.ALWAYS);
    VBox rail = new VBox(disc, line);
    rail.setAlignment(Pos.TOP_CENTER);
    rail.setMinWidth(USE_PREF_SIZE);

    HBox head =
        new HBox(
            Texts.sectionTitle(commonName(element.subject())),
            new Badge(
                role(element.role()),
                element.role() == AttestationReport.Role.ANCHOR ? Tone.GOOD : Tone.NEUTRAL));
    head.getStyleClass().add("path-head");
    head.setAlignment(Pos.CENTER_LEFT);
    Facts facts =
        new Facts()
            .add("Subject", element.subject())
            .add("Issuer", element.issuer())
            .add("Valid", element.validFrom() + " until " + element.validUntil())
            .addCopyable("SHA-256", element.fingerprint());
    VBox card = new VBox(head, facts);
    card.getStyleClass().add("path-card");
    for (String note : element.notes()) {
      card.getChildren().add(Texts.caption("•  " + note));
    }
    HBox.setHgrow(card, Priority.ALWAYS);
    HBox row = new HBox(rail, card);
    row.getStyleClass().add("path-row");
    return row;
  }

  private static String commonName(String subject) {
    for (String part : subject.split("(?<!\\\\),", -1)) {
      String trimmed = part.strip();
      if (trimmed.regionMatches(true, 0, "CN=", 0, 3)) {
        return trimmed.substring(3);
      }
    }
    return subject;
  }

  private static String role(AttestationReport.Role role) {
    return switch (role) {
      case LEAF -> "leaf";
      case INTERMEDIATE -> "intermediate";
      case ANCHOR -> "trust anchor";
    };
  }

  private static Ikon icon(AttestationReport.Role role) {
    return switch (role) {
      case LEAF -> MaterialDesignF.FINGERPRINT;
      case INTERMEDIATE -> MaterialDesignC.CERTIFICATE_OUTLINE;
      case ANCHOR -> MaterialDesignA.ANCHOR;
    };
  }
}
