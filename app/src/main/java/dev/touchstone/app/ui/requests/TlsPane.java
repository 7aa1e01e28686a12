package dev.touchstone.app.ui.requests;

import dev.touchstone.app.request.send.TlsFacts;
import dev.touchstone.app.ui.kit.Facts;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What TLS agreed on, and the certificates. */
final class TlsPane extends StackPane {

  TlsPane(TlsFacts tls) {
    VBox all = new VBox(12);
    all.getStyleClass().add("tab-body");
    all.getChildren()
        .add(
            new Facts()
                .add("Version", tls.protocol())
                .add("Cipher suite", tls.cipherSuite())
                .add(
                    "Accepted",
                    switch (tls.trust()) {
                      case SYSTEM -> "an authority that this computer trusts vouches for it";
                      case PINNED -> "it is the pinned certificate";
                      case UNCHECKED -> "without looking at the certificate";
                    }));
    for (TlsFacts.Link link : tls.chain()) {
      all.getChildren()
          .addAll(
              Texts.sectionTitle("Certificate"),
              new Facts()
                  .add("Of", link.subject())
                  .add("Issued by", link.issuer())
                  .add("For", String.join(", ", link.names()))
                  .add("Valid", "%s to %s".formatted(link.notBefore(), link.notAfter()))
                  .add("Key", link.key())
                  .addCopyable("SHA-256", link.sha256()));
    }
    getChildren().add(new Scroll(all));
  }
}
