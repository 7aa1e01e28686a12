package dev.touchstone.key.ctap.yubikit;

import static org.assertj.core.api.Assertions.assertThat;

import com.upokecenter.cbor.CBORObject;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.key.EveryWire;
import dev.touchstone.key.EveryWire.Wire;
import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.GetInfo.Raw.Member;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** CTAP 2.3 §6.4: each member, and the ones that nobody knows. */
final class GetInfoMembersTest {

  private static final byte[] AAGUID = new byte[16];

  private static GetInfo.Reply read(CBORObject map) throws Exception {
    return GetInfoExchange.of().reader().read(ReplyMap.decode(map.EncodeToBytes()));
  }

  private static CBORObject info() {
    return CBORObject.NewMap().Add(0x01, CBORObject.NewArray().Add("FIDO_2_3")).Add(0x03, AAGUID);
  }

  @Test
  void theMembersOfCtap23AreRead() throws Exception {
    GetInfo.Reply info =
        read(
            info()
                .Add(0x10, 4)
                .Add(0x12, 0x202L)
                .Add(0x14, 23)
                .Add(
                    0x15,
                    CBORObject.NewArray()
                        .Add(CBORObject.FromObject(new BigInteger("ffffffffffffffff", 16))))
                .Add(0x17, 5)
                .Add(0x18, true)
                .Add(0x19, new byte[] {1})
                .Add(0x1A, CBORObject.NewArray().Add("usb"))
                .Add(0x1B, true)
                .Add(0x1C, "https://vendor.example/pin".getBytes(StandardCharsets.UTF_8))
                .Add(0x1D, 32)
                .Add(0x1E, new byte[] {2})
                .Add(0x1F, CBORObject.NewArray().Add(2).Add(3)));

    assertThat(info.pinPolicy().maxRpIds()).isEqualTo(4);
    assertThat(info.builtInVerification().modality()).hasValue(0x202);
    assertThat(info.builtInVerification().countSinceLastPinEntry()).hasValue(5);
    assertThat(info.remainingDiscoverableCredentials()).hasValue(23);
    assertThat(info.administration().vendorCommands())
        .containsExactly(new BigInteger("18446744073709551615"));
    assertThat(info.administration().longTouchForReset()).hasValue(true);
    assertThat(info.administration().transportsForReset()).containsExactly("usb");
    assertThat(info.administration().configCommands()).hasValue(List.of(2, 3));
    assertThat(info.pinPolicy().complexity()).hasValue(true);
    assertThat(info.pinPolicy().complexityUrl()).hasValue("https://vendor.example/pin");
    assertThat(info.maxPinLength()).isEqualTo(32);
    assertThat(info.product().encIdentifier()).hasValue(Bytes.of(new byte[] {1}));
    assertThat(info.limits().encCredStoreState()).hasValue(Bytes.of(new byte[] {2}));
  }

  @Test
  void whatNobodyKnowsIsKeptInTheOrderAndFormInWhichItCame() throws Exception {
    CBORObject map = info().Add(0x40, CBORObject.NewMap().Add("a", new byte[] {(byte) 0xfe}));

    GetInfo.Raw raw = read(map).raw();

    assertThat(raw.cbor()).isEqualTo(Bytes.of(map.EncodeToBytes()));
    assertThat(raw.members())
        .containsExactly(
            new Member("0x01", "[\"FIDO_2_3\"]"),
            new Member("0x03", "h'00000000000000000000000000000000'"),
            new Member("0x40", "{\"a\": h'FE'}"));
    assertThat(raw.value(0x40)).hasValue("{\"a\": h'FE'}");
    assertThat(raw.value(0x02)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.touchstone.key.EveryWire#everyModelOnEveryWire")
  void everyKeyIsReadAsItIs(KeyModel model, Wire wire) throws Exception {
    try (EveryWire bench = EveryWire.to(model, wire)) {
      GetInfo.Reply info = bench.session().info();

      assertThat(info.isU2fOnly()).isEqualTo(!model.speaksCtap2());
      assertThat(info.aaguid()).isEqualTo(model.aaguid());
      assertThat(info.raw().members()).hasSize(info.raw().cbor().length() == 0 ? 0 : members(info));
    }
  }

  private static int members(GetInfo.Reply info) {
    return CBORObject.DecodeFromBytes(info.raw().cbor().toArray()).size();
  }
}
