package dev.touchstone.key.manage.largeblob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.upokecenter.cbor.CBORObject;
import dev.touchstone.fixture.key.fault.BehaviourFault;
import dev.touchstone.fixture.key.fault.CommandName;
import dev.touchstone.fixture.key.fault.Fault;
import dev.touchstone.fixture.key.fault.FaultScript;
import dev.touchstone.fixture.key.fault.ScriptedFault;
import dev.touchstone.fixture.key.fault.Trigger;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.key.EveryWire;
import dev.touchstone.key.EveryWire.Wire;
import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.ClientPin.Permission;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.NotPossible;
import dev.touchstone.key.ctap.KeyException.NotPossible.Obstacle;
import dev.touchstone.key.ctap.KeyException.PinRefused;
import dev.touchstone.key.ctap.LargeBlobs;
import dev.touchstone.key.ctap.Proof;
import dev.touchstone.key.largeblob.BlobCipher;
import dev.touchstone.key.largeblob.LargeBlobArray;
import dev.touchstone.key.largeblob.LargeBlobArray.Damage;
import dev.touchstone.key.largeblob.LargeBlobEntry;
import dev.touchstone.key.largeblob.LargeBlobStore;
import dev.touchstone.key.manage.DeleteKeyCredential;
import dev.touchstone.key.manage.SetPin;
import dev.touchstone.key.manage.StoredCredential;
import dev.touchstone.key.manage.largeblob.StoredBlob.Owner;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.uv.HeldVerification;
import dev.touchstone.key.session.uv.TokenScope;
import dev.touchstone.key.webauthn.WebAuthnClient;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Large blobs on every model over every wire, and when something comes in between. */
final class LargeBlobsTest {

  private static final String EVERYWHERE = "dev.touchstone.key.EveryWire#everyModelOnEveryWire";
  private static final String PIN = "c0rrect-h0rse";
  private static final byte[] NOTE = "a note".getBytes(UTF_8);

