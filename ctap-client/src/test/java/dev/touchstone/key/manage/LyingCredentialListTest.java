package dev.touchstone.key.manage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.upokecenter.cbor.CBORObject;
import dev.touchstone.fixture.client.BareClient;
import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.ScriptedPerson;
import dev.touchstone.key.ctap.ClientPin.Permission;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import dev.touchstone.key.ctap.KeyException.Stopped;
import dev.touchstone.key.ctap.yubikit.CannedKey;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.session.uv.HeldVerification;
import dev.touchstone.key.session.uv.TokenScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The virtual key with somebody in between who changes what it answers. */
@SuppressWarnings("NullAway.Init") // set before each test
final class LyingCredentialListTest {

  private static final String PIN = "246810";
  private static final byte[] NO_CREDENTIALS = {0x2E};
  private static final byte[] NOT_ALLOWED = {0x30};

  private final ScriptedPerson person = new ScriptedPerson().typing(PIN);
  private final Cancellation cancel = new Cancellation();
  private VirtualKey key;

  /** Changes the reply to one subcommand, at its first time. */
  private int liesAbout;

  private UnaryOperator<byte[]> lie = UnaryOperator.identity();

  @BeforeEach
  void fill() throws Exception {
    key =
        VirtualKey.open(
            KeyModels.TOUCHSTONE,
            Laboratory.forgetful(InstantSource.system(), new SecureRandom()),
            Surroundings.forgetful());
    for (String site : List.of("one.example", "three.example", "two.example")) {
      var _ =
          new BareClient(key, "https://" + site)
              .withPin(PIN)
              .register(
                  """
                  {"rp":{"id":"%s","name":"Example"},
                   "user":{"id":"%s","name":"ada","displayName":"Ada"},
                   "challenge":"AAECAwQFBgcICQoLDA0ODw",
                   "pubKeyCredParams":[{"type":"public-key","alg":-7}],
                   "authenticatorSelection":
                     {"residentKey":"required","userVerification":"required"}}
                  """
                      .formatted(
                          site, Base64.getUrlEncoder().encodeToString(site.getBytes(UTF_8))));
    }
  }

  @AfterEach
  void close() throws IOException {
    key.close();
  }

  @Test
  void aRelyingPartyWithoutCredentialsDoesNotHideTheOthers() throws Exception {
    lying(4, reply -> NO_CREDENTIALS);

    KeyCredentials listed = list();

    assertThat(listed.credentials()).hasSize(2);
    assertThat(listed.isIncomplete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 9_000})
  void aCountThatPromisesMoreEndsWhereTheKeyDoes(int promised) throws Exception {
    lying(2, with(5, promised));

    KeyCredentials listed = list();

    assertThat(listed.credentials()).hasSize(3);
    assertThat(listed.isIncomplete()).isFalse();
  }

  @Test
  void aCountThatTellsLessIsNoticedByTheOtherCount() throws Exception {
    lying(2, with(5, 1));

    KeyCredentials listed = list();

    assertThat(listed.credentials()).hasSize(1);
    assertThat(listed.isIncomplete()).isTrue();
  }

  @Test
  void aCountThatNoKeyCouldHaveIsGarbage() {
    lying(2, with(5, Integer.MAX_VALUE));

    assertThatThrownBy(this::list).isInstanceOf(ReplyGarbled.class);
  }

  @Test
  void aKeyThatForgetsItsListAtOnceIsBelievedAtItsWord() {
    lying(2, reply -> NOT_ALLOWED);

    assertThatThrownBy(this::list).isInstanceOf(KeyRefused.class);
  }

  @Test
  void anEmptyKeyOfTheDraftsSaysZeroInsteadOfRefusing() throws Exception {
    lying(2, reply -> success(CBORObject.NewMap().Add(5, 0)));

    assertThat(list().credentials()).isEmpty();
  }

  @Test
  void aRelyingPartyThatTheKeyKnowsByItsHashOnlyIsListedByIt() throws Exception {
    lying(2, without(3));

    assertThat(list().credentials()).hasSize(3).filteredOn(it -> it.rp().id().isEmpty()).hasSize(1);
  }

