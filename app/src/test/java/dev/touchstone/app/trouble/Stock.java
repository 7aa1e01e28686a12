package dev.touchstone.app.trouble;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.touchstone.fixture.client.BareClient;
import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.fixture.key.state.KeyStorage;
import dev.touchstone.fixture.key.touch.FingerprintSensor;
import dev.touchstone.key.ctap.ClientPin.Permission;
import dev.touchstone.key.manage.SetPin;
import dev.touchstone.key.manage.fingerprint.EnrolFingerprint;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.uv.HeldVerification;
import dev.touchstone.key.session.uv.TokenScope;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is on a key before somebody does something to it; every test gets a clone of its own. */
@SuppressWarnings("ImmutableEnumChecker") // each makes its original once, and only hands out clones
enum Stock {
  /** Nothing. */
  NEW(KeyModels.TOUCHSTONE),
  /** A PIN and two credentials. */
  USED(KeyModels.TOUCHSTONE),
  /** A PIN, a credential with a large blob, and a large blob whose credential is gone. */
  WITH_BLOBS(KeyModels.TOUCHSTONE),
  /** A PIN, and a sensor that no finger is known to. */
  WITH_PIN(KeyModels.BIOMETRIC),
  /** A PIN and a finger. */
  WITH_FINGER(KeyModels.BIOMETRIC);

  static final String PIN = "c0rrect-h0rse";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Laboratory LABORATORY = Laboratory.forgetful(InstantSource.system(), RANDOM);

  private final KeyModel model;
  private @Nullable VirtualKey original;

  Stock(KeyModel model) {
    this.model = model;
  }

  /** A key of its own, that the caller closes. */
  synchronized VirtualKey copy() throws Exception {
    VirtualKey first = original;
    if (first == null) {
      first = open(KeyStorage.forgetful());
      fill(first);
      original = first;
    }
    KeyStorage memory = KeyStorage.forgetful();
    first.copyMemoryTo(memory);
    return open(memory);
  }

  private VirtualKey open(KeyStorage memory) throws Exception {
    return VirtualKey.open(
        model,
        LABORATORY,
        Surroundings.forgetful().with(memory).withFingers(FingerprintSensor.always("thumb")));
  }

  private void fill(VirtualKey key) throws Exception {
    switch (this) {
      case NEW -> {}
      case USED -> {
        setPin(key);
        register(key, "one.example");
        register(key, "two.example");
      }
      case WITH_BLOBS -> {
        setPin(key);
        register(key, "one.example");
        register(key, "two.example");
        writeBlobs(key);
      }
      case WITH_PIN -> setPin(key);
      case WITH_FINGER -> {
        setPin(key);
        enrol(key);
      }
    }
  }

  private static void setPin(VirtualKey key) throws Exception {
    try (KeySession session = Desk.open(key)) {
      new SetPin(new Conversation(session, new Person(List.of()), new Cancellation()))
          .apply(new Pin(PIN.toCharArray()));
    }
  }

  private static void enrol(VirtualKey key) throws Exception {
    try (KeySession session = Desk.open(key);
        HeldVerification held =
            new HeldVerification(
                TokenScope.management(Permission.BIO_ENROLLMENT), "A finger is enrolled.")) {
      var enrol =
          new EnrolFingerprint(
              new Conversation(session, new Person(List.of(PIN)), new Cancellation()), held);
      var _ = enrol.apply(enrol.preview(Optional.of("thumb")), _ -> {});
    }
  }

  private static void writeBlobs(VirtualKey key) throws Exception {
    try (KeySession session = Desk.open(key);
        HeldVerification held = Blobs.verification()) {
      var conversation = new Conversation(session, new Person(List.of(PIN)), new Cancellation());
      Blobs.write(conversation, held, "one.example", new byte[] {1, 2, 3});
      Blobs.write(conversation, held, "two.example", new byte[] {4, 5, 6});
      Blobs.deleteCredential(conversation, held, "two.example");
    }
  }

  /** By a client that nobody tests here. */
  private static void register(VirtualKey key, String rpId) throws Exception {
    var _ =
        new BareClient(key, "https://" + rpId)
            .withPin(PIN)
            .register(
                """
                {"rp":{"id":"%s","name":"Example"},
                 "user":{"id":"%s","name":"ada","displayName":"Ada Lovelace"},
                 "challenge":"AAECAwQFBgcICQoLDA0ODw",
                 "pubKeyCredParams":[{"type":"public-key","alg":-7}],
                 "extensions":{"largeBlobKey":true},
                 "authenticatorSelection":
                   {"residentKey":"required","userVerification":"required"}}
                """
                    .formatted(rpId, Base64.getUrlEncoder().encodeToString(rpId.getBytes(UTF_8))));
  }
}