  private final BlobCipher cipher = new BlobCipher(new SecureRandom());

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource(EVERYWHERE)
  void aBlobIsWrittenListedReadAndDeleted(KeyModel model, Wire wire) throws Exception {
    try (EveryWire bench = EveryWire.to(model, wire);
        HeldVerification held = held()) {
      if (!bench.session().info().options().largeBlobs()) {
        assertThatThrownBy(() -> list(bench, held)).isInstanceOf(NotPossible.class);
        assertThat(bench.person.asked).isEmpty();
        return;
      }
      fill(bench);
      bench.person.typing(PIN);
      StoredCredential ada = of("ada", list(bench, held));
      StoredCredential bob = of("bob", list(bench, held));
      write(bench, held, bob, "bob's".getBytes(UTF_8));
      Bytes bobs = list(bench, held).blobs().getFirst().entry().encoded();

      var write = new WriteLargeBlob(bench.conversation(), held, cipher);
      var writing = write.preview(ada, NOTE);
      assertThat(writing.replaces()).isFalse();
      assertThat(list(bench, held).blobs()).hasSize(1);
      write.apply(writing);

      LargeBlobListing both = list(bench, held);
      assertThat(both.blobs()).extracting(LargeBlobsTest::owner).containsExactly("bob", "ada");
      assertThat(both.blobs().getFirst().entry().encoded()).isEqualTo(bobs);
      assertThat(both.used()).isEqualTo(bench.key.contents().largeBlobs().length());
      assertThat(both.capacity()).isEqualTo(model.sizes().largeBlobs());
      assertThat(both.withoutBlob()).isEmpty();
      assertThat(both.doubt()).isEmpty();
      var reader = new ListLargeBlobs(bench.conversation(), held, cipher);
      assertThat(reader.content(both.blobs().getLast().entry())).isEqualTo(NOTE);

      var delete = new DeleteLargeBlob(bench.conversation(), held, cipher);
      var deletion = delete.preview(both.blobs().getLast());
      assertThat(list(bench, held).blobs()).hasSize(2);
      delete.apply(deletion);
      assertThat(list(bench, held).blobs())
          .extracting(it -> it.entry().encoded())
          .containsExactly(bobs);
      assertThat(bench.person.asked).hasSize(1);
      assertThat(bench.person.typed).allMatch(Pin::isDestroyed);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource(EVERYWHERE)
  void whatADeletedCredentialLeftIsCollectedAndNothingElse(KeyModel model, Wire wire)
      throws Exception {
    try (EveryWire bench = EveryWire.to(model, wire);
        HeldVerification held = held()) {
      if (!bench.session().info().options().largeBlobs()) {
        return;
      }
      fill(bench);
      bench.person.typing(PIN);
      LargeBlobListing empty = list(bench, held);
      write(bench, held, of("ada", empty), NOTE);
      write(bench, held, of("bob", empty), NOTE);
      var delete = new DeleteKeyCredential(bench.conversation(), held);
      delete.apply(delete.preview(of("ada", empty)));

      var collect = new CollectLargeBlobs(bench.conversation(), held, cipher);
      var collection = collect.preview(Set.of());
      assertThat(collection.going()).hasSize(1);
      assertThat(collection.atRisk()).isEmpty();
      assertThat(list(bench, held).blobs()).hasSize(2);
      int before = list(bench, held).used();
      collect.apply(collection);

      assertThat(list(bench, held).blobs())
          .extracting(LargeBlobsTest::owner)
          .containsExactly("bob");
      assertThat(list(bench, held).used()).isEqualTo(before - collection.freed());
      assertThat(collect.preview(Set.of()).changesNothing()).isTrue();
    }
  }

  @Test
  void whatAWebsiteWroteIsReadAndWhatIsWrittenAWebsiteReads() throws Exception {
    try (EveryWire bench = ready();
        HeldVerification held = held()) {
      signIn(bench, "{\"largeBlob\":{\"write\":\"AAEC\"}}");
      LargeBlobListing listing = list(bench, held);
      assertThat(listing.blobs()).hasSize(1);
      assertThat(
              new ListLargeBlobs(bench.conversation(), held, cipher)
                  .content(listing.blobs().getFirst().entry()))
          .containsExactly(0, 1, 2);

      String owner = owner(listing.blobs().getFirst());
      var write = new WriteLargeBlob(bench.conversation(), held, cipher);
      var writing =
          write.preview(
              ((Owner.Credential) listing.blobs().getFirst().owner()).credential(),
              new byte[] {3, 4, 5});
      assertThat(writing.replaces()).isTrue();
      write.apply(writing);

      assertThat(owner).isEqualTo("ada");
      assertThat(list(bench, held).blobs()).hasSize(1);
      assertThat(signIn(bench, "{\"largeBlob\":{\"read\":true}}")).contains("\"AwQF\"");
    }
  }

  @Test
  void whatOtherProgramsKeepThereStaysByteForByte() throws Exception {
    try (EveryWire bench = ready();
        HeldVerification held = held()) {
      LargeBlobEntry text = foreign(CBORObject.FromObject("keep me").EncodeToBytes());
      LargeBlobEntry odd = foreign(new byte[] {(byte) 0xb8, 1, 0x18, 1, 0x41, 7}); // longer forms
      put(bench, held, text, odd);

      LargeBlobListing before = list(bench, held);
      assertThat(before.blobs())
          .extracting(StoredBlob::owner)
          .containsExactly(new Owner.Unknown(), new Owner.Unknown());
      write(bench, held, of("ada", before), NOTE);

      assertThat(list(bench, held).blobs())
          .extracting(StoredBlob::entry)
          .startsWith(text, odd)
          .hasSize(3);
      var collection = new CollectLargeBlobs(bench.conversation(), held, cipher).preview(Set.of());
      assertThat(collection.going()).isEmpty();
      assertThat(collection.atRisk()).extracting(StoredBlob::entry).containsExactly(text, odd);
    }
  }

  @Test
  void whatMayHaveAnOwnerGoesOnlyIfItIsNamed() throws Exception {
    try (EveryWire bench = ready();
        HeldVerification held = held()) {
      LargeBlobEntry text = foreign(CBORObject.FromObject("keep me?").EncodeToBytes());
      put(bench, held, text);
      write(bench, held, of("ada", list(bench, held)), NOTE);
      var collect = new CollectLargeBlobs(bench.conversation(), held, cipher);

      String adas = list(bench, held).blobs().getLast().id();
      assertThatThrownBy(() -> collect.preview(Set.of(adas))).isInstanceOf(NotPossible.class);
      assertThatThrownBy(() -> collect.preview(Set.of("none"))).isInstanceOf(NotPossible.class);
      collect.apply(collect.preview(Set.of(text.id())));

      assertThat(list(bench, held).blobs()).extracting(StoredBlob::id).containsExactly(adas);
    }
  }

  @Test
  void aKeyThatHidesCredentialsLosesNothing() throws Exception {
    try (EveryWire bench = ready();
        HeldVerification held = held()) {
      write(bench, held, of("ada", list(bench, held)), NOTE);
      bench.key.misbehave(
          new FaultScript(
              0,
              List.of(
                  new ScriptedFault(
                      new BehaviourFault.StatusWrong(0x2e),
                      new Trigger(
                          Optional.of(CommandName.CREDENTIAL_MANAGEMENT),
                          Optional.empty(),
                          1,
                          OptionalLong.of(1),
                          1)))));

      var collection = new CollectLargeBlobs(bench.conversation(), held, cipher).preview(Set.of());

      assertThat(collection.going()).isEmpty();
      assertThat(collection.atRisk()).hasSize(1);
      assertThat(collection.doubt()).hasValueSatisfying(why -> assertThat(why).contains("listed"));
    }
  }

  @Test
  void whatDoesNotFitIsToldBeforeAnythingIsWritten() throws Exception {
    try (EveryWire bench = ready();
        HeldVerification held = held()) {
      StoredCredential ada = of("ada", list(bench, held));
      write(bench, held, ada, NOTE);
      Bytes before = list(bench, held).array().serialized();

      assertThatThrownBy(() ->
              new WriteLargeBlob(bench.conversation(), held, cipher).preview(ada, random(5000)))
          .isInstanceOfSatisfying(
              NotPossible.class, e -> assertThat(e.obstacle()).isEqualTo(Obstacle.TOO_LARGE))
          .hasMessageContaining("4096");

      assertThat(list(bench, held).array().serialized()).isEqualTo(before);
    }
  }

  @Test
  void whatAnotherProgramWroteMeanwhileIsNotOverwritten() throws Exception {
    try (EveryWire bench = ready();
        HeldVerification held = held()) {
      StoredCredential ada = of("ada", list(bench, held));
      var write = new WriteLargeBlob(bench.conversation(), held, cipher);
      var writing = write.preview(ada, NOTE);
      LargeBlobEntry others = foreign(CBORObject.FromObject("quicker").EncodeToBytes());
      put(bench, held, others);

      assertThatThrownBy(() -> write.apply(writing))
          .isInstanceOfSatisfying(
              NotPossible.class,
              e -> assertThat(e.obstacle()).isEqualTo(Obstacle.CHANGED_MEANWHILE));

      assertThat(list(bench, held).blobs()).extracting(StoredBlob::entry).containsExactly(others);
    }
  }

  /** The compared read, the two fragments of the new array. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void aKeyThatIsPulledOutWhileItIsWrittenHasTheOldBlobs(int commandsBefore) throws Exception {
    try (EveryWire bench = ready();
        HeldVerification held = held()) {
      StoredCredential ada = of("ada", list(bench, held));
      write(bench, held, ada, NOTE);
      Bytes before = list(bench, held).array().serialized();
      var write = new WriteLargeBlob(bench.conversation(), held, cipher);
      var writing = write.preview(ada, random(3000));
      misbehave(bench, new BehaviourFault.UnplugBeforeWork(), commandsBefore);

      assertThatThrownBy(() -> write.apply(writing)).isInstanceOf(KeyException.class);

      bench.key.misbehave();
      assertThat(Bytes.of(bench.key.contents().largeBlobs().toByteArray())).isEqualTo(before);
      bench.replug();
      bench.person.typing(PIN);
      try (HeldVerification anew = held()) {
        assertThat(list(bench, anew).blobs()).hasSize(1);
        write(bench, anew, ada, random(3000));
      }
    }
  }

  @Test
  void aKeyThatIsPulledOutBehindTheLastFragmentHasTheNewOnes() throws Exception {
    try (EveryWire bench = ready();
        HeldVerification held = held()) {
      var write = new WriteLargeBlob(bench.conversation(), held, cipher);
      var writing = write.preview(of("ada", list(bench, held)), random(3000));
      misbehave(bench, new BehaviourFault.UnplugAfterWork(), 2);

      assertThatThrownBy(() -> write.apply(writing)).isInstanceOf(KeyException.class);

      assertThat(LargeBlobArray.of(writing.change().after()).serialized())
          .isEqualTo(Bytes.of(bench.key.contents().largeBlobs().toByteArray()));
    }
  }

  @Test
  void aDamagedArrayIsToldAndReplacedOnlyByWhoeverCollects() throws Exception {
    try (EveryWire bench = ready();
        HeldVerification held = held()) {
      StoredCredential ada = of("ada", list(bench, held));
      byte[] content = "no array".getBytes(UTF_8);
      byte[] damaged = Arrays.copyOf(content, content.length + 16);
      System.arraycopy(Bytes.of(content).sha256().toArray(), 0, damaged, content.length, 16);
      held.run(
          bench.conversation(),
          verification ->
              bench
                  .conversation()
                  .send(
                      new LargeBlobs.Write(
                          0,
                          Bytes.of(damaged),
                          OptionalInt.of(damaged.length),
                          verification.proofOver(message(damaged)))));

      assertThat(list(bench, held).array().damage()).hasValue(Damage.NOT_AN_ARRAY);
      assertThatThrownBy(
              () -> new WriteLargeBlob(bench.conversation(), held, cipher).preview(ada, NOTE))
          .isInstanceOfSatisfying(
              NotPossible.class, e -> assertThat(e.obstacle()).isEqualTo(Obstacle.DAMAGED));
      var collect = new CollectLargeBlobs(bench.conversation(), held, cipher);
      var collection = collect.preview(Set.of());
      assertThat(collection.damage()).isPresent();
      collect.apply(collection);
      write(bench, held, ada, NOTE);
      assertThat(list(bench, held).blobs()).hasSize(1);
    }
  }

  @Test
  void aWrongPinCostsOneTryAndShowsNothing() throws Exception {
    try (EveryWire bench = EveryWire.to(KeyModels.TOUCHSTONE, Wire.HID);
        HeldVerification held = held()) {
      fill(bench);
      bench.person.typing("wr0ng");

      assertThatThrownBy(() -> list(bench, held))
          .isInstanceOfSatisfying(PinRefused.class, e -> assertThat(e.triesLeft()).hasValue(7));
    }
  }

  @Test
  void nothingOfABlobOrItsKeyIsEverPrinted() throws Exception {
    try (EveryWire bench = ready();
        HeldVerification held = held()) {
      var writing =
          new WriteLargeBlob(bench.conversation(), held, cipher)
              .preview(of("ada", list(bench, held)), NOTE);

      assertThat(writing.toString()).doesNotContain("a note", "97, 32");
      assertThat(list(bench, held).toString()).contains("bytes]");
    }
  }

  private EveryWire ready() throws Exception {
    EveryWire bench = EveryWire.to(KeyModels.TOUCHSTONE, Wire.HID);
    fill(bench);
    bench.person.typing(PIN);
    return bench;
  }

  /** Ada and bob, who can have a blob each. */
  private static void fill(EveryWire bench) throws Exception {
    new SetPin(bench.conversation()).apply(new Pin(PIN.toCharArray()));
    bench.reopen();
    for (String user : List.of("ada", "bob")) {
      bench.person.typing(PIN);
      var _ =
          client()
              .register(
                  """
                  {"rp":{"id":"example.com","name":"Example"},
                   "user":{"id":"%s","name":"%s","displayName":"%s"},
                   "challenge":"AAECAwQFBgcICQoLDA0ODw",
                   "pubKeyCredParams":[{"type":"public-key","alg":-7},
                     {"type":"public-key","alg":-48},{"type":"public-key","alg":-49}],
                   "authenticatorSelection":
                     {"residentKey":"required","userVerification":"required"},
                   "extensions":{"largeBlob":{"support":"required"}}}
                  """
                      .formatted(
                          Base64.getUrlEncoder().encodeToString(user.getBytes(UTF_8)), user, user),
                  "https://example.com",
                  bench.session(),
                  bench.person,
                  bench.cancel);
    }
    bench.reopen();
    bench.person.asked.clear();
  }

  private String signIn(EveryWire bench, String extensions) throws Exception {
    bench.person.typing(PIN);
    try (HeldVerification held = held()) {
      String ada = of("ada", list(bench, held)).id().bytes().base64Url();
      bench.person.typing(PIN, PIN);
      return client()
          .authenticate(
              """
              {"rpId":"example.com","challenge":"AAECAwQFBgcICQoLDA0ODw",
               "userVerification":"required",
               "allowCredentials":[{"type":"public-key","id":"%s"}],"extensions":%s}
              """
                  .formatted(ada, extensions),
              "https://example.com",
              bench.session(),
              bench.person,
              bench.cancel);
    }
  }

  private static WebAuthnClient client() {
    return WebAuthnClient.standard();
  }

  private LargeBlobListing list(EveryWire bench, HeldVerification held) throws KeyException {
    return new ListLargeBlobs(bench.conversation(), held, cipher).run();
  }

  private void write(
      EveryWire bench, HeldVerification held, StoredCredential credential, byte[] blob)
      throws KeyException {
    var write = new WriteLargeBlob(bench.conversation(), held, cipher);
    write.apply(write.preview(credential, blob));
  }

  /** As another program does. */
  private static void put(EveryWire bench, HeldVerification held, LargeBlobEntry... entries)
      throws KeyException {
    held.run(
        bench.conversation(),
        verification -> {
          Proof proof = verification::proofOver;
          new LargeBlobStore(bench.conversation()).write(List.of(entries), proof);
          return true;
        });
  }

  private static LargeBlobEntry foreign(byte[] cbor) {
    return new LargeBlobEntry(Bytes.of(cbor));
  }

  private static StoredCredential of(String user, LargeBlobListing listing) {
    return Stream.concat(
            listing.withoutBlob().stream(),
            listing.blobs().stream()
                .map(StoredBlob::owner)
                .filter(Owner.Credential.class::isInstance)
                .map(it -> ((Owner.Credential) it).credential()))
        .filter(it -> it.user().name().equals(user))
        .findFirst()
        .orElseThrow();
  }

  private static String owner(StoredBlob blob) {
    return switch (blob.owner()) {
      case Owner.Credential(var credential, var _) -> credential.user().name();
      case Owner.Nobody() -> "nobody";
      case Owner.Unknown() -> "unknown";
    };
  }

  /** That many commands of the large blobs pass before it happens. */
  private static void misbehave(EveryWire bench, Fault fault, int after) {
    bench.key.misbehave(
        new FaultScript(
            0,
            List.of(
                new ScriptedFault(
                    fault,
                    new Trigger(
                        Optional.of(CommandName.LARGE_BLOBS),
                        Optional.empty(),
                        after,
                        OptionalLong.of(1),
                        1)))));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  /** CTAP 2.3 §6.10.2, for offset 0. */
  private static byte[] message(byte[] fragment) {
    byte[] message = new byte[70];
    Arrays.fill(message, 0, 32, (byte) 0xff);
    message[32] = 0x0c;
    System.arraycopy(Bytes.of(fragment).sha256().toArray(), 0, message, 38, 32);
    return message;
  }

  private static HeldVerification held() {
    return new HeldVerification(
        TokenScope.management(Permission.CREDENTIAL_MANAGEMENT, Permission.LARGE_BLOB_WRITE),
        "A test looks at large blobs.");
  }
}
