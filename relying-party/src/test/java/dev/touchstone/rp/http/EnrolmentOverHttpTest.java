package dev.touchstone.rp.http;

import static dev.touchstone.rp.http.Served.code;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.fixture.client.BareClient;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.ProfileText;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.admin.Accounts;
import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.desk.lost.Enrolments;
import dev.touchstone.rp.store.DatabaseKind;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The code that two operators gave, redeemed over HTTP, and what else is typed there. */
class EnrolmentOverHttpTest {

  private static final String ADA = "ada@example.org";

  @TempDir private Path folder;
  private Served served;
  private final List<VirtualKey> keys = new ArrayList<>();

  @BeforeEach
  void serve() throws Exception {
    served = serve(DatabaseKind.SQLITE, folder);
  }

  private static Served serve(DatabaseKind kind, Path folder) throws Exception {
    Served served = new Served(folder, kind.empty(folder), it -> it);
    served.register(ADA, served.browser);
    for (String operator : List.of("grace", "linus")) {
      served
          .rp
          .administration()
          .accounts()
          .create(new AccountText(operator, "", ProfileText.NOTHING), Role.SUPPORT, Caller.CONSOLE);
    }
    return served;
  }

  @AfterEach
  void stop() throws Exception {
    for (VirtualKey key : keys) {
      key.close();
    }
    served.close();
  }

  @Test
  void codeOfTheHelpDeskMakesOneNewKeyAndTheTrailSaysFromWhere() throws Exception {
    String code = approved(ADA);
    BareClient browser = newBrowser();
    ObjectNode begun = Served.json(begin(code.toLowerCase(Locale.ROOT).replace('-', ' ')));
    HttpResponse<String> completed = complete(begun, browser);

    assertThat(completed.statusCode()).isEqualTo(201);
    assertThat(Served.json(completed).get("email").asText()).isEqualTo(ADA);
    assertThat(served.signIn(ADA, browser).statusCode()).isEqualTo(200);
    assertThat(code(served.signIn(ADA, served.browser))).isEqualTo("401 sign_in_refused");
    assertThat(served.rp.credentials(ADA).stream().map(it -> it.label())).contains("new key");
    AuditRow redeemed = served.trail("enrolment.redeem").getFirst();
    assertThat(redeemed.address()).isEqualTo("127.0.0.1");
    assertThat(redeemed.toString()).contains("succeeded", ADA).doesNotContain(code);

    assertThat(code(begin(code))).isEqualTo("400 code_refused");
    assertThat(served.lastReason("enrolment.redeem")).isEqualTo("the code was used");
    assertThat(code(complete(begun, newBrowser()))).isEqualTo("400 registration_refused");
  }

  @Test
  void codeThatIsGoodForNothingIsRefusedAlikeWhateverTheReason() throws Exception {
    served.register("bob@example.org", newBrowser());
    served.register("eve@example.org", newBrowser());
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put("no such code", "ABCD-EFGH-JKMN-PQRS");
    codes.put("no such code ", "wrong");
    codes.put("no such code  ", "ＡＢＣＤ-EFGH-JKMN-PQRS");
    String disabled = approved("bob@example.org");
    accounts().changeStatus("bob@example.org", Status.DISABLED, Caller.CONSOLE);
    codes.put("the account is disabled", disabled);
    String gone = approved("eve@example.org");
    accounts().delete("eve@example.org", Caller.CONSOLE);
    codes.put("no such code   ", gone);
    String used = approved(ADA);
    complete(Served.json(begin(used)), newBrowser());
    codes.put("the code was used", used);

    TreeSet<String> answers = new TreeSet<>();
    for (Map.Entry<String, String> tried : codes.entrySet()) {
      int rows = served.trail("enrolment.redeem").size();
      HttpResponse<String> refused = begin(tried.getValue());
      assertThat(refused.statusCode()).isEqualTo(400);
      answers.add(refused.body() + new TreeSet<>(refused.headers().map().keySet()));
      assertThat(served.trail("enrolment.redeem")).hasSize(rows + 1);
      assertThat(served.lastReason("enrolment.redeem")).isEqualTo(tried.getKey().strip());
      assertThat(served.trail("enrolment.redeem").toString()).doesNotContain(tried.getValue());
    }
    assertThat(answers).hasSize(1);
    assertThat(answers.first()).contains("\"code_refused\"");
  }

  @Test
  void codeIsGoodForAnHourAndWhileItsOperatorsAreSome() throws Exception {
    String code = approved(ADA);
    accounts().changeRole("linus", Role.USER, Caller.CONSOLE);
    assertThat(code(begin(code))).isEqualTo("400 code_refused");
    accounts().changeRole("linus", Role.SUPPORT, Caller.CONSOLE);
    assertThat(begin(code).statusCode()).isEqualTo(200);
    served.clock.advance(Duration.ofHours(1));
    assertThat(code(begin(code))).isEqualTo("400 code_refused");
    assertThat(served.lastReason("enrolment.redeem")).isEqualTo("the code has expired");
  }

