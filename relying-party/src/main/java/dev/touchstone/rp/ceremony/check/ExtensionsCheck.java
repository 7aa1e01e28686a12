package dev.touchstone.rp.ceremony.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.upokecenter.cbor.CBORObject;
import dev.touchstone.rp.attestation.statement.AuthenticatorData;
import dev.touchstone.rp.ceremony.response.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which extensions answered (WebAuthn Level 3 §7.1 step 28, §7.2 step 23). Only their names are
 * shown: an output may be a secret, such as that of prf.
 *
 * @param client what the client told
 * @param authenticatorData with what the key told
 */
public record ExtensionsCheck(
    Optional<ObjectNode> client, Piece<AuthenticatorData> authenticatorData) {

  /** At a sign-in nothing depends on extension outputs. */
  public Finding authentication() {
    return Finding.of(authenticatorData, this::noted);
  }

  /**
   * At a registration the options may insist on a credential protection policy.
   *
   * @param credProtect the policy's number, if it is enforced (CTAP 2.3 §12.1)
   */
  public Finding registration(Optional<Integer> credProtect) {
    return Finding.of(
        authenticatorData,
        it -> credProtect.map(policy -> protectedBy(policy, it)).orElseGet(() -> noted(it)));
  }

  private Finding protectedBy(int policy, AuthenticatorData data) {
    String received =
        data.extensions()
            .map(map -> map.get("credProtect"))
            .map(CBORObject::toString)
            .orElse("(missing)");
    Finding finding =
        received.equals(Integer.toString(policy))
            ? Finding.passed("The key took over the credential protection policy.")
            : Finding.failed(
                "The key did not take over the enforced credential protection policy.");
    return finding.with("credProtect", Integer.toString(policy), received);
  }

  private Finding noted(AuthenticatorData it) {
    List<String> fromClient = new ArrayList<>();
    client.ifPresent(json -> json.fieldNames().forEachRemaining(fromClient::add));
    List<String> fromKey =
        it.extensions().stream()
            .flatMap(map -> map.getKeys().stream())
            .map(CBORObject::ToJSONString)
            .map(name -> name.replace("\"", ""))
            .toList();
    Finding finding =
        fromClient.isEmpty() && fromKey.isEmpty()
            ? Finding.notApplicable("No extension answered.")
            : Finding.passed("Extension outputs are noted; none of them is required.");
    return finding
        .with("client extension outputs", names(fromClient))
        .with("authenticator extension outputs", names(fromKey));
  }

  private static String names(List<String> names) {
    return names.isEmpty() ? "(none)" : String.join(", ", names);
  }
}
