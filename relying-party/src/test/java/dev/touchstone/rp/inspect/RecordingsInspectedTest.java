package dev.touchstone.rp.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.fixture.vector.Recording;
import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.inspect.Node.Severity;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tree of every recording has the facts that are known of it, and nothing bad without reason.
 */
class RecordingsInspectedTest {

  @ParameterizedTest
  @MethodSource("dev.touchstone.fixture.vector.Vectors#all")
  void theTreeHasTheFacts(Recording recording) throws Exception {
    Inspection inspection = inspect(recording);
    Node tree = inspection.tree();
    assertThat(inspection.kind()).isEqualTo("registration response");
    assertThat(find(tree, "fmt").value()).isEqualTo(recording.expect().format());
    assertThat(find(tree, "attestation type").value()).isEqualTo(recording.expect().type());
    assertThat(find(tree, "AAGUID").value()).isEqualTo(recording.expect().aaguid());
    assertThat(find(tree, "origin").value()).isEqualTo(recording.origin());
    assertThat(find(tree, "RP ID hash").note())
        .isEqualTo("SHA-256 of \"" + recording.rpId() + "\"");
    assertThat(find(find(tree, "attested credential"), "public key").value())
        .isIn("EC2", "RSA", "OKP");
  }

  @ParameterizedTest
  @MethodSource("dev.touchstone.fixture.vector.Vectors#all")
  void onlyWhatIsWrongIsMarkedBad(Recording recording) throws Exception {
    Node tree = inspect(recording).tree();
    boolean refused =
        recording.expect().format().equals("android-safetynet")
            && recording.expect().because().isPresent();
    assertThat(find(tree, "attestation signature").severity())
        .isEqualTo(refused ? Severity.BAD : Severity.GOOD);
    assertThat(find(tree, "authenticator data").find("damaged")).isEmpty();
  }

  private static Inspection inspect(Recording recording) throws InspectionException {
    String json =
        "{\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"%s\",\"attestationObject\":\"%s\"}}"
            .formatted(
                recording.registration().clientDataJson(),
                recording.registration().attestationObject());
    return new Inspector(TrustAnchors.bundled(), InstantSource.fixed(recording.at())).inspect(json);
  }

  private static Node find(Node tree, String name) {
    return tree.find(name).orElseThrow(() -> new AssertionError("no line " + name));
  }
}