  @Test
  void whoCancelsAtTheKeyBeginsAgainAndTheFirstRegistrationIsDead() throws Exception {
    String code = approved(ADA);
    ObjectNode first = Served.json(begin(code));
    ObjectNode second = Served.json(begin(code));
    assertThat(code(complete(first, newBrowser()))).isEqualTo("400 registration_refused");
    assertThat(complete(second, newBrowser()).statusCode()).isEqualTo(201);
  }

  @Test
  void registrationThatNoCodeBeganIsNotCompletedHere() throws Exception {
    HttpResponse<String> begun =
        served.post(
            "/register/begin",
            "{\"email\":\"new@example.org\",\"first_name\":\"New\",\"last_name\":\"Comer\"}");
    assertThat(begun.statusCode()).isEqualTo(200);
    assertThat(code(complete(Served.json(begun), newBrowser())))
        .isEqualTo("400 registration_refused");
    assertThat(served.lastReason("registration.complete")).contains("that a code began");
    assertThat(served.rp.user("new@example.org")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void ofManyWhoTypeItAtTheSameMomentOneGetsAKey(DatabaseKind kind) throws Exception {
    served.close();
    served = serve(kind, Files.createDirectory(folder.resolve("other")));
    String code = approved(ADA);
    int before = served.rp.credentials(ADA).size();
    List<BareClient> browsers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      browsers.add(newBrowser());
    }
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Integer>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (BareClient browser : browsers) {
        answers.add(
            threads.submit(() -> {
              start.await();
              HttpResponse<String> begun = begin(code);
              return begun.statusCode() == 200
                  ? complete(Served.json(begun), browser).statusCode()
                  : begun.statusCode();
            }));
      }
      start.countDown();
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> answer : answers) {
      statuses.add(answer.get());
    }
    assertThat(statuses).containsOnlyOnce(201).allMatch(it -> it == 201 || it == 400);
    assertThat(served.rp.credentials(ADA)).hasSize(before + 1);
  }

  @Test
  void whoTriesManyCodesIsToldToWaitAndTheTrailIsNotFlooded() throws Exception {
    int waited = 0;
    for (int i = 0; i < 40; i++) {
      HttpResponse<String> refused = begin("ABCD-EFGH-JKMN-PQ%02d".formatted(i));
      if (refused.statusCode() == 429) {
        waited++;
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      }
    }
    assertThat(waited).isEqualTo(20);
    assertThat(served.trail("enrolment.redeem")).hasSize(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"code\":7}",
        "{\"code\":\"\"}",
        "{\"code\":[\"ABCD\"]}",
        "{\"code\":\"ABCD-EFGH-JKMN-PQRS\",\"label\":7}"
      })
  void whatIsNoCodeIsNamed(String body) throws Exception {
    assertThat(code(served.post("/enrol/begin", body))).isEqualTo("422 invalid_field");
    assertThat(code(served.post("/enrol/begin", "{\"code\":\"" + "A".repeat(65) + "\"}")))
        .isEqualTo("422 invalid_field");
    assertThat(code(served.post("/enrol/complete", body))).isEqualTo("422 invalid_field");
  }

  private String approved(String person) throws Exception {
    Enrolments enrolments = served.rp.helpDesk().enrolments();
    String id =
        enrolments
            .ask(person, "showed a passport", operator("grace"), as("grace"))
            .enrolment()
            .id();
    return enrolments.approve(id, operator("linus"), as("linus")).code();
  }

  private User operator(String name) throws Exception {
    return served.rp.user(name).orElseThrow();
  }

  private static Caller as(String operator) {
    return new Caller(operator, "", "touchstone");
  }

  private Accounts accounts() {
    return served.rp.administration().accounts();
  }

  private BareClient newBrowser() throws Exception {
    VirtualKey key = served.newKey();
    keys.add(key);
    return Served.browser(key);
  }

  private HttpResponse<String> begin(String code) throws Exception {
    return served.post(
        "/enrol/begin",
        Served.MAPPER.createObjectNode().put("code", code).put("label", "new key").toString());
  }

  private HttpResponse<String> complete(ObjectNode begun, BareClient browser) throws Exception {
    ObjectNode body = Served.MAPPER.createObjectNode();
    body.set("credential", Served.MAPPER.readTree(browser.register(begun.toString())));
    body.set("challenge_token", begun.get("challenge_token"));
    return served.post("/enrol/complete", body.toString());
  }
}
