package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.FingerprintSitting;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.key.manage.fingerprint.FingerprintSensor;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code touchstone fingerprints sensor} */
@Command(
    name = "sensor",
    header = "Tell what a key's fingerprint sensor is like",
    description = {"", "It takes no PIN.", ""})
final class FingerprintSensorCommand extends FingerprintCommand {

  FingerprintSensorCommand(RootCommand root) {
    super(root);
  }

  @Override
  void run(UseCases useCases, FingerprintSitting sitting, TerminalWatcher watcher) throws Failure {
    FingerprintSensor sensor = sitting.sensor(watcher, cancellation());
    answer(_ -> FingerprintDocuments.sensor(sitting.key(), sensor), text(sensor));
  }

  private static List<String> text(FingerprintSensor sensor) {
    List<String> lines = new ArrayList<>();
    lines.add(
        switch (sensor.kind()) {
          case TOUCH -> "The finger is laid on the sensor.";
          case SWIPE -> "The finger is drawn over the sensor.";
          case UNKNOWN -> "The key does not tell how a finger is put to the sensor.";
        });
    sensor
        .samples()
        .ifPresent(
            most -> lines.add("It wants at most %d good samples of a new finger.".formatted(most)));
    sensor
        .mostNameBytes()
        .ifPresent(
            most -> lines.add("A finger's name may have %d bytes of UTF-8.".formatted(most)));
    return lines;
  }
}
