package dev.touchstone.app.trouble;

import dev.touchstone.app.advice.Operation;
import dev.touchstone.key.ctap.ClientPin.Permission;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.manage.ChangePin;
import dev.touchstone.key.manage.DeleteKeyCredential;
import dev.touchstone.key.manage.ListKeyCredentials;
import dev.touchstone.key.manage.PinState;
import dev.touchstone.key.manage.RenameCredentialUser;
import dev.touchstone.key.manage.SetPin;
import dev.touchstone.key.manage.TouchedKey;
import dev.touchstone.key.manage.VerifyPin;
import dev.touchstone.key.manage.fingerprint.DeleteFingerprint;
import dev.touchstone.key.manage.fingerprint.EnrolFingerprint;
import dev.touchstone.key.manage.fingerprint.ListFingerprints;
import dev.touchstone.key.manage.fingerprint.RenameFingerprint;
import dev.touchstone.key.manage.reset.ResetKey;
import dev.touchstone.key.manage.setting.ConfigureKey;
import dev.touchstone.key.manage.setting.SetAlwaysUv;
import dev.touchstone.key.manage.setting.SetPinRules;
import dev.touchstone.key.manage.setting.SettingChange;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.uv.HeldVerification;
import dev.touchstone.key.session.uv.TokenScope;
import dev.touchstone.key.webauthn.failure.WebAuthnException;
import java.util.Optional;
import java.util.Set;

/** What a person does with a key, from opening it to the last command. */
enum Job {
  READ(
      Operation.READ_KEY,
      Stock.USED,
      (key, _) -> {
        var _ = PinState.read(key);
      }),
  CHOOSE_BY_TOUCH(Operation.CHOOSE_KEY_BY_TOUCH, Stock.NEW, (key, _) -> TouchedKey.await(key)),
  SET_PIN(
      Operation.SET_PIN,
      Stock.NEW,
      (key, person) -> new SetPin(key).apply(person.hand("another-one"))),
  CHANGE_PIN(
      Operation.CHANGE_PIN,
      Stock.USED,
      (key, person) ->
          new ChangePin(key).apply(person.hand(Stock.PIN), person.hand("another-one"))),
  VERIFY_PIN(
      Operation.VERIFY_PIN,
      Stock.USED,
      (key, _) -> {
        var _ = new VerifyPin(key).apply();
      }),
  LIST_CREDENTIALS(
      Operation.LIST_CREDENTIALS,
      Stock.USED,
      (key, _) -> {
        try (HeldVerification held = credentials()) {
          var _ = new ListKeyCredentials(key, held).run();
        }
      }),
  RENAME_USER(
      Operation.RENAME_CREDENTIAL_USER,
      Stock.USED,
      (key, _) -> {
        try (HeldVerification held = credentials()) {
          var rename = new RenameCredentialUser(key, held);
          var first = new ListKeyCredentials(key, held).run().credentials().getFirst();
          var _ = rename.apply(rename.preview(first, Optional.of("grace"), Optional.empty()));
        }
      }),
  DELETE_CREDENTIAL(
      Operation.DELETE_KEY_CREDENTIAL,
      Stock.USED,
      (key, _) -> {
        try (HeldVerification held = credentials()) {
          var delete = new DeleteKeyCredential(key, held);
          var first = new ListKeyCredentials(key, held).run().credentials().getFirst();
          delete.apply(delete.preview(first));
        }
      }),
  LIST_FINGERPRINTS(
      Operation.LIST_FINGERPRINTS,
      Stock.WITH_FINGER,
      (key, _) -> {
        try (HeldVerification held = fingerprints()) {
          var _ = new ListFingerprints(key, held).run();
        }
      }),
  ENROL_FINGERPRINT(
      Operation.ENROL_FINGERPRINT,
      Stock.WITH_PIN,
      (key, _) -> {
        try (HeldVerification held = fingerprints()) {
          var enrol = new EnrolFingerprint(key, held);
          var _ = enrol.apply(enrol.preview(Optional.empty()), _ -> {});
        }
      }),
  RENAME_FINGERPRINT(
      Operation.RENAME_FINGERPRINT,
      Stock.WITH_FINGER,
      (key, _) -> {
        try (HeldVerification held = fingerprints()) {
          var rename = new RenameFingerprint(key, held);
          var finger = new ListFingerprints(key, held).run().getFirst();
          rename.apply(rename.preview(finger, "right thumb"));
        }
      }),
  DELETE_FINGERPRINT(
      Operation.DELETE_FINGERPRINT,
      Stock.WITH_FINGER,
      (key, _) -> {
        try (HeldVerification held = fingerprints()) {
          var delete = new DeleteFingerprint(key, held);
          var finger = new ListFingerprints(key, held).run().getFirst();
          delete.apply(delete.preview(finger));
        }
      }),
  SET_ALWAYS_UV(
      Operation.CONFIGURE_KEY, Stock.USED, (key, _) -> configure(key, new SetAlwaysUv(true))),
  SET_MINIMUM_LENGTH(
      Operation.CONFIGURE_KEY,
      Stock.USED,
      (key, _) -> configure(key, SetPinRules.minimumLength(8))),
  REGISTER(Operation.REGISTER, Stock.USED, (key, _) -> Website.register(key)),
  SIGN_IN(Operation.SIGN_IN, Stock.USED, (key, _) -> Website.signIn(key)),
  WINK(Operation.WINK, Stock.NEW, (key, _) -> key.session().wink()),
  READ_LARGE_BLOB(
      Operation.READ_LARGE_BLOB,
      Stock.WITH_BLOBS,
      (key, _) -> {
        try (HeldVerification held = Blobs.verification()) {
          Blobs.read(key, held);
        }
      }),
  WRITE_LARGE_BLOB(
      Operation.WRITE_LARGE_BLOB,
      Stock.WITH_BLOBS,
      (key, _) -> {
        try (HeldVerification held = Blobs.verification()) {
          Blobs.write(key, held, "one.example", Blobs.LONG);
        }
      }),
  DELETE_LARGE_BLOB(
      Operation.DELETE_LARGE_BLOB,
      Stock.WITH_BLOBS,
      (key, _) -> {
        try (HeldVerification held = Blobs.verification()) {
          Blobs.delete(key, held);
        }
      }),
  COLLECT_LARGE_BLOBS(
      Operation.COLLECT_LARGE_BLOBS,
      Stock.WITH_BLOBS,
      (key, _) -> {
        try (HeldVerification held = Blobs.verification()) {
          Blobs.collect(key, held);
        }
      }),
  RESET(
      Operation.RESET_KEY,
      Stock.USED,
      (key, _) -> {
        var reset = new ResetKey(key);
        var _ = reset.preview(Set.of("usb"));
        reset.apply();
      });

