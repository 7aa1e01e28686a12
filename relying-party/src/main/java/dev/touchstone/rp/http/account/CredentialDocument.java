package dev.touchstone.rp.http.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.CredentialUse;
import dev.touchstone.rp.ceremony.response.Json;
import java.util.List;

/** A credential in JSON, without its public key. */
public final class CredentialDocument {

  private CredentialDocument() {}

  /** {@code {"credentials": […]}}. */
  public static ObjectNode list(List<Credential> credentials) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    var array = json.putArray("credentials");
    credentials.forEach(it -> array.add(of(it)));
    return json;
  }

  /** One. */
  public static ObjectNode of(Credential credential) {
    ObjectNode json =
        Json.MAPPER
            .createObjectNode()
            .put("id", credential.id())
            .put("label", credential.label())
            .put("aaguid", credential.aaguid())
            .put("model", credential.model().orElse(null))
            .put("algorithm", credential.algorithm());
    credential.transports().forEach(json.putArray("transports")::add);
    return json.put("discoverable", credential.discoverable().orElse(null))
        .put("user_verified", credential.userVerified())
        .put("backup_eligible", credential.backupEligible())
        .put("backed_up", credential.backedUp())
        .put("sign_count", credential.signCount())
        .put("attestation_format", credential.attestationFormat())
        .put("trusted", credential.trusted())
        .put("possible_clone", credential.possibleClone())
        .put("created_at", UserDocument.time(credential.created()))
        .put("last_used_at", credential.lastUsed().map(UserDocument::time).orElse(null))
        .put("last_used_from", lastAddress(credential));
  }

  /** One, and its last uses, the newest first. */
  public static ObjectNode withHistory(Credential credential) {
    ObjectNode json = of(credential);
    ArrayNode history = json.putArray("history");
    credential
        .history()
        .forEach(it ->
            history
                .addObject()
                .put("at", UserDocument.time(it.when()))
                .put("sign_count", it.signCount())
                .put("backed_up", it.backedUp())
                .put("address", it.address()));
    return json;
  }

  private static String lastAddress(Credential credential) {
    return credential.lastUsed().isEmpty()
        ? ""
        : credential.history().stream().findFirst().map(CredentialUse::address).orElse("");
  }
}