  @Test
  void aShortenedRelyingPartyIsKnownByItsHash() throws Exception {
    lying(2, with(3, CBORObject.NewMap().Add("id", "…mple")));

    assertThat(list().credentials()).filteredOn(it -> it.rp().isShortened()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 7, 8})
  void aCredentialThatLacksSomethingIsGarbage(int member) {
    lying(4, without(member));

    assertThatThrownBy(this::list).isInstanceOf(ReplyGarbled.class);
  }

  @Test
  void namesThatTheKeyLeavesAwayAreEmpty() throws Exception {
    lying(4, with(6, CBORObject.NewMap().Add("id", new byte[] {1})));

    assertThat(list().credentials()).filteredOn(it -> it.user().name().isEmpty()).hasSize(1);
  }

  @Test
  void bytesThatAreNoCborAreGarbageAndChangeNothing() {
    lying(1, reply -> new byte[] {0, (byte) 0xff, 3});

    assertThatThrownBy(this::list).isInstanceOf(ReplyGarbled.class);
    assertThat(key.contents().credentials()).hasSize(3);
  }

  @Test
  void whoDeclinesToGiveThePinSpendsNoTry() {
    ScriptedPerson nobody = new ScriptedPerson();

    assertThatThrownBy(() -> list(nobody)).isInstanceOf(Stopped.class);
    assertThat(key.contents().tally().pinRetries()).isEqualTo(8);
  }

  @Test
  void aTokenThatTheKeyTakesNoMoreIsAskedForAnew() throws Exception {
    try (KeySession session = open();
        HeldVerification held = held()) {
      Conversation conversation = new Conversation(session, person.typing(PIN), cancel);
      var _ = new ListKeyCredentials(conversation, held).run();
      lying(1, reply -> new byte[] {0x33});

      assertThat(new ListKeyCredentials(conversation, held).run().credentials()).hasSize(3);
      assertThat(person.asked).hasSize(2);
    }
  }

  @Test
  void aDeletionThatTheKeyRefusesLeavesTheCredential() throws Exception {
    try (KeySession session = open();
        HeldVerification held = held()) {
      Conversation conversation = new Conversation(session, person, cancel);
      StoredCredential first =
          new ListKeyCredentials(conversation, held).run().credentials().getFirst();
      DeleteKeyCredential delete = new DeleteKeyCredential(conversation, held);
      delete.apply(delete.preview(first));

      assertThatThrownBy(() -> delete.apply(delete.preview(first))).isInstanceOf(KeyRefused.class);
      assertThat(key.contents().credentials()).hasSize(2);
    }
  }

  private void lying(int subcommand, UnaryOperator<byte[]> how) {
    liesAbout = subcommand;
    lie = how;
  }

  private static UnaryOperator<byte[]> with(int member, Object value) {
    return reply -> success(decoded(reply).Set(member, value));
  }

  private static UnaryOperator<byte[]> without(int member) {
    return reply -> {
      CBORObject map = decoded(reply);
      map.Remove(CBORObject.FromObject(member));
      return success(map);
    };
  }

  private static CBORObject decoded(byte[] reply) {
    return CBORObject.DecodeFromBytes(Arrays.copyOfRange(reply, 1, reply.length));
  }

  private static byte[] success(CBORObject map) {
    byte[] cbor = map.EncodeToBytes();
    byte[] reply = new byte[cbor.length + 1];
    System.arraycopy(cbor, 0, reply, 1, cbor.length);
    return reply;
  }

  private byte[] answer(byte[] request) {
    try {
      byte[] reply = key.sendCtap2(request);
      boolean about =
          request[0] == 0x0A
              && decoded(request).get(CBORObject.FromObject(1)).AsInt32() == liesAbout;
      if (!about) {
        return reply;
      }
      liesAbout = 0;
      return lie.apply(reply);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private KeySession open() throws Exception {
    return new KeyRing(List.of()).open(new CannedKey(this::answer));
  }

  private KeyCredentials list() throws Exception {
    return list(person);
  }

  private KeyCredentials list(ScriptedPerson who) throws Exception {
    try (KeySession session = open();
        HeldVerification held = held()) {
      return new ListKeyCredentials(new Conversation(session, who, cancel), held).run();
    }
  }

  private static HeldVerification held() {
    return new HeldVerification(
        TokenScope.management(Permission.CREDENTIAL_MANAGEMENT), "A test looks around.");
  }
}
