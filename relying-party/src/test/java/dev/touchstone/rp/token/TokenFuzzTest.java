package dev.touchstone.rp.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.touchstone.rp.MovableClock;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.Settings;
import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.ceremony.CeremonyKind;
import dev.touchstone.rp.ceremony.token.ChallengeTokens;
import dev.touchstone.rp.failure.RelyingPartyException.ChallengeTokenInvalid;
import dev.touchstone.rp.token.jwt.AccessTokens;
import dev.touchstone.rp.token.jwt.TokenKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tokens of any characters, and headers and claims of any bytes under a signature that is ours:
 * they are taken or refused, and nothing else.
 */
final class TokenFuzzTest {

  private static RelyingParty party;
  private static AccessTokens access;
  private static ChallengeTokens challenges;
  private static TokenKey.Hs256 key;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    MovableClock clock = new MovableClock();
    party =
        RelyingParty.open(
            Settings.standard(
                folder.resolve("touchstone.db"), TrustAnchors.none(), clock, new SecureRandom()));
    access =
        new AccessTokens(
            party.tokens().keys(), TokenKey.Kind.HS256, "localhost", Duration.ofMinutes(60), clock);
    key = (TokenKey.Hs256) party.tokens().keys().signing(TokenKey.Kind.HS256);
    challenges = new ChallengeTokens(party.signingKeys(), "localhost");
  }

  @AfterAll
  static void close() {
    party.close();
  }

  /** Which kind of token and whether it is signed; then the token, or its header and claims. */
  static byte[][] seeds() {
    return new byte[][] {
      seed(0, "a.b.c"),
      seed(0, "eyJhbGciOiJub25lIn0.e30."),
      seed(
          1,
          "{\"typ\":\"at+jwt\",\"kid\":\"KEY\",\"alg\":\"HS256\"}.{\"sub\":\"a\",\"iss\":\"localhost\",\"exp\":9}"),
      seed(
          1,
          "{\"alg\":\"none\",\"typ\":\"at+jwt\"}.{\"sub\":\"a\",\"jti\":\"1\",\"exp\":99999999999}"),
      seed(1, "{\"alg\":\"HS256\",\"zip\":\"DEF\",\"crit\":[\"exp\"]}.{}"),
      seed(2, "eyJhbGciOiJIUzI1NiJ9.e30.AAAA"),
      seed(
          3,
          "{\"alg\":\"HS256\",\"typ\":\"challenge+jwt\"}.{\"aud\":\"localhost\",\"flow\":\"REGISTRATION\"}"),
      seed(
          3,
          "{\"alg\":\"HS256\",\"typ\":\"challenge+jwt\"}.{\"aud\":\"localhost\",\"flow\":\"REGISTRATION\","
              + "\"jti\":\"1\",\"challenge\":\"AAAA\",\"options\":\"{}\",\"begun_ms\":1,\"expires_ms\":2,"
              + "\"newcomer\":\"{}\",\"sub\":\"AA\",\"label\":7}"),
    };
  }

  private static byte[] seed(int kind, String text) {
    return ((char) kind + text).getBytes(StandardCharsets.UTF_8);
  }

  @MethodSource("seeds")
  @FuzzTest
  void anyTokenIsTakenOrRefused(byte[] input) throws Exception {
    if (input.length == 0) {
      return;
    }
    byte[] rest = Arrays.copyOfRange(input, 1, input.length);
    boolean signed = (input[0] & 1) == 1;
    if ((input[0] & 2) == 0) {
      try {
        AccessToken token = access.check(signed ? signed(ofKey(rest), key.secret()) : text(rest));
        assertThat(signed).as("taken without a signature of ours: %s", token).isTrue();
      } catch (TokenRefused e) {
        assertThat(e.why()).isNotBlank();
      }
    } else {
      SecretKey mac = party.signingKeys().challengeTokens().key();
      try {
        var ceremony =
            challenges.read(signed ? signed(rest, mac) : text(rest), CeremonyKind.REGISTRATION);
        assertThat(signed).as("taken without a signature of ours: %s", ceremony.id()).isTrue();
      } catch (ChallengeTokenInvalid e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }

  /** Which key it was is not known when the seeds are written. */
  private static byte[] ofKey(byte[] bytes) {
    return text(bytes).replace("KEY", key.id()).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Header and claims are parted by the first full stop. */
  private static String signed(byte[] bytes, SecretKey key) throws Exception {
    int stop = text(bytes).indexOf('.');
    byte[] header = Arrays.copyOfRange(bytes, 0, Math.max(stop, 0));
    byte[] claims = Arrays.copyOfRange(bytes, stop + 1, bytes.length);
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    String content = encoder.encodeToString(header) + "." + encoder.encodeToString(claims);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(key);
    byte[] signature = mac.doFinal(content.getBytes(StandardCharsets.US_ASCII));
    return content + "." + encoder.encodeToString(signature);
  }
}
