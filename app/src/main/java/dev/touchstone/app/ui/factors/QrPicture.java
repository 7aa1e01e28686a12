package dev.touchstone.app.ui.factors;

import dev.touchstone.rp.factor.totp.OtpAuth;
import dev.touchstone.rp.factor.totp.QrCode;
import java.io.ByteArrayInputStream;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

/**
 * What a device reads. Drawn on white in the dark too, because cameras expect that. It has no text
 * and goes into no clipboard.
 */
final class QrPicture extends StackPane {

  private static final int PIXELS = 232;

  QrPicture(OtpAuth told) {
    getStyleClass().add("qr-picture");
    setId("qr-code");
    ImageView view =
        new ImageView(new Image(new ByteArrayInputStream(QrCode.png(told.uri(), 2 * PIXELS))));
    view.setFitWidth(PIXELS);
    view.setPreserveRatio(true);
    view.setSmooth(false);
    setAccessibleText("QR code for the device of " + told.account());
    setMinSize(PIXELS, PIXELS);
    setMaxSize(PIXELS, PIXELS);
    getChildren().add(view);
  }
}
