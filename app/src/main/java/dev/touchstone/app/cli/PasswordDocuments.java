package dev.touchstone.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.factor.password.account.Passwords;

/** The documents of the commands about passwords. */
final class PasswordDocuments {

  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
  private static final String ALLOWED = "allowed";

  private PasswordDocuments() {}

  static ObjectNode setting(boolean allowed) {
    return MAKE.objectNode().put(ALLOWED, allowed);
  }

  static ObjectNode switched(boolean done, boolean allowed) {
    return MAKE.objectNode().put("done", done).put(ALLOWED, allowed);
  }

  static ObjectNode state(String user, Passwords.State state, boolean allowed) {
    return MAKE.objectNode()
        .put("user", user)
        .put("set", state.isSet())
        .put("device", state.hasDevice())
        .put(ALLOWED, allowed);
  }

  static ObjectNode changed(boolean done, String user) {
    return MAKE.objectNode().put("done", done).put("user", user);
  }
}
