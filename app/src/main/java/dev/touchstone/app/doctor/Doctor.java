package dev.touchstone.app.doctor;

import dev.touchstone.app.settings.Settings;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.transport.card.CardService;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/** Examines everything, one thing after the other. */
public final class Doctor {

  private final Machine machine;
  private final List<Examination> examinations;

  private Doctor(Machine machine, List<Examination> examinations) {
    this.machine = machine;
    this.examinations = examinations;
  }

  /**
   * The whole examination.
   *
   * @param cards asks the PC/SC service
   * @param laboratoryRuns whether somebody answers at the laboratory's socket
   */
  public static Doctor of(
      Machine machine,
      Settings settings,
      KeyRing ring,
      Supplier<CardService> cards,
      BooleanSupplier laboratoryRuns,
      InstantSource clock) {
    return new Doctor(
        machine,
        List.of(
            new KeysExamination(ring, cards),
            new UsbExamination(machine),
            new CardExamination(machine, cards),
            new DataExamination(settings),
            new LaboratoryExamination(settings.labSocket().resolve("socket"), laboratoryRuns),
            new ClockExamination(clock, built()),
            new VersionsExamination(System.getProperty("java.class.path", ""))));
  }

  /** Everything that was found, in an order to read it in. */
  public List<Finding> examine() {
    List<Finding> findings = new ArrayList<>();
    for (Examination examination : examinations) {
      try {
        findings.addAll(examination.run());
      } catch (RuntimeException e) {
        // One that stumbles must not keep the others from being told.
        LoggerFactory.getLogger(Doctor.class).error("An examination ended by a defect", e);
        findings.add(
            Finding.unknown(
                "Touchstone",
                "examination",
                "This could not be looked at (%s).".formatted(e.getClass().getSimpleName())));
      }
    }
    return List.copyOf(findings);
  }

  /** The rule that could be installed here; empty where there is no such thing. */
  public Optional<UdevRule> udevRule() {
    return machine.kind() == Machine.Kind.LINUX
        ? Optional.of(UdevRule.on(machine))
        : Optional.empty();
  }

  /** When the program's files were made; long ago if that cannot be told. */
  private static Instant built() {
    try {
      CodeSource source = Doctor.class.getProtectionDomain().getCodeSource();
      return source == null
          ? Instant.EPOCH
          : Files.getLastModifiedTime(Path.of(source.getLocation().toURI())).toInstant();
    } catch (IOException | URISyntaxException | IllegalArgumentException e) {
      return Instant.EPOCH;
    }
  }
}
