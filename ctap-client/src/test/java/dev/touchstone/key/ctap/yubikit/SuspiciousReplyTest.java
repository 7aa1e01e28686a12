package dev.touchstone.key.ctap.yubikit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.upokecenter.cbor.CBORObject;
import com.yubico.yubikit.core.application.CommandState;
import dev.touchstone.key.ctap.Authenticator;
import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.ClientPin;
import dev.touchstone.key.ctap.CtapCommand;
import dev.touchstone.key.ctap.CtapStatus;
import dev.touchstone.key.ctap.GetAssertion;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.GetNextAssertion;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import dev.touchstone.key.ctap.KeyOptions.Feature;
import dev.touchstone.key.ctap.LargeBlobs;
import dev.touchstone.key.ctap.MakeCredential;
import dev.touchstone.key.ctap.RelyingParty;
import dev.touchstone.key.ctap.UserAccount;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a key may send is anything. */
class SuspiciousReplyTest {

  private static final GetNextAssertion ASSERTION = new GetNextAssertion();

  private static byte[] success(CBORObject map) {
    return success(map.EncodeToBytes());
  }

  private static byte[] success(byte[] content) {
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    reply.write(0);
    reply.writeBytes(content);
    return reply.toByteArray();
  }

  private static CBORObject info() {
    return CBORObject.NewMap().Add(1, CBORObject.NewArray().Add("FIDO_2_0")).Add(3, new byte[16]);
  }

  private static <R> R ask(CtapCommand<R> command, byte[] reply) throws KeyException {
    try (Authenticator key = Ctap.open(new CannedKey(_ -> reply))) {
      return key.send(command, new CommandState());
    }
  }

  @Test
  void aKeyThatTellsAlmostNothingIsUnderstood() throws Exception {
    GetInfo.Reply reply = ask(new GetInfo(), success(info()));

    assertThat(reply.versions()).containsExactly("FIDO_2_0");
    assertThat(reply.maxMsgSize()).isEqualTo(1024);
    assertThat(reply.minPinLength()).isEqualTo(4);
    assertThat(reply.options().clientPin()).isEqualTo(Feature.ABSENT);
  }

  @Test
  void integersOf64BitsDoNotLockOutAKey() throws Exception {
    CBORObject map =
        info()
            .Add(0x0E, 0x1_0000_0001L)
            .Add(0x15, CBORObject.NewArray().Add(CBORObject.FromObject(0x7fff_ffff_ffff_ff00L)));

    assertThat(ask(new GetInfo(), success(map)).product().firmwareVersion())
        .hasValue(0x1_0000_0001L);
  }

