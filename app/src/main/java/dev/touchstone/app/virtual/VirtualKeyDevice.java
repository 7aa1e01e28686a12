package dev.touchstone.app.virtual;

import com.yubico.yubikit.core.fido.FidoConnection;
import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.fault.FaultScript;
import dev.touchstone.fixture.key.file.FileDamaged;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.state.KeyInUse;
import dev.touchstone.fixture.key.state.KeyStorage;
import dev.touchstone.fixture.key.touch.FingerprintSensor;
import dev.touchstone.fixture.key.touch.TouchSensor;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.Mark;
import dev.touchstone.key.transport.Transport;
import dev.touchstone.key.transport.TransportException;
import dev.touchstone.key.transport.hid.ReportConnection;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A virtual key as the list of keys shows it. It is plugged in while somebody has it open, so that
 * the window and a terminal can take turns with it, and who comes while another has it waits for a
 * moment.
 */
public final class VirtualKeyDevice implements KeyDevice {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

  private final String id;
  private final KeyModel model;
  private final Memory memory;
  private final LaboratoryDoor laboratory;
  private final Manners manners;
  private final InstantSource clock;
  private final SecureRandom random;

  /**
   * A key that is not plugged in yet.
   *
   * @param id what people type
   * @param memory where it keeps its credentials
   * @param laboratory attests a key that is made
   * @param manners how it is touched, and what it does wrong
   */
  public VirtualKeyDevice(
      String id,
      KeyModel model,
      Memory memory,
      LaboratoryDoor laboratory,
      Manners manners,
      InstantSource clock,
      SecureRandom random) {
    this.id = id;
    this.model = model;
    this.memory = memory;
    this.laboratory = laboratory;
    this.manners = manners;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public Transport transport() {
    return Transport.VIRTUAL;
  }

  @Override
  public String path() {
    return memory.place();
  }

  @Override
  public Set<Mark> marks() {
    return Set.of(mark(memory.number()));
  }

  /** The number of a virtual key, as it also tells it over wires that others made. */
  static Mark mark(UUID number) {
    return new Mark.Serial("Trussed", number.toString());
  }

  @Override
  public int vendorId() {
    return 0;
  }

  @Override
  public int productId() {
    return 0;
  }

  @Override
  public boolean powersUpWhenOpened() {
    return true;
  }

  @Override
  public FidoConnection connect() throws IOException {
    Laboratory attestation = openLaboratory();
    KeyStorage storage = openMemory();
    try {
      VirtualKey key =
          VirtualKey.open(
              model,
              attestation,
              new Surroundings(storage, manners.touch(), clock, random)
                  .withFingers(manners.fingers()));
      key.misbehave(manners.faults());
      return new ReportConnection(VirtualPipe.owning(key));
    } catch (IOException e) {
      storage.close();
      throw unusable(e);
    }
  }

  private Laboratory openLaboratory() throws IOException {
    try {
      return laboratory.open();
    } catch (IOException e) {
      throw gone(String.valueOf(e.getMessage()), e);
    }
  }

  /** Most who have it open only look at it, so it is free again soon. */
  private KeyStorage openMemory() throws IOException {
    long began = System.nanoTime();
    while (true) {
      try {
        return memory.open();
      } catch (KeyInUse e) {
        if (System.nanoTime() - began > PATIENCE.toNanos()) {
          throw new TransportException.DeviceBusy(String.valueOf(e.getMessage()));
        }
        awaitTurn();
      } catch (IOException e) {
        throw unusable(e);
      }
    }
  }

  private static void awaitTurn() throws InterruptedIOException {
    try {
      Thread.sleep(BETWEEN_TRIES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while another program had the key open");
    }
  }

  private IOException unusable(IOException cause) {
    String why =
        cause instanceof FileDamaged
            ? String.valueOf(cause.getMessage())
            : "The virtual key's memory %s cannot be used. Check that it can be written to and that there is space left."
                .formatted(memory.place());
    return gone(why, cause);
  }

  private static IOException gone(String why, IOException cause) {
    var gone = new TransportException.DeviceGone(why);
    gone.initCause(cause);
    return gone;
  }

  /**
   * How a key is touched, and what it does wrong.
   *
   * @param fingers asked by models that read fingerprints
   */
  public record Manners(TouchSensor touch, FingerprintSensor fingers, FaultScript faults) {

    /** A sound key under this finger. */
    public static Manners touchedBy(VirtualTouch finger) {
      return new Manners(finger, finger, FaultScript.NONE);
    }

    /** The same with faults. */
    public Manners with(FaultScript script) {
      return new Manners(touch, fingers, script);
    }
  }

  /** The same key, however often it was found. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VirtualKeyDevice that
        && id.equals(that.id)
        && memory.place().equals(that.memory.place());
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, memory.place());
  }

  /** Where a virtual key keeps what it knows. */
  public interface Memory {

    /**
     * Opens it for one key; the key closes it.
     *
     * @throws KeyInUse if a key is open on it already
     */
    KeyStorage open() throws IOException;

    /** For people, such as a file name. */
    String place();

    /** Of the key that lives there. */
    UUID number();
  }

  /** Opens the laboratory when a key is made or trusted. */
  @FunctionalInterface
  public interface LaboratoryDoor {

    /**
     * Opens it.
     *
     * @throws IOException if that failed; its message says so to a person, and what to do
     */
    Laboratory open() throws IOException;
  }
}
