package dev.touchstone.rp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.CeremonyReference.ByChallenge;
import dev.touchstone.rp.ceremony.CeremonyReference.ByToken;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Step;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.failure.RelyingPartyException.ChallengeTokenInvalid;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownCeremony;
import io.jsonwebtoken.Jwts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ceremonies that are completed by somebody else than who began them. */
class StatelessChallengeTest {

  @TempDir Path folder;

  private Scene scene;
  private RelyingParty replica;

  @BeforeEach
  void openTwice() throws Exception {
    scene = new Scene(folder);
    replica = scene.open();
    scene.register("ada");
  }

  @AfterEach
  void close() throws Exception {
    replica.close();
    scene.close();
  }

  @Test
  void anotherReplicaCompletesASignInByItsToken() throws Exception {
    PendingCeremony pending = begin();
    Verdict verdict = finish(replica, scene.rp.challengeToken(pending), answer(pending));
    assertThat(verdict.accepted()).isTrue();
  }

  @Test
  void anotherReplicaCompletesARegistrationByItsToken() throws Exception {
    PendingCeremony pending = scene.rp.beginRegistration(RegistrationRequest.forUser("bob"));
    Verdict verdict =
        replica.finishRegistration(
            new ByToken(scene.rp.challengeToken(pending)),
            scene.browser.register(pending.optionsJson()),
            Caller.CONSOLE);
    assertThat(verdict.accepted()).isTrue();
    assertThat(scene.rp.credentials("bob")).hasSize(1);
  }

  @Test
  void clientThatReturnsNoTokenIsFoundByItsChallenge() throws Exception {
    PendingCeremony pending = begin();
    Verdict verdict =
        replica.finishAuthentication(new ByChallenge(), answer(pending), Caller.CONSOLE);
    assertThat(verdict.accepted()).isTrue();
  }

  @Test
  void challengeThatWasNeverGivenOutFindsNoCeremony() throws Exception {
    PendingCeremony pending = begin();
    String foreign =
        pending.optionsJson().replaceFirst("\"challenge\":\"....", "\"challenge\":\"AAAA");
    assertThatThrownBy(() ->
            replica.finishAuthentication(
                new ByChallenge(), scene.browser.signIn(foreign), Caller.CONSOLE))
        .isInstanceOf(UnknownCeremony.class);
  }

  @Test
  void tokenIsUsedOnce() throws Exception {
    PendingCeremony pending = begin();
    String answer = answer(pending);
    assertThat(finish(scene.rp, scene.rp.challengeToken(pending), answer).accepted()).isTrue();
    Verdict again = finish(replica, scene.rp.challengeToken(pending), answer);
    assertThat(again.accepted()).isFalse();
    assertThat(again.failedSteps()).extracting(Step::number).containsExactly("7.2.11");
  }

  @Test
  void ofManyAnswersAtTheSameTimeToOneTokenExactlyOneIsAccepted() throws Exception {
    PendingCeremony pending = begin();
    String answer = answer(pending);
    List<Callable<Verdict>> answers = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      RelyingParty party = i % 2 == 0 ? scene.rp : replica;
      answers.add(() -> finish(party, scene.rp.challengeToken(pending), answer));
    }
    int accepted = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      for (Future<Verdict> verdict : threads.invokeAll(answers)) {
        accepted += verdict.get().accepted() ? 1 : 0;
      }
    }
    assertThat(accepted).isEqualTo(1);
  }

  @Test
  void expiredTokenIsRefusedByTheChallengeStep() throws Exception {
    PendingCeremony pending = begin();
    String answer = answer(pending);
    scene.clock.advance(Duration.ofMinutes(6));
    Verdict verdict = finish(replica, scene.rp.challengeToken(pending), answer);
    assertThat(verdict.failedSteps()).extracting(Step::number).containsExactly("7.2.11");
  }

  @Test
  void tokenOfARegistrationSignsNobodyIn() throws Exception {
    PendingCeremony registration = scene.rp.beginRegistration(RegistrationRequest.forUser("ada"));
    assertThatThrownBy(
            () -> finish(replica, scene.rp.challengeToken(registration), answer(begin())))
        .isInstanceOf(ChallengeTokenInvalid.class)
        .hasMessageContaining("another flow");
  }

  @Test
  void tokenOfAnotherRelyingPartyWithTheSameKeyIsRefused() throws Exception {
    try (Scene other =
        new Scene(
            folder,
            KeyModels.TOUCHSTONE,
            settings -> settings.withRp("example.org", "Other", List.of("https://example.org")))) {
      String foreign =
          other.rp.challengeToken(other.rp.beginAuthentication(AuthenticationRequest.nameless()));
      assertThatThrownBy(() -> finish(replica, foreign, answer(begin())))
          .isInstanceOf(ChallengeTokenInvalid.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "a.b.c", "..", "eyJhbGciOiJub25lIn0.e30."})
  void whatIsNoTokenIsRefused(String text) {
    assertThatThrownBy(() -> finish(replica, text, answer(begin())))
        .isInstanceOf(ChallengeTokenInvalid.class);
  }

  @Test
  void everyChangedCharacterOfATokenIsNoticed() throws Exception {
    PendingCeremony pending = begin();
    String answer = answer(pending);
    String token = scene.rp.challengeToken(pending);
    for (int i = 0; i < token.length(); i += 7) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      assertThatThrownBy(() -> finish(replica, changed, answer))
          .as("character %d", i)
          .isInstanceOf(ChallengeTokenInvalid.class);
    }
  }

  @Test
  void tokenWithoutASignatureOrOfAnotherKindIsRefused() throws Exception {
    PendingCeremony pending = begin();
    String answer = answer(pending);
    String payload = scene.rp.challengeToken(pending).split("\\.", -1)[1];
    String none = base64("{\"alg\":\"none\",\"typ\":\"challenge+jwt\"}") + "." + payload + ".";
    String access =
        Jwts.builder()
            .subject("ada")
            .claim("aud", "localhost")
            .signWith(scene.rp.signingKeys().challengeTokens().key())
            .compact();
    for (String token : List.of(none, access)) {
      assertThatThrownBy(() -> finish(replica, token, answer))
          .isInstanceOf(ChallengeTokenInvalid.class);
    }
  }

  private PendingCeremony begin() throws Exception {
    return scene.rp.beginAuthentication(AuthenticationRequest.forUser("ada"));
  }

  private String answer(PendingCeremony pending) throws Exception {
    return scene.browser.signIn(pending.optionsJson());
  }

  private static Verdict finish(RelyingParty party, String token, String answer) throws Exception {
    return party.finishAuthentication(new ByToken(token), answer, Caller.CONSOLE);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