  @Test
  void membersAndOptionsThatNobodyKnowsAreKeptOrIgnored() throws Exception {
    CBORObject map =
        info()
            .Add(0x7f, "future")
            .Add(4, CBORObject.NewMap().Add("clientPin", false).Add("telepathy", true));

    GetInfo.Reply reply = ask(new GetInfo(), success(map));

    assertThat(reply.options().clientPin()).isEqualTo(Feature.NOT_SET_UP);
    assertThat(reply.options().byId()).containsEntry("telepathy", true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing after the status, where a map with an AAGUID is due
        "a0", // an empty map
        "80", // a list
        "01", // a number
        "ff", // a lone break
        "a2010103", // cut off
        "a203500000000000000000000000000000000001", // a member without its value
        "a10344", // a length without content
        "a1039b7fffffffffffffff", // a list of 2^63 elements
        "a1035b7fffffffffffffff", // bytes of 2^63
        "a1035a7fffffff", // bytes of 2^31
        "a2034f000000000000000000000000000000018101", // an AAGUID of 15 bytes
        "a2035000000000000000000000000000000000016566", // versions that are text
        "a2035000000000000000000000000000000000018101", // a version that is a number
        "a303500000000000000000000000000000000001800720", // a negative count
        "a30350000000000000000000000000000000000180051b00000001000000000000", // too large a count
        "a303500000000000000000000000000000000001800a8101", // an algorithm that is no map
        "a30350000000000000000000000000000000000180034000", // a member twice, and more at the end
      })
  void whatIsNoInfoIsGarbled(String hex) {
    assertThatThrownBy(() -> ask(new GetInfo(), success(HexFormat.of().parseHex(hex))))
        .isInstanceOf(ReplyGarbled.class)
        .hasMessageEndingWith(".");
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 2000, 7000})
  void deepNestingIsGarbled(int depth) {
    byte[] nested = new byte[depth];
    Arrays.fill(nested, (byte) 0x81);

    assertThatThrownBy(() -> ask(new GetInfo(), success(nested))).isInstanceOf(ReplyGarbled.class);
  }

  @Test
  void anEmptyReplyIsGarbled() {
    assertThatThrownBy(() -> ask(new GetInfo(), new byte[0])).isInstanceOf(ReplyGarbled.class);
  }

  @Test
  void aStatusThatNobodyKnowsIsARefusalWithItsByte() {
    assertThatThrownBy(() -> ask(new GetInfo(), new byte[] {(byte) 0xf7}))
        .isInstanceOf(KeyRefused.class)
        .extracting(e -> ((KeyRefused) e).status(), e -> ((KeyRefused) e).code())
        .containsExactly(CtapStatus.UNKNOWN, 0xf7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // no authenticator data at all
        "00112233", // cut off in the hash
        "HEAD0000000000", // right, for comparison with the next ones
        "HEAD000000000000", // one byte too many
        "HEAD4000000000", // says it has a credential
        "HEAD8000000000", // says it has extensions
        "HEAD800000000001", // extensions that are no map
        "HEAD80000000005f", // extensions that are cut off
        "HEAD4000000000000000000000000000000000000000000040ff", // an id longer than the rest
        "HEAD40000000000000000000000000000000000000000000 00a0", // a key without a kind
      })
  void authenticatorDataIsReadToTheByte(String hex) throws Exception {
    String data = hex.replace("HEAD", "00".repeat(32)).replace(" ", "");
    CBORObject map =
        CBORObject.NewMap().Add(2, HexFormat.of().parseHex(data)).Add(3, new byte[] {1});

    if (hex.equals("HEAD0000000000")) {
      assertThat(ask(ASSERTION, success(map)).authenticatorData().signCount()).isZero();
    } else {
      assertThatThrownBy(() -> ask(ASSERTION, success(map))).isInstanceOf(ReplyGarbled.class);
    }
  }

  @Test
  void aPublicKeyOfAKindThatJavaDoesNotKnowIsPassedOnUnread() throws Exception {
    String data = "00".repeat(32) + "4100000000" + "00".repeat(16) + "000101" + "a3010203382e2008";
    CBORObject map =
        CBORObject.NewMap()
            .Add(1, "packed")
            .Add(2, HexFormat.of().parseHex(data))
            .Add(3, CBORObject.NewMap());

    MakeCredential.Reply reply = ask(someMakeCredential(), success(map));

    assertThat(reply.authenticatorData().attestedCredential().orElseThrow().publicKey().algorithm())
        .isEqualTo(-47);
    assertThat(reply.authenticatorData().attestedCredential().orElseThrow().publicKey().publicKey())
        .isEmpty();
  }

  private static MakeCredential someMakeCredential() {
    return new MakeCredential(
        Bytes.of(new byte[32]),
        new RelyingParty("example.com", ""),
        new UserAccount(Bytes.of(new byte[1]), "", ""),
        List.of(-7),
        List.of(),
        MakeCredential.Extensions.NONE,
        false,
        false,
        Optional.empty(),
        OptionalInt.empty());
  }

  /** Random bytes have to end in a typed failure, or in a reply, but never in a crash. */
  @Test
  void noiseNeverBreaksTheClient() {
    Random random = new Random(20261120);
    List<CtapCommand<?>> commands =
        List.of(
            new GetInfo(),
            ASSERTION,
            someMakeCredential(),
            new GetAssertion(
                "example.com",
                Bytes.of(new byte[32]),
                List.of(),
                GetAssertion.Extensions.NONE,
                true,
                false,
                Optional.empty()),
            new ClientPin.GetPinRetries(),
            new ClientPin.GetKeyAgreement(2),
            new LargeBlobs.Read(0, 100));
    int typed = 0;
    for (int round = 0; round < 5000; round++) {
      byte[] reply = new byte[random.nextInt(200)];
      random.nextBytes(reply);
      if (reply.length > 1) {
        reply[0] = 0;
        reply[1] = (byte) (0xa0 | random.nextInt(6));
      }
      try {
        ask(commands.get(round % commands.size()), reply);
      } catch (ReplyGarbled | KeyRefused e) {
        typed++;
      } catch (KeyException e) {
        throw new AssertionError("round " + round, e);
      }
    }
    assertThat(typed).isGreaterThan(4000);
  }
}
