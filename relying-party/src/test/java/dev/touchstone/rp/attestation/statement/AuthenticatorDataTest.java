package dev.touchstone.rp.attestation.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.rp.attestation.statement.AuthenticatorData.Flag;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticatorDataTest {

  private static final String HASH = "11".repeat(32);
  private static final String AAGUID = "2fc0579f811347eab116bb5a8db9202a";
  private static final String KEY = "a4010103272006215820" + "00".repeat(32);

  @Test
  void flagsCounterCredentialAndExtensionsAreRead() {
    AuthenticatorData data =
        read(
            HASH
                + "c5"
                + "fffffffe"
                + AAGUID
                + "0002"
                + "abcd"
                + KEY
                + "a16b6372656450726f7465637402");
    assertThat(data.damage()).isEmpty();
    assertThat(data.has(Flag.UP)).isTrue();
    assertThat(data.has(Flag.UV)).isTrue();
    assertThat(data.has(Flag.BE)).isFalse();
    assertThat(data.signCount()).isEqualTo(4294967294L);
    var credential = data.credential().orElseThrow();
    assertThat(credential.aaguid())
        .isEqualTo(UUID.fromString("2fc0579f-8113-47ea-b116-bb5a8db9202a"));
    assertThat(credential.idHex()).isEqualTo("abcd");
    assertThat(credential.key().algorithm()).hasValue(-8);
    assertThat(data.extensions().orElseThrow().get("credProtect").AsInt32()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                 | 0  | at least 37 bytes",
        "HASH 01 000000                     | 36 | at least 37 bytes, this has 36",
        "HASH 01 00000000 00                | 37 | 1 bytes are left over",
        "HASH 41 00000000                   | 37 | cut off",
        "HASH 41 00000000 AAGUID 00         | 54 | cut off",
        "HASH 41 00000000 AAGUID ffff 00    | 53 | said to have 65535 bytes, but only 1 follow",
        "HASH 41 00000000 AAGUID 0001 aa    | 56 | the bytes end",
        "HASH 41 00000000 AAGUID 0001 aa 00 | 56 | not a CBOR map",
        "HASH 81 00000000                   | 37 | the bytes end",
        "HASH 81 00000000 01                | 37 | not a CBOR map",
        "HASH 81 00000000 a0 00             | 38 | left over"
      })
  void damageIsNamedWithItsPlace(String form, int offset, String fault) {
    String hex = form.replace("HASH", HASH).replace("AAGUID", AAGUID).replace(" ", "");
    assertThat(read(hex).damage())
        .hasValueSatisfying(it -> {
          assertThat(it.offset()).isEqualTo(offset);
          assertThat(it.fault()).contains(fault);
        });
  }

  @Test
  void damageDoesNotHideWhatComesBeforeIt() {
    AuthenticatorData data = read(HASH + "41" + "00000009" + AAGUID + "0001" + "aa" + "ff");
    assertThat(data.signCount()).isEqualTo(9);
    assertThat(data.aaguid()).isPresent();
    assertThat(data.credential()).isEmpty();
  }

  private static AuthenticatorData read(String hex) {
    return AuthenticatorData.read(HexFormat.of().parseHex(hex));
  }
}
