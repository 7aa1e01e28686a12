package dev.touchstone.rp.ceremony.check;

import dev.touchstone.rp.ceremony.Policy;
import dev.touchstone.rp.ceremony.response.ClientData;
import dev.touchstone.rp.ceremony.response.Piece;
import java.util.Optional;

/**
 * What the client says of itself (WebAuthn Level 3 §7.1 steps 7 and 9 to 11, §7.2 steps 10 and 12
 * to 14).
 */
public record ClientDataChecks(Piece<ClientData> clientData, Policy policy) {

  private static final String MISSING = "(missing)";

  public Finding type(String expected) {
    return Finding.of(
        clientData,
        it -> {
          String received = it.type().orElse(MISSING);
          Finding finding =
              received.equals(expected)
                  ? Finding.passed("The client data is of the right type.")
                  : Finding.failed("The client data belongs to something else than this ceremony.");
          return finding.with("type", expected, received);
        });
  }

  public Finding origin() {
    return Finding.of(
        clientData,
        it -> {
          String received = it.origin().orElse(MISSING);
          Finding finding =
              policy.origins().contains(received)
                  ? Finding.passed("The origin is one that this relying party expects.")
                  : Finding.failed(
                      "The client acted for an origin that this relying party does not expect.");
          return finding.with("origin", String.join(" or ", policy.origins()), received);
        });
  }

  public Finding crossOrigin() {
    return Finding.of(
        clientData,
        it -> {
          Optional<Boolean> crossOrigin = it.crossOrigin();
          if (crossOrigin.isEmpty()) {
            return Finding.notApplicable("The client data has no crossOrigin.");
          }
          Finding finding =
              crossOrigin.get()
                  ? Finding.failedThoughNotForTheLibrary(
                      "The client acted in a frame of another origin, which this relying party does not expect.")
                  : Finding.passed("The client did not act in a frame of another origin.");
          return finding.with("crossOrigin", "false", crossOrigin.get().toString());
        });
  }

  public Finding topOrigin() {
    return Finding.of(
        clientData,
        it ->
            it.topOrigin()
                .map(received ->
                    Finding.failedThoughNotForTheLibrary(
                            "The client acted in a frame on another page, which this relying party does not expect.")
                        .with("topOrigin", "(none)", received))
                .orElse(Finding.notApplicable("The client data has no topOrigin.")));
  }
}
