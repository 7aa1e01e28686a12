package dev.touchstone.rp.http;

import static dev.touchstone.rp.http.Served.bearer;
import static dev.touchstone.rp.http.Served.code;
import static dev.touchstone.rp.http.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.audit.Caller;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ada is who the test says; Bob is an ordinary user. */
final class AdministrationOverHttpTest {

  private static final String ADA = "ada@example.org";
  private static final String BOB = "bob@example.org";

  private Served served;
  private VirtualKey bobsKey;
  private String ada;
  private String bob;
  private String adaId;
  private String bobId;

  @BeforeEach
  void signIn(@TempDir Path folder) throws Exception {
    served = new Served(folder);
    bobsKey = served.newKey();
    ada = served.token(ADA, served.browser);
    bob = served.token(BOB, Served.browser(bobsKey));
    adaId = served.rp.user(ADA).orElseThrow().handle();
    bobId = served.rp.user(BOB).orElseThrow().handle();
  }

  @AfterEach
  void stop() throws Exception {
    served.close();
    bobsKey.close();
  }

  private void adaIs(Role role) throws Exception {
    served.rp.administration().accounts().changeRole(ADA, role, Caller.CONSOLE);
  }

  @Test
  void theOwnerSeesLabelsAndRevokesTheirCredentials() throws Exception {
    JsonNode credential = json(served.get(credentials(bobId), bearer(bob))).at("/credentials/0");
    String one = credentials(bobId) + "/" + credential.get("id").asText();
    assertThat(credential.get("algorithm").asText()).isEqualTo("ES256");
    assertThat(credential.get("trusted").asBoolean()).isTrue();
    assertThat(credential.get("last_used_from").asText()).isEqualTo("127.0.0.1");
    assertThat(credential.has("public_key")).isFalse();

    assertThat(json(patch(one, "{\"label\":\"blue\"}", bob)).get("label").asText())
        .isEqualTo("blue");
    assertThat(delete(one, bob).statusCode()).isEqualTo(204);
    assertThat(served.rp.credentials(BOB)).isEmpty();
    assertThat(code(delete(one, bob))).isEqualTo("404 not_found");
  }

  @Test
  void nobodyTouchesTheCredentialsOfOthersOrReachesThemThroughTheirOwnAccount() throws Exception {
    String others = served.rp.credentials(ADA).getFirst().id();
    assertThat(code(delete(credentials(adaId) + "/" + others, bob))).isEqualTo("403 forbidden");
    assertThat(code(delete(credentials(bobId) + "/" + others, bob))).isEqualTo("404 not_found");
    assertThat(code(patch(credentials(bobId) + "/" + others, "{\"label\":\"x\"}", bob)))
        .isEqualTo("404 not_found");
    assertThat(served.rp.credentials(ADA)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "USER, 403, 403, 403, 403, 403",
    "SUPPORT, 200, 200, 403, 403, 403",
    "AUDITOR, 200, 403, 403, 403, 200",
    "ADMIN, 200, 200, 200, 204, 200"
  })
  void aRoleMayDoWhatItIsFor(Role role, int list, int edit, int promote, int delete, int audit)
      throws Exception {
    adaIs(role);
    assertThat(served.get("/users", bearer(ada)).statusCode()).isEqualTo(list);
    assertThat(patch("/users/" + bobId, "{\"job_title\":\"Clerk\"}", ada).statusCode())
        .isEqualTo(edit);
    assertThat(patch("/users/" + bobId, "{\"role\":\"support\"}", ada).statusCode())
        .isEqualTo(promote);
    assertThat(delete("/users/" + bobId, ada).statusCode()).isEqualTo(delete);
    assertThat(served.get("/audit", bearer(ada)).statusCode()).isEqualTo(audit);
  }

