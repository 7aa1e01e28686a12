package dev.touchstone.app.request.collection;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.request.Body;
import dev.touchstone.app.request.Header;
import dev.touchstone.app.request.Request;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collections as JSON, in files and when they are handed on. */
public final class CollectionJson {

  private static final String FORMAT = "touchstone-requests-1";
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private CollectionJson() {}

  /** As text that ends in a line feed. */
  public static String write(Collection collection) {
    return tree(collection).toPrettyString() + "\n";
  }

  /** As a tree. */
  public static ObjectNode tree(Collection collection) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("format", FORMAT).put("name", collection.name());
    ObjectNode variables = json.putObject("variables");
    collection.variables().forEach(variables::put);
    var requests = json.putArray("requests");
    collection.requests().forEach(it -> requests.add(request(it.request(), it.name())));
    return json;
  }

  /** One request as a tree. */
  public static ObjectNode request(Request request, String name) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("name", name).put("method", request.method()).put("url", request.url());
    var headers = json.putArray("headers");
    request
        .headers()
        .forEach(it -> headers.addObject().put("name", it.name()).put("value", it.value()));
    switch (request.body()) {
      case Body.None _ -> {}
      case Body.Text(var text) -> json.put("body", text);
      case Body.Raw(var bytes) -> json.put("bodyBase64", Base64.getEncoder().encodeToString(bytes));
    }
    return json.put("follow", request.follow());
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it is none; says why, and quotes nothing
   */
  public static Collection read(String text) {
    try {
      JsonNode json = MAPPER.readTree(text);
      if (!json.path("format").asText().equals(FORMAT)) {
        throw new IllegalArgumentException("it has no \"format\": \"%s\"".formatted(FORMAT));
      }
      Map<String, String> variables = new LinkedHashMap<>();
      json.path("variables")
          .properties()
          .forEach(it -> variables.put(it.getKey(), it.getValue().asText()));
      List<Saved> requests = new ArrayList<>();
      for (JsonNode request : json.path("requests")) {
        requests.add(new Saved(required(request, "name"), request(request)));
      }
      return new Collection(required(json, "name"), variables, requests);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("it is no JSON, or cut off");
    }
  }

  private static Request request(JsonNode json) {
    List<Header> headers = new ArrayList<>();
    for (JsonNode header : json.path("headers")) {
      headers.add(new Header(required(header, "name"), required(header, "value")));
    }
    Body body = json.path("body").isTextual() ? Body.of(json.path("body").asText()) : Body.none();
    if (json.path("bodyBase64").isTextual()) {
      body = new Body.Raw(Base64.getDecoder().decode(json.path("bodyBase64").asText()));
    }
    return new Request(
        required(json, "method"),
        required(json, "url"),
        headers,
        body,
        json.path("follow").asBoolean());
  }

  private static String required(JsonNode json, String member) {
    if (!json.path(member).isTextual()) {
      throw new IllegalArgumentException("it lacks a text \"%s\"".formatted(member));
    }
    return json.path(member).asText();
  }
}
