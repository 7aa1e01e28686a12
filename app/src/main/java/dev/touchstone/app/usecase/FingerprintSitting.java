package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.advice.Operation;
import dev.touchstone.key.ctap.ClientPin.Permission;
import dev.touchstone.key.manage.fingerprint.DeleteFingerprint;
import dev.touchstone.key.manage.fingerprint.DeleteFingerprint.Deletion;
import dev.touchstone.key.manage.fingerprint.EnrolFingerprint;
import dev.touchstone.key.manage.fingerprint.EnrolFingerprint.Enrolment;
import dev.touchstone.key.manage.fingerprint.EnrolmentProgress;
import dev.touchstone.key.manage.fingerprint.Fingerprint;
import dev.touchstone.key.manage.fingerprint.FingerprintSensor;
import dev.touchstone.key.manage.fingerprint.ListFingerprints;
import dev.touchstone.key.manage.fingerprint.RenameFingerprint;
import dev.touchstone.key.manage.fingerprint.RenameFingerprint.Renaming;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.uv.HeldVerification;
import dev.touchstone.key.session.uv.TokenScope;
import dev.touchstone.key.transport.KeyDevice;
import java.util.List;
import java.util.Optional;

/**
 * A key that stays open while somebody sees to its fingerprints; one PIN serves all steps. One step
 * at a time, on any thread.
 */
public final class FingerprintSitting implements OpenKey {

  private final KeySitting sitting;
  private final HeldVerification held =
      new HeldVerification(
          TokenScope.management(Permission.BIO_ENROLLMENT),
          "Fingerprints are managed by who knows the key's PIN.");

  FingerprintSitting(KeySitting sitting) {
    this.sitting = sitting;
  }

  @Override
  public KeyDevice key() {
    return sitting.key();
  }

  /**
   * Asks what the sensor is like; that takes no PIN.
   *
   * @throws Failure if the key has none
   */
  public FingerprintSensor sensor(KeyWatcher watcher, Cancellation cancellation) throws Failure {
    return sitting.run(Operation.READ_KEY, watcher, cancellation, FingerprintSensor::read);
  }

  /**
   * Reads all of them, in the key's order.
   *
   * @throws Failure if the key has no sensor, or the PIN was not given
   */
  public List<Fingerprint> list(KeyWatcher watcher, Cancellation cancellation) throws Failure {
    return sitting.run(
        Operation.LIST_FINGERPRINTS,
        watcher,
        cancellation,
        conversation -> new ListFingerprints(conversation, held).run());
  }

  /**
   * Looks, changes nothing, asks for no PIN.
   *
   * @param name what the finger will be called; given in a step of its own
   */
  public Enrolment previewEnrol(
      Optional<String> name, KeyWatcher watcher, Cancellation cancellation) throws Failure {
    return sitting.run(
        Operation.ENROL_FINGERPRINT,
        watcher,
        cancellation,
        conversation -> new EnrolFingerprint(conversation, held).preview(name));
  }

  /**
   * Captures a finger until the key has enough of it. Whatever ends it before leaves nothing.
   *
   * @param listener told of each sample
   * @return the new fingerprint, which has no name yet
   */
  public Fingerprint enrol(
      Enrolment enrolment,
      EnrolmentProgress.Listener listener,
      KeyWatcher watcher,
      Cancellation cancellation)
      throws Failure {
    return sitting.run(
        Operation.ENROL_FINGERPRINT,
        watcher,
        cancellation,
        conversation -> new EnrolFingerprint(conversation, held).apply(enrolment, listener));
  }

  /** Looks, changes nothing, asks for no PIN. */
  public Renaming previewRename(
      Fingerprint fingerprint, String name, KeyWatcher watcher, Cancellation cancellation)
      throws Failure {
    return sitting.run(
        Operation.RENAME_FINGERPRINT,
        watcher,
        cancellation,
        conversation -> new RenameFingerprint(conversation, held).preview(fingerprint, name));
  }

  /** Gives the name. */
  public Fingerprint rename(Renaming renaming, KeyWatcher watcher, Cancellation cancellation)
      throws Failure {
    return sitting.run(
        Operation.RENAME_FINGERPRINT,
        watcher,
        cancellation,
        conversation -> {
          new RenameFingerprint(conversation, held).apply(renaming);
          return new Fingerprint(renaming.fingerprint().templateId(), Optional.of(renaming.name()));
        });
  }

  /** Looks, changes nothing. */
  public Deletion previewDelete(
      Fingerprint fingerprint, KeyWatcher watcher, Cancellation cancellation) throws Failure {
    return sitting.run(
        Operation.DELETE_FINGERPRINT,
        watcher,
        cancellation,
        conversation -> new DeleteFingerprint(conversation, held).preview(fingerprint));
  }

  /** Lets the key forget it. */
  public void delete(Deletion deletion, KeyWatcher watcher, Cancellation cancellation)
      throws Failure {
    sitting.run(
        Operation.DELETE_FINGERPRINT,
        watcher,
        cancellation,
        conversation -> {
          new DeleteFingerprint(conversation, held).apply(deletion);
          return true;
        });
  }

  @Override
  public void close() {
    held.close();
    sitting.close();
  }
}
