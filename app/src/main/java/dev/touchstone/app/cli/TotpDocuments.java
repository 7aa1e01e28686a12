package dev.touchstone.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.factor.totp.Totp;
import dev.touchstone.rp.factor.totp.account.TotpDevices;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The documents of the commands about one-time passwords. */
final class TotpDocuments {

  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private TotpDocuments() {}

  static ObjectNode state(String user, TotpDevices.State state) {
    ObjectNode document = MAKE.objectNode().put("user", user);
    document.set("totp", state.totp().map(TotpDocuments::totp).orElse(null));
    return document
        .put("confirmed", JsonTime.of(state.confirmed()))
        .put("recoveryCodes", state.recoveryCodes());
  }

  static ObjectNode enabled(boolean done, String user, Totp totp, @Nullable String uri) {
    ObjectNode document = MAKE.objectNode().put("done", done).put("user", user);
    document.set("totp", totp(totp));
    return document.put("uri", uri);
  }

  static ObjectNode picture(String user, String file) {
    return MAKE.objectNode().put("user", user).put("file", file);
  }

  static ObjectNode disabled(boolean done, String user) {
    return MAKE.objectNode().put("done", done).put("user", user);
  }

  static ObjectNode codes(boolean done, String user, List<String> codes) {
    ObjectNode document = MAKE.objectNode().put("done", done).put("user", user);
    ArrayNode list = document.putArray("recoveryCodes");
    codes.forEach(list::add);
    return document;
  }

  static ObjectNode calculated(String code, Totp totp, Instant when, long secondsLeft) {
    ObjectNode document = MAKE.objectNode().put("code", code);
    document.set("totp", totp(totp));
    return document.put("at", JsonTime.of(when)).put("secondsLeft", secondsLeft);
  }

  private static ObjectNode totp(Totp totp) {
    return MAKE.objectNode()
        .put("algorithm", totp.algorithm().name())
        .put("digits", totp.digits())
        .put("period", totp.period());
  }
}