  /** All of it. */
  @FunctionalInterface
  interface Work {
    void run(Conversation key, Person person) throws KeyException, WebAuthnException;
  }

  private final Operation operation;
  private final Stock stock;

  @SuppressWarnings("ImmutableEnumChecker") // it holds nothing
  private final Work work;

  Job(Operation operation, Stock stock, Work work) {
    this.operation = operation;
    this.stock = stock;
    this.work = work;
  }

  Operation operation() {
    return operation;
  }

  Stock stock() {
    return stock;
  }

  /** Whether a key in a reader can do it: this model takes a reset over USB alone. */
  boolean isForCards() {
    return this != RESET && this != WINK;
  }

  void run(Conversation key, Person person) throws KeyException, WebAuthnException {
    work.run(key, person);
  }

  private static void configure(Conversation key, SettingChange change) throws KeyException {
    try (HeldVerification held = ConfigureKey.verification()) {
      if (new ConfigureKey(key, held).apply(change) instanceof ConfigureKey.Outcome.NotAsked) {
        throw new KeyException.NotPossible(
            KeyException.NotPossible.Obstacle.NOT_SUPPORTED, "This key does not have the setting.");
      }
    }
  }

  private static HeldVerification credentials() {
    return new HeldVerification(
        TokenScope.management(Permission.CREDENTIAL_MANAGEMENT), "Credentials are looked at.");
  }

  private static HeldVerification fingerprints() {
    return new HeldVerification(
        TokenScope.management(Permission.BIO_ENROLLMENT), "Fingerprints are looked at.");
  }
}
