package dev.touchstone.rp.ceremony.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.ceremony.Ceremony;
import dev.touchstone.rp.ceremony.library.Judgement;
import dev.touchstone.rp.ceremony.response.ClientData;
import dev.touchstone.rp.ceremony.response.Piece;
import java.util.Optional;

/**
 * What comes before and after the verification proper (WebAuthn Level 3 §7.1 steps 1 to 6, 12 and
 * 29, §7.2 steps 1 to 4, 8, 9, 20 and 25).
 *
 * @param ceremony to which the response belongs
 */
public record ResponseChecks(Ceremony ceremony) {

  public Finding options() {
    return Finding.passed("The options were made when the ceremony was begun.")
        .with("ceremony", ceremony.id())
        .with("begun", ceremony.begun().toString());
  }

  public Finding returned(Bytes credentialId) {
    return Finding.passed("The client called the key, and returned a credential.")
        .with("credential id", credentialId.base64Url());
  }

  /** The library is given no type, and takes every response for a public key's. */
  public Finding publicKey(String type) {
    Finding finding =
        type.equals("public-key")
            ? Finding.passed("The response has every member that it needs.")
            : Finding.failedThoughNotForTheLibrary("The credential is no public key credential.");
    return finding.with("type", "public-key", type.isEmpty() ? "(missing)" : type);
  }

  public Finding extensionResults(Optional<ObjectNode> results) {
    return results
        .map(it -> Finding.passed("The client returned extension results."))
        .orElse(Finding.notApplicable("The client returned no extension results."));
  }

  public Finding decoded(Piece<String> text, String what) {
    return switch (text) {
      case Piece.Present<String>(String value) ->
          Finding.passed("The client data is %s.".formatted(what)).with("clientDataJSON", value);
      case Piece.Missing<String>(String why) -> Finding.failedThoughNotForTheLibrary(sentence(why));
    };
  }

  public Finding parsed(Piece<String> text, Piece<ClientData> clientData) {
    return Finding.of(
        text,
        ignored ->
            switch (clientData) {
              case Piece.Present<ClientData>(ClientData parsed) -> tokenBinding(parsed);
              case Piece.Missing<ClientData>(String why) ->
                  Finding.failedThoughNotForTheLibrary(sentence(why));
            });
  }

  /**
   * Level 3 dropped token binding, and clients ceased to send it years ago; the library still
   * refuses client data that claims one.
   */
  private static Finding tokenBinding(ClientData clientData) {
    Optional<String> claimed = clientData.tokenBinding().filter(it -> !it.equals("supported"));
    return claimed
        .map(status ->
            Finding.failed(
                    "The client data has a token binding, which Level 3 does not know and the library does not accept.")
                .with("tokenBinding", "(none)", status))
        .orElse(Finding.passed("The client data is a JSON object."));
  }

  public static Finding hashed(Bytes clientDataHash) {
    return Finding.passed("The hash goes into what the key signed.")
        .with("SHA-256", clientDataHash.hex());
  }

  /**
   * The last step: whether the ceremony went through.
   *
   * @param done what then happened, such as {@code The credential was stored.}
   */
  public static Finding outcome(StepList steps, Judgement library, String done) {
    if (!steps.failed().isEmpty()) {
      return Finding.notApplicable("Not done because %s.".formatted(steps.failedInWords()));
    }
    return library.accepted()
        ? Finding.passed(done)
        : Finding.notApplicable(
            "Not done because the library refused: %s".formatted(library.words()));
  }

  /** A reason as a whole sentence. */
  public static String sentence(String why) {
    return Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".";
  }
}
