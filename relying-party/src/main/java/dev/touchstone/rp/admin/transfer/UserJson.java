package dev.touchstone.rp.admin.transfer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.admin.transfer.UserFile.Rows;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Accounts as a JSON array of objects, alone or as the member {@code users}. */
final class UserJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(10).maxStringLength(10_000).build())
          .build();

  private UserJson() {}

  static void read(Reader text, Rows rows) throws IOException, UserFileException {
    try (JsonParser json = FACTORY.createParser(new WithoutMark(text))) {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        toUsers(json);
      }
      if (json.currentToken() != JsonToken.START_ARRAY) {
        throw new UserFileException(
            "The file is no list of users; it has to be a JSON array of objects, or {\"users\":"
                + " […]}.");
      }
      while (json.nextToken() != JsonToken.END_ARRAY) {
        rows.accept(user(json));
      }
    } catch (JsonProcessingException e) {
      throw new UserFileException(
          "The file is no JSON from line %d on."
              .formatted(e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
          e);
    }
  }

  private static void toUsers(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean users = json.currentName().equals("users");
      json.nextToken();
      if (users) {
        return;
      }
      json.skipChildren();
    }
  }

  private static UserRow user(JsonParser json) throws IOException {
    long line = json.currentTokenLocation().getLineNr();
    Map<String, String> fields = new HashMap<>();
    List<String> mistakes = new ArrayList<>();
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return new UserRow(line, fields, List.of("A user has to be a JSON object."));
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (UserFields.TOLD.contains(name)) {
        json.skipChildren();
      } else if (!UserFields.READ.contains(name)) {
        mistakes.add("There is no member '%s'.".formatted(name));
        json.skipChildren();
      } else if (value == JsonToken.VALUE_STRING) {
        fields.put(name, json.getText());
      } else if (value != JsonToken.VALUE_NULL) {
        mistakes.add("The member '%s' has to be a text.".formatted(name));
        json.skipChildren();
      }
    }
    return new UserRow(line, fields, mistakes);
  }

  static String user(User user) {
    ObjectNode json = MAPPER.createObjectNode();
    UserFields.of(user).forEach((name, value) -> json.put(name, value.isEmpty() ? null : value));
    return json.put("credentials", user.credentials()).toString();
  }
}
