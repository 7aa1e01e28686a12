package dev.touchstone.rp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An honest registration with some of its bytes exchanged: refused with a reason, and never a case
 * in which the library and our own steps do not agree.
 */
final class RegistrationFuzzTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String[] MEMBERS = {"attestationObject", "clientDataJSON"};

  private static Scene scene;
  private static PendingCeremony pending;
  private static ObjectNode honest;

  /** The honest answer was given already: whatever resembles it comes too late. */
  @BeforeAll
  static void register(@TempDir Path folder) throws Exception {
    scene = new Scene(folder);
    pending = scene.rp.beginRegistration(RegistrationRequest.forUser("ada"));
    String response = scene.browser.register(pending.optionsJson());
    honest = (ObjectNode) MAPPER.readTree(response);
    assertThat(scene.rp.finishRegistration(pending.id(), response).accepted()).isTrue();
  }

  @AfterAll
  static void close() throws Exception {
    scene.close();
  }

  /** Which member; where, in two bytes; how many bytes go; and what comes in their place. */
  static byte[][] seeds() {
    return new byte[][] {
      {0, 0, 0, 0},
      {0, 0, 0, 1, 0x18},
      {0, 0, 40, 0, 1},
      {0, 0, 70, 1, (byte) 0xff},
      {0, 1, 0, 8},
      {0, 0, (byte) 0xf0, 4, 0, 0, 0, 0},
      {1, 0, 0, 0},
      {1, 0, 10, 1, 'x'},
      {1, 0, 60, 2, '"', ':'},
    };
  }

  @MethodSource("seeds")
  @FuzzTest
  void anythingElseInItsPlaceIsRefused(byte[] change) throws Exception {
    if (change.length < 4) {
      return;
    }
    ObjectNode changed = honest.deepCopy();
    ObjectNode response = (ObjectNode) changed.get("response");
    String member = MEMBERS[(change[0] & 0xff) % MEMBERS.length];
    byte[] before = Base64.getUrlDecoder().decode(response.get(member).asText());
    response.put(
        member, Base64.getUrlEncoder().withoutPadding().encodeToString(exchanged(before, change)));
    try {
      Verdict verdict = scene.rp.finishRegistration(pending.id(), changed.toString());
      assertThat(verdict.accepted()).isFalse();
      assertThat(verdict.disagrees()).isFalse();
    } catch (RelyingPartyException e) {
      assertThat(e).isInstanceOf(RelyingPartyException.ResponseMalformed.class);
    }
    assertThat(scene.rp.credentials("ada")).hasSize(1);
  }

  private static byte[] exchanged(byte[] before, byte[] change) {
    int at = ((change[1] & 0xff) << 8 | (change[2] & 0xff)) % (before.length + 1);
    int gone = Math.min(change[3] & 0xff, before.length - at);
    int come = change.length - 4;
    byte[] after = new byte[before.length - gone + come];
    System.arraycopy(before, 0, after, 0, at);
    System.arraycopy(change, 4, after, at, come);
    System.arraycopy(before, at + gone, after, at + come, before.length - at - gone);
    return after;
  }
}
