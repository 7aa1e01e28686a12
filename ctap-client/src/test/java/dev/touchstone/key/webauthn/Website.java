package dev.touchstone.key.webauthn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Options as a relying party would send them, with a few words changed by each test. */
final class Website {

  static final String ORIGIN = "https://login.example.com";
  static final JsonMapper JSON = new JsonMapper();

  private final ObjectNode options;

  private Website(ObjectNode options) {
    this.options = options;
  }

  /** A registration that wants nothing special. */
  static Website registering(String user) {
    return new Website(
        parse(
            """
            {"rp":{"id":"example.com","name":"Example"},
             "user":{"id":"%s","name":"%s","displayName":"The %s"},
             "challenge":"AAECAwQFBgcICQoLDA0ODw",
             "pubKeyCredParams":[{"type":"public-key","alg":-7}],
             "attestation":"direct",
             "authenticatorSelection":{"userVerification":"discouraged"},
             "excludeCredentials":[]}
            """
                .formatted(base64Url(user), user, user)));
  }

  /** A sign-in that wants nothing special and allows any credential. */
  static Website signingIn() {
    return new Website(
        parse(
            """
            {"rpId":"example.com","challenge":"AAECAwQFBgcICQoLDA0ODw",
             "userVerification":"discouraged","allowCredentials":[]}
            """));
  }

  Website residentKey(String requirement) {
    options.withObject("/authenticatorSelection").put("residentKey", requirement);
    return this;
  }

  Website userVerification(String requirement) {
    if (options.has("rp")) {
      options.withObject("/authenticatorSelection").put("userVerification", requirement);
    } else {
      options.put("userVerification", requirement);
    }
    return this;
  }

  Website excluding(String... ids) {
    return listing("excludeCredentials", ids);
  }

  Website allowing(String... ids) {
    return listing("allowCredentials", ids);
  }

  Website extensions(String json) {
    options.set("extensions", parse(json));
    return this;
  }

  Website with(String member, String json) {
    try {
      options.set(member, JSON.readTree(json));
      return this;
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  String json() {
    return options.toString();
  }

  private Website listing(String member, String... ids) {
    for (String id : ids) {
      options.withArray(member).addObject().put("type", "public-key").put("id", id);
    }
    return this;
  }

  static String base64Url(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static ObjectNode parse(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  static byte[] bytes(JsonNode base64Url) {
    return Base64.getUrlDecoder().decode(base64Url.textValue());
  }
}
