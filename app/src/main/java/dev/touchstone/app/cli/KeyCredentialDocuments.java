package dev.touchstone.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.usecase.AlgorithmName;
import dev.touchstone.app.usecase.CredentialsOnKey;
import dev.touchstone.app.usecase.ForgetKeys;
import dev.touchstone.key.ctap.UserAccount;
import dev.touchstone.key.manage.CredentialSlots;
import dev.touchstone.key.manage.StoredCredential;
import dev.touchstone.key.transport.KeyDevice;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;

/** The documents of {@code credentials … --json}, written out as in {@link Documents}. */
final class KeyCredentialDocuments {

  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private KeyCredentialDocuments() {}

  /**
   * @param shown those that were looked for
   */
  static ObjectNode list(CredentialsOnKey found, List<StoredCredential> shown) {
    ObjectNode document = MAKE.objectNode();
    document.set("key", KeyDocuments.key(found.key()));
    ArrayNode credentials = document.putArray("credentials");
    shown.forEach(it -> credentials.add(credential(it)));
    document.set("slots", slots(found.content().slots()));
    document.put("incomplete", found.content().isIncomplete());
    found
        .withoutPin()
        .ifPresentOrElse(
            right ->
                document
                    .putObject("withoutPin")
                    .put("since", JsonTime.of(right.since()))
                    .put("lastLook", JsonTime.of(right.lastLook()))
                    .put("changed", right.changed().orElse(null)),
            () -> document.putNull("withoutPin"));
    return document.put("note", found.note());
  }

  static ObjectNode renamed(boolean done, StoredCredential before, UserAccount after) {
    ObjectNode document = MAKE.objectNode().put("done", done);
    document.set("credential", credential(before));
    document.set("user", user(after));
    return document;
  }

  static ObjectNode deleted(boolean done, StoredCredential credential, boolean leavesLargeBlob) {
    ObjectNode document = MAKE.objectNode().put("done", done);
    document.set("credential", credential(credential));
    return document.put("leavesLargeBlob", leavesLargeBlob);
  }

  static ObjectNode slots(KeyDevice key, CredentialSlots slots, boolean exact) {
    ObjectNode document = MAKE.objectNode();
    document.set("key", KeyDocuments.key(key));
    document.set("slots", slots(slots));
    return document.put("exact", exact);
  }

  static ObjectNode forgotten(boolean done, List<ForgetKeys.Remembered> keys) {
    ObjectNode document = MAKE.objectNode().put("done", done);
    ArrayNode list = document.putArray("remembered");
    keys.forEach(it ->
        list.add(MAKE.objectNode().put("name", it.name()).put("since", JsonTime.of(it.since()))));
    return document;
  }

  private static ObjectNode credential(StoredCredential it) {
    ObjectNode json =
        MAKE.objectNode()
            .put("id", it.id().bytes().base64Url())
            .put("rpId", it.rp().id().orElse(null))
            .put("rpIdShortened", it.rp().isShortened())
            .put("rpIdHash", HexFormat.of().formatHex(it.rp().idHash().toArray()));
    json.set("user", user(it.user()));
    json.put("algorithm", AlgorithmName.of(it.publicKey().algorithm()));
    number(json, "protection", it.protection());
    return json.put("largeBlobKey", it.largeBlobKey())
        .put("thirdPartyPayment", it.thirdPartyPayment().orElse(null));
  }

  private static ObjectNode user(UserAccount user) {
    return MAKE.objectNode()
        .put("id", user.id().base64Url())
        .put("name", user.name())
        .put("displayName", user.displayName());
  }

  private static ObjectNode slots(CredentialSlots slots) {
    ObjectNode json = MAKE.objectNode();
    number(json, "existing", slots.existing());
    number(json, "remaining", slots.remaining());
    return json;
  }

  private static void number(ObjectNode json, String name, OptionalInt value) {
    if (value.isPresent()) {
      json.put(name, value.getAsInt());
    } else {
      json.putNull(name);
    }
  }
}
