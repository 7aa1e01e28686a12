package dev.touchstone.app.ui.fingerprints;

import dev.touchstone.key.manage.fingerprint.Fingerprint;
import dev.touchstone.key.manage.fingerprint.FingerprintSensor;

/** How the tab calls things. */
final class FingerprintWords {

  private FingerprintWords() {}

  static String title(Fingerprint fingerprint) {
    return fingerprint.name().orElse("Finger " + fingerprint.id());
  }

  static String sensor(FingerprintSensor sensor) {
    String how =
        switch (sensor.kind()) {
          case TOUCH -> "The finger is laid on the sensor";
          case SWIPE -> "The finger is drawn over the sensor";
          case UNKNOWN -> "The finger is put to the sensor";
        };
    return sensor.samples().isPresent()
        ? "%s, up to %d times for a new one.".formatted(how, sensor.samples().getAsInt())
        : how + ".";
  }
}
