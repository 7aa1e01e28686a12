package dev.touchstone.rp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.fixture.vector.Recording;
import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.attestation.statement.AttestationObject;
import dev.touchstone.rp.attestation.statement.Refusal;
import dev.touchstone.rp.attestation.statement.StatementFormat;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.inspect.InspectionException;
import dev.touchstone.rp.inspect.Inspector;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damaged bytes are told apart, never stumbled over: every damage gives a verdict or one of our own
 * failures, and none is accepted where it touched what was signed.
 */
class MutationsTest {

  /** More of them find nothing new; {@code -Dmutations=} asks for more. */
  private static final int ROUNDS = Integer.getInteger("mutations", 40);

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int SEED = 20261120;

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("dev.touchstone.fixture.vector.Vectors#all")
  void theInspectorReadsOrRefusesDamagedRecordings(Recording recording) {
    Inspector inspector =
        new Inspector(TrustAnchors.bundled(), InstantSource.fixed(recording.at()));
    byte[] attestation = bytes(recording.registration().attestationObject());
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = damaged(attestation, random);
      try {
        assertThat(inspector.inspect(damaged).size()).isEqualTo(damaged.length);
      } catch (InspectionException e) {
        assertThat(e.problem()).isNotEmpty();
      }
    }
  }

  @Test
  void aDamagedRegistrationGetsAVerdict() throws Exception {
    Random random = new Random(SEED);
    try (Scene scene = new Scene(folder)) {
      for (int round = 0; round < ROUNDS; round++) {
        PendingCeremony pending =
            scene.rp.beginRegistration(RegistrationRequest.forUser("user " + round));
        String sound = scene.browser.register(pending.optionsJson());
        String response = damaged(sound, random, "attestationObject");

        Verdict verdict = scene.rp.finishRegistration(pending.id(), response);

        // A damaged certificate is no reason to refuse where no trust is asked for, but to say so.
        if (verdict.accepted() && verdict.attestation().orElseThrow().trusted()) {
          assertThat(signed(response)).as(response).isEqualTo(signed(sound));
        }
        assertThat(verdict.disagrees()).as(verdict.library().words() + response).isFalse();
      }
    }
  }

  @Test
  void aDamagedSignInIsNeverAccepted() throws Exception {
    Random random = new Random(SEED);
    try (Scene scene = new Scene(folder)) {
      scene.register("ada");
      for (int round = 0; round < ROUNDS; round++) {
        PendingCeremony pending =
            scene.rp.beginAuthentication(AuthenticationRequest.forUser("ada"));
        String member =
            List.of("authenticatorData", "signature", "clientDataJSON").get(random.nextInt(3));
        String response = damaged(scene.browser.signIn(pending.optionsJson()), random, member);

        Verdict verdict = scene.rp.finishAuthentication(pending.id(), response);

        assertThat(verdict.accepted()).as(response).isFalse();
        assertThat(verdict.disagrees()).as(verdict.library().words() + response).isFalse();
      }
    }
  }

  /**
   * What is signed by the key and by those who certify it. The number of unused bits in front of a
   * certificate's signature is not, old keys have it wrong, and the JDK does not mind.
   */
  private static List<Bytes> signed(String response) throws Exception {
    byte[] bytes = bytes(MAPPER.readTree(response).findValue("attestationObject").asText());
    List<Bytes> signed = new ArrayList<>();
    try {
      AttestationObject object = AttestationObject.parse(bytes);
      signed.add(Bytes.of(object.authenticatorData().bytes()));
      for (X509Certificate it : StatementFormat.examine(object, Optional.empty()).chain()) {
        signed.add(Bytes.of(it.getTBSCertificate()));
      }
    } catch (Refusal e) {
      signed.clear();
    }
    return signed;
  }

  private static String damaged(String response, Random random, String member) throws Exception {
    JsonNode json = MAPPER.readTree(response);
    ObjectNode inner = (ObjectNode) json.get("response");
    byte[] damaged = damaged(bytes(inner.get(member).asText()), random);
    inner.put(member, Bytes.of(damaged).base64Url());
    return json.toString();
  }

  /** One byte changed, cut out or put in; the end cut off; or some bytes put behind it. */
  private static byte[] damaged(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    byte[] damaged = bytes.clone();
    switch (random.nextInt(5)) {
      case 0 -> damaged[at] ^= (byte) (1 + random.nextInt(255));
      case 1 -> damaged[at] = (byte) (damaged[at] + 1);
      case 2 -> damaged = Arrays.copyOf(bytes, at);
      case 3 -> damaged = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(3));
      default -> {
        damaged = Arrays.copyOf(bytes, bytes.length + 1);
        System.arraycopy(bytes, at, damaged, at + 1, bytes.length - at);
      }
    }
    return damaged;
  }

  private static byte[] bytes(String base64Url) {
    return Bytes.ofBase64Url(base64Url).toArray();
  }
}
