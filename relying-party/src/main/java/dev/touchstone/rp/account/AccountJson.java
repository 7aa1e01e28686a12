package dev.touchstone.rp.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** An account that is yet to be made, as JSON for the time between the halves of a registration. */
public final class AccountJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private AccountJson() {}

  /** Only what can be told of an account before it exists. */
  public static String write(User user) {
    ObjectNode json =
        MAPPER
            .createObjectNode()
            .put("handle", user.handle())
            .put("name", user.name())
            .put("displayName", user.displayName())
            .put("firstName", user.profile().firstName())
            .put("lastName", user.profile().lastName())
            .put("jobTitle", user.profile().jobTitle())
            .put("created", user.created().toEpochMilli());
    user.profile().email().ifPresent(it -> json.put("email", it));
    user.profile().dateOfBirth().ifPresent(it -> json.put("dateOfBirth", it.toString()));
    return json.toString();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static User read(String text) {
    try {
      JsonNode json = MAPPER.readTree(text);
      return User.made(
          json.required("handle").textValue(),
          json.required("name").textValue(),
          json.required("displayName").textValue(),
          new Profile(
              json.required("firstName").textValue(),
              json.required("lastName").textValue(),
              Optional.ofNullable(json.path("email").textValue()),
              Optional.ofNullable(json.path("dateOfBirth").textValue()).map(LocalDate::parse),
              json.required("jobTitle").textValue()),
          Instant.ofEpochMilli(json.required("created").longValue()));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no account in JSON", e);
    }
  }
}