  @Test
  void supportCannotTouchWhoeverHasARole() throws Exception {
    adaIs(Role.SUPPORT);
    served.rp.administration().accounts().changeRole(BOB, Role.ADMIN, Caller.CONSOLE);
    assertThat(code(patch("/users/" + bobId, "{\"status\":\"disabled\"}", ada)))
        .isEqualTo("403 forbidden");
    assertThat(served.rp.user(BOB).orElseThrow().status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void supportHelpsWithKeysOfOrdinaryPeopleAndTouchesNoKeyOfWhoeverHasARole() throws Exception {
    adaIs(Role.SUPPORT);
    String one = credentials(bobId) + "/" + served.rp.credentials(BOB).getFirst().id();
    String label = "{\"label\":\"blue\"}";
    assertThat(patch(one, label, ada).statusCode()).isEqualTo(200);
    for (Role role : List.of(Role.SUPPORT, Role.AUDITOR, Role.ADMIN)) {
      served.rp.administration().accounts().changeRole(BOB, role, Caller.CONSOLE);
      assertThat(code(patch(one, label, ada))).isEqualTo("403 forbidden");
      assertThat(code(delete(one, ada))).isEqualTo("403 forbidden");
      assertThat(patch(one, label, bob).statusCode()).isEqualTo(200);
    }
    assertThat(served.rp.credentials(BOB)).hasSize(1);
  }

  @Test
  void aRoleThatWasTakenAwayIsGoneAtOnce() throws Exception {
    adaIs(Role.ADMIN);
    served.rp.administration().accounts().changeRole(BOB, Role.ADMIN, Caller.CONSOLE);
    assertThat(served.get("/users", bearer(bob)).statusCode()).isEqualTo(200);
    served.rp.administration().accounts().changeRole(BOB, Role.USER, Caller.CONSOLE);
    assertThat(served.get("/users", bearer(bob)).statusCode()).isEqualTo(403);
  }

  @Test
  void whoIsDisabledSignsInNoMoreAndTheirTokenIsWorthNothing() throws Exception {
    adaIs(Role.ADMIN);
    assertThat(patch("/users/" + bobId, "{\"status\":\"disabled\"}", ada).statusCode())
        .isEqualTo(200);
    assertThat(code(served.get("/users/" + bobId, bearer(bob)))).isEqualTo("401 token_invalid");
    assertThat(code(served.signIn(BOB, Served.browser(bobsKey)))).isEqualTo("401 sign_in_refused");
  }

  @Test
  void theLastAdministratorStays() throws Exception {
    adaIs(Role.ADMIN);
    assertThat(code(patch("/users/" + adaId, "{\"role\":\"user\"}", ada)))
        .isEqualTo("409 conflict");
    assertThat(code(patch("/users/" + adaId, "{\"status\":\"disabled\"}", ada)))
        .isEqualTo("409 conflict");
    assertThat(code(delete("/users/" + adaId, ada))).isEqualTo("409 conflict");
  }

  @Test
  void aChangeOfSeveralThingsIsMadeWholeOrNotAtAll() throws Exception {
    adaIs(Role.ADMIN);
    String both = "{\"job_title\":\"Countess\",\"status\":\"disabled\"}";
    assertThat(code(patch("/users/" + adaId, both, ada))).isEqualTo("409 conflict");
    assertThat(served.rp.user(ADA).orElseThrow().profile().jobTitle()).isEqualTo("Analyst");
    assertThat(served.lastReason(AuditEvents.USER_STATUS)).contains("last administrator");
    assertThat(served.trail(AuditEvents.USER_CHANGE)).isEmpty();

    assertThat(patch("/users/" + bobId, both, ada).statusCode()).isEqualTo(200);
    assertThat(served.rp.user(BOB).orElseThrow().profile().jobTitle()).isEqualTo("Countess");
    assertThat(served.rp.user(BOB).orElseThrow().status()).isEqualTo(Status.DISABLED);
    assertThat(served.trail("user"))
        .extracting(AuditRow::event)
        .containsExactlyInAnyOrder("user.role", "user.status", "user.change", "user.status");
  }

  @Test
  void theHistoryOfACredentialTellsCountersBackupsAndAddresses() throws Exception {
    String id = served.rp.credentials(BOB).getFirst().id();
    ObjectNode credential = json(served.get(credentials(bobId) + "/" + id, bearer(bob)));
    assertThat(credential.get("id").asText()).isEqualTo(id);
    JsonNode history = credential.get("history");
    assertThat(history).hasSize(2);
    assertThat(history.at("/0/sign_count").asLong())
        .isEqualTo(credential.get("sign_count").asLong());
    assertThat(history.at("/1/sign_count").asLong())
        .isLessThan(history.at("/0/sign_count").asLong());
    assertThat(history.at("/0/backed_up").asBoolean()).isFalse();
    assertThat(history.at("/0/address").asText()).isEqualTo("127.0.0.1");
    assertThat(history.at("/0/at").asText()).isEqualTo(credential.get("last_used_at").asText());

    assertThat(code(served.get(credentials(adaId) + "/" + id, bearer(ada))))
        .isEqualTo("404 not_found");
    assertThat(code(served.get(credentials(bobId) + "/" + id, bearer(ada))))
        .isEqualTo("403 forbidden");
    adaIs(Role.SUPPORT);
    assertThat(served.get(credentials(bobId) + "/" + id, bearer(ada)).statusCode()).isEqualTo(200);
  }

  @Test
  void accountsAreListedAPageAtATime() throws Exception {
    adaIs(Role.ADMIN);
    ObjectNode first = json(served.get("/users?limit=1", bearer(ada)));
    assertThat(first.at("/users/0/email").asText()).isEqualTo(ADA);
    ObjectNode second =
        json(served.get("/users?limit=1&after=" + first.get("next").asText(), bearer(ada)));
    assertThat(second.at("/users/0/email").asText()).isEqualTo(BOB);
    assertThat(json(served.get("/users?search=BOB", bearer(ada))).get("users")).hasSize(1);
    assertThat(json(served.get("/users?role=admin", bearer(ada))).get("users")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/users?limit=0",
        "/users?limit=501",
        "/users?limit=x",
        "/users?role=king",
        "/users?status=gone",
        "/audit?from=yesterday",
        "/audit?outcome=maybe",
        "/audit?question=why",
        "/audit?before=here",
        "/users?search=%00"
      })
  void aParameterThatCannotBeRightIsNamed(String path) throws Exception {
    adaIs(Role.ADMIN);
    assertThat(code(served.get(path, bearer(ada)))).isEqualTo("422 invalid_field");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"rol\":\"admin\"}",
        "{\"role\":\"king\"}",
        "{\"role\":7}",
        "{\"status\":\"\"}",
        "{\"email\":\"x\"}",
        "{\"date_of_birth\":\"2999-01-01\"}"
      })
  void aChangeThatCannotBeRightChangesNothing(String body) throws Exception {
    adaIs(Role.ADMIN);
    var before = served.rp.user(BOB);
    assertThat(code(patch("/users/" + bobId, body, ada))).isEqualTo("422 invalid_field");
    assertThat(served.rp.user(BOB)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'; DROP TABLE users; --", "' OR '1'='1", "%", "\\", "Robert\"); --", "a'b@c"})
  void sqlIsOnlyText(String text) throws Exception {
    adaIs(Role.ADMIN);
    String encoded = java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    assertThat(served.get("/users?search=" + encoded, bearer(ada)).statusCode()).isEqualTo(200);
    assertThat(served.get("/audit?actor=" + encoded, bearer(ada)).statusCode()).isEqualTo(200);
    String names =
        Served.MAPPER.createObjectNode().put("first_name", text).put("job_title", text).toString();
    assertThat(json(patch("/users/" + bobId, names, ada)).get("first_name").asText())
        .isEqualTo(text);
    assertThat(served.rp.users()).hasSize(2);
  }

  @Test
  void theTrailTellsWhatWasRefusedAndIsWhole() throws Exception {
    assertThat(served.get("/users", bearer(bob)).statusCode()).isEqualTo(403);
    adaIs(Role.AUDITOR);
    ObjectNode trail = json(served.get("/audit?question=refused_access", bearer(ada)));
    assertThat(trail.at("/rows/0/actor").asText()).isEqualTo(BOB);
    assertThat(trail.at("/rows/0/reason").asText()).isEqualTo("role user may not do this");
    assertThat(trail.at("/rows/0/address").asText()).isEqualTo("127.0.0.1");
    assertThat(json(served.get("/audit/verification", bearer(ada))).get("intact").asBoolean())
        .isTrue();
  }

  @Test
  void whoSignedInFromSeveralAddressesIsTold() throws Exception {
    adaIs(Role.AUDITOR);
    assertThat(json(served.get("/audit/addresses", bearer(ada))).get("users")).isEmpty();
    Caller elsewhere = new Caller("", "192.0.2.7", "");
    served
        .rp
        .administration()
        .audit()
        .record(
            AuditEvent.succeeded(
                served.clock.instant(), AuditEvents.SIGN_IN_COMPLETE, elsewhere, BOB));
    JsonNode users = json(served.get("/audit/addresses", bearer(ada))).get("users");
    assertThat(users).hasSize(1);
    assertThat(users.at("/0/user").asText()).isEqualTo(BOB);
    assertThat(users.at("/0/addresses").asInt()).isEqualTo(2);
    assertThat(users.at("/0/sign_ins").asInt()).isEqualTo(2);
    String later = served.clock.instant().plusSeconds(1).toString();
    assertThat(json(served.get("/audit/addresses?from=" + later, bearer(ada))).get("users"))
        .isEmpty();
    assertThat(served.get("/audit/addresses", bearer(bob)).statusCode()).isEqualTo(403);
  }

  @Test
  void questionsKnowPasswordsOperatorsTokensAndTheHelpDesk() throws Exception {
    adaIs(Role.AUDITOR);
    for (String event :
        List.of(
            AuditEvents.PASSWORD_CHECK,
            AuditEvents.OPERATOR_SIGN_IN,
            AuditEvents.OPERATOR_REFUSED,
            AuditEvents.API_TOKEN_CREATE,
            AuditEvents.DESK_LOST_KEY)) {
      served
          .rp
          .administration()
          .audit()
          .record(AuditEvent.refused(served.clock.instant(), event, Caller.CONSOLE, BOB, "a test"));
    }
    assertThat(events("failed_sign_ins"))
        .containsExactlyInAnyOrder(AuditEvents.PASSWORD_CHECK, AuditEvents.OPERATOR_SIGN_IN);
    assertThat(events("refused_access")).containsExactly(AuditEvents.OPERATOR_REFUSED);
    assertThat(events("administration"))
        .contains(AuditEvents.API_TOKEN_CREATE, AuditEvents.DESK_LOST_KEY)
        .doesNotContain(AuditEvents.PASSWORD_CHECK, AuditEvents.OPERATOR_SIGN_IN);
  }

  private List<String> events(String question) throws Exception {
    return json(served.get("/audit?question=" + question, bearer(ada)))
        .get("rows")
        .findValuesAsText("event");
  }

  private static String credentials(String id) {
    return "/users/%s/credentials".formatted(id);
  }

  private HttpResponse<String> patch(String path, String body, String token) throws Exception {
    return served.send(
        HttpRequest.newBuilder(served.at(path))
            .headers(bearer(token))
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> delete(String path, String token) throws Exception {
    return served.send(HttpRequest.newBuilder(served.at(path)).headers(bearer(token)).DELETE());
  }
}
