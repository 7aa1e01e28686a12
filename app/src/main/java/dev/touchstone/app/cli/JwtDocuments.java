package dev.touchstone.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.jwt.Forgery;
import dev.touchstone.app.jwt.Jwt;
import dev.touchstone.app.jwt.JwtSigner;
import dev.touchstone.app.jwt.JwtVerification;

/** The documents of {@code jwt}, described in {@code docs/json.md}. */
final class JwtDocuments {

  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private JwtDocuments() {}

  static ObjectNode verification(Jwt jwt, JwtVerification verification) {
    ObjectNode document = MAKE.objectNode().put("accepted", verification.accepted());
    ArrayNode checks = document.putArray("checks");
    verification
        .checks()
        .forEach(it ->
            checks
                .addObject()
                .put("name", it.name())
                .put(
                    "outcome",
                    switch (it.outcome()) {
                      case PASSED -> "passed";
                      case FAILED -> "failed";
                      case NOT_CHECKED -> "not-checked";
                    })
                .put("sentence", it.sentence()));
    document.set("header", jwt.header());
    document.set("claims", jwt.claims());
    return document;
  }

  static ObjectNode signed(JwtSigner.Signed signed) {
    ObjectNode document = MAKE.objectNode().put("token", signed.compact());
    document.set("publicKey", signed.publicJwk().orElse(null));
    return document;
  }

  static ObjectNode forgeries() {
    ObjectNode document = MAKE.objectNode();
    ArrayNode all = document.putArray("forgeries");
    for (Forgery forgery : Forgery.values()) {
      all.addObject().put("name", forgery.word()).put("sentence", forgery.sentence());
    }
    return document;
  }
}
