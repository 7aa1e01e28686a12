package dev.touchstone.rp.ceremony.option;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.account.CredentialDescriptor;
import dev.touchstone.rp.ceremony.response.Json;
import java.util.List;

/** Exclude and allow lists: {@code PublicKeyCredentialDescriptorJSON} (WebAuthn Level 3 §5.8.3). */
final class Descriptors {

  private Descriptors() {}

  static ArrayNode of(List<CredentialDescriptor> credentials) {
    ArrayNode array = Json.MAPPER.createArrayNode();
    for (CredentialDescriptor credential : credentials) {
      ObjectNode descriptor =
          array.addObject().put("type", "public-key").put("id", credential.id());
      if (!credential.transports().isEmpty()) {
        credential.transports().forEach(descriptor.putArray("transports")::add);
      }
    }
    return array;
  }
}
