package dev.touchstone.rp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Step;
import dev.touchstone.rp.ceremony.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One byte of a packed attestation changed where the library and the specification look at
 * different things: our steps say what is wrong, and never let pass what the library refuses.
 */
class DamagedCertificatesTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path folder;

  static Stream<Arguments> damages() {
    return Stream.of(
        arguments("CN becomes surname", "550403 0c", "550404 0c", "subject has no CN"),
        arguments("O becomes bytes", "55040a 0c", "55040a 0d", "subject has no O"),
        arguments("the AAGUID in another type", "0412 0410", "0412 2410", "holds no AAGUID"),
        arguments("the AAGUID shorter", "0412 0410", "0412 040f", "holds no AAGUID"),
        arguments("alg in bytes", "63 616c67", "43 616c67", "name that is no text"),
        arguments("sig in bytes", "63 736967", "43 736967", "name that is no text"),
        arguments("x5c in bytes", "63 783563", "43 783563", "name that is no text"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void aChangedByteIsNamedAndTheLibraryDoesNotDisagree(
      String name, String from, String to, String words) throws Exception {
    List<String> said = new ArrayList<>();
    try (Scene scene = new Scene(folder)) {
      for (int place = 0, places = 1; place < places; place++) {
        PendingCeremony pending =
            scene.rp.beginRegistration(RegistrationRequest.forUser("user " + place));
        List<String> changed = changed(scene.browser.register(pending.optionsJson()), from, to);
        places = changed.size();
        Verdict verdict = scene.rp.finishRegistration(pending.id(), changed.get(place));

        assertThat(verdict.disagrees()).as(verdict.library().words()).isFalse();
        verdict.failedSteps().stream().map(Step::explanation).forEach(said::add);
      }
    }
    assertThat(said).anyMatch(it -> it.contains(words));
  }

  /** The response with the bytes changed at each place where they are, one place at a time. */
  private static List<String> changed(String response, String from, String to) throws Exception {
    ObjectNode json = (ObjectNode) MAPPER.readTree(response);
    ObjectNode inner = (ObjectNode) json.get("response");
    String hex =
        HexFormat.of()
            .formatHex(Bytes.ofBase64Url(inner.get("attestationObject").asText()).toArray());
    String pattern = from.replace(" ", "");
    List<String> variants = new ArrayList<>();
    for (int at = hex.indexOf(pattern); at >= 0; at = hex.indexOf(pattern, at + 1)) {
      String damaged =
          hex.substring(0, at) + to.replace(" ", "") + hex.substring(at + pattern.length());
      inner.put("attestationObject", Bytes.of(HexFormat.of().parseHex(damaged)).base64Url());
      variants.add(json.toString());
    }
    return variants;
  }
}
