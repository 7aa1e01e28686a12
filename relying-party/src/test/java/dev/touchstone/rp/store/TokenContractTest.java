package dev.touchstone.rp.store;

import static dev.touchstone.rp.store.Together.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.rp.MovableClock;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.Settings;
import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.ProfileText;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.AuditFilter;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.failure.RelyingPartyException.AccountConflict;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import dev.touchstone.rp.secret.key.KeyFile;
import dev.touchstone.rp.secret.key.KeyPlace;
import dev.touchstone.rp.token.ApiToken;
import dev.touchstone.rp.token.Proof;
import dev.touchstone.rp.token.Scope;
import dev.touchstone.rp.token.Session;
import dev.touchstone.rp.token.TokenKeyRow;
import dev.touchstone.rp.token.TokenRefused;
import dev.touchstone.rp.token.desk.ApiTokenDesk;
import dev.touchstone.rp.token.desk.SessionDesk.Going;
import dev.touchstone.rp.token.desk.TokenCheck;
import dev.touchstone.rp.token.jwt.AccessTokens;
import dev.touchstone.rp.token.jwt.TokenKey.Kind;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens at two replicas, which every kind of database has to keep alike. */
class TokenContractTest {

  private static final Caller HERE = new Caller("ada", "192.0.2.7", "a test");
  private static final Caller THERE = new Caller("ada", "198.51.100.9", "a test");

  @TempDir private Path folder;
  private final MovableClock clock = new MovableClock();

  /** Two processes at one store, as far as a test can tell them. */
  private record Replicas(Replica one, Replica other) implements AutoCloseable {
    @Override
    public void close() {
      one.rp().close();
      other.rp().close();
    }
  }

  private record Replica(RelyingParty rp, AccessTokens tokens, TokenCheck check) {}

  @ParameterizedTest
  @EnumSource
  void tokenOfOneReplicaIsGoodAtTheOther(DatabaseKind kind) throws Exception {
    try (Replicas replicas = open(kind)) {
      for (Kind key : Kind.values()) {
        AccessTokens signer = tokens(replicas.one().rp(), key);
        String token =
            signer.issue(ada(replicas), Instant.EPOCH, proof(), Scope.all(), Optional.empty());
        TokenCheck.Holder holder = replicas.other().check().find(token);
        assertThat(holder.user().name()).isEqualTo("ada");
        assertThat(holder.token().scopes()).isEqualTo(Scope.all());
        assertThat(holder.token().proof()).hasValue(proof());
      }
      assertThat(replicas.other().rp().tokens().keys().list()).hasSize(Kind.values().length);
      assertThat(replicas.other().rp().tokens().keys().jwks())
          .contains("\"crv\":\"P-256\"", "\"crv\":\"Ed25519\"");
    }
  }

  @ParameterizedTest
  @EnumSource
  void keyIsMadeOnceByWhoeverIsFirst(DatabaseKind kind) throws Exception {
    try (Replicas replicas = open(kind)) {
      List<String> ids =
          together(
              8,
              number -> {
                Replica replica = number % 2 == 0 ? replicas.one() : replicas.other();
                return replica.rp().tokens().keys().signing(Kind.ES256).id();
              });
      assertThat(ids).containsOnly(ids.getFirst());
    }
  }

  @ParameterizedTest
  @EnumSource
  void rotatedKeyIsKnownUntilItsLastTokenIsOver(DatabaseKind kind) throws Exception {
    try (Replicas replicas = open(kind)) {
      String before = issue(replicas.one());
      String old = replicas.one().rp().tokens().keys().signing(Kind.ES256).id();
      TokenKeyRow made = replicas.other().rp().tokens().keys().rotate(Kind.ES256, HERE);
      clock.advance(Duration.ofSeconds(31));
      String after = issue(replicas.one());
      assertThat(replicas.one().rp().tokens().keys().signing(Kind.ES256).id()).isEqualTo(made.id());
      assertThat(replicas.other().check().find(before).user().name()).isEqualTo("ada");
      assertThat(replicas.other().check().find(after).user().name()).isEqualTo("ada");
      assertThat(replicas.one().rp().tokens().keys().jwks()).contains(old, made.id());
      clock.advance(Duration.ofHours(24));
      assertThat(replicas.one().rp().tokens().keys().jwks())
          .contains(made.id())
          .doesNotContain(old);
    }
  }

  @ParameterizedTest
  @EnumSource
  void tokensOfAKeyThatWasTakenAwayAreRefusedAtOnceEverywhere(DatabaseKind kind) throws Exception {
    try (Replicas replicas = open(kind)) {
      String token = issue(replicas.one());
      assertThat(replicas.other().check().find(token).user().name()).isEqualTo("ada");
      String id = replicas.one().rp().tokens().keys().signing(Kind.ES256).id();
      assertThat(replicas.one().rp().tokens().keys().delete(id, HERE)).isTrue();
      assertRefused(replicas.other(), token, "the key that signed it was taken away");
      assertRefused(replicas.one(), token, "");
    }
  }

  @ParameterizedTest
  @EnumSource
  void refreshTokenIsExchangedForTheNextAndKeepsWhatWasProved(DatabaseKind kind) throws Exception {
    try (Replicas replicas = open(kind)) {
      Going first = begin(replicas.one());
      clock.advance(Duration.ofHours(5));
      Going second = replicas.other().rp().tokens().sessions().refresh(first.refreshToken(), HERE);
      assertThat(second.session().id()).isEqualTo(first.session().id());
      assertThat(second.session().proof()).isEqualTo(proof());
      assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken()).startsWith("tsr_");
      assertThat(replicas.one().rp().tokens().sessions().refresh(second.refreshToken(), THERE))
          .extracting(it -> it.session().number())
          .isEqualTo(2L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void oldRefreshTokenEndsItsSessionForThiefAndOwner(DatabaseKind kind) throws Exception {
    try (Replicas replicas = open(kind)) {
      Going first = begin(replicas.one());
      Going second = refresh(replicas.one(), first, HERE);
      Going third = refresh(replicas.one(), second, HERE);
      String token = issue(replicas.one(), third);
      assertThat(replicas.other().check().find(token).user().name()).isEqualTo("ada");
      assertThatThrownBy(() -> refresh(replicas.other(), first, THERE))
          .isInstanceOf(TokenRefused.class)
          .hasMessageContaining("used again");
      assertRefused(replicas.one(), token, "its session was ended");
      assertThatThrownBy(() -> refresh(replicas.one(), third, HERE))
          .isInstanceOf(TokenRefused.class);
      assertThat(events(replicas, AuditEvents.TOKEN_REUSE)).isEqualTo(1);
      Session session = replicas.one().rp().tokens().sessions().of("ada").getFirst();
      assertThat(session.why()).isEqualTo("a refresh token was used again");
    }
  }

  @ParameterizedTest
  @EnumSource
  void exactlyOneOfManyWinsWithOneRefreshToken(DatabaseKind kind) throws Exception {
    try (Replicas replicas = open(kind)) {
      Going first = begin(replicas.one());
      List<Optional<Going>> results =
          together(
              16,
              number -> {
                try {
                  Replica replica = number % 2 == 0 ? replicas.one() : replicas.other();
                  return Optional.of(refresh(replica, first, HERE));
                } catch (TokenRefused e) {
                  return Optional.<Going>empty();
                }
              });
      List<Going> won = results.stream().flatMap(Optional::stream).toList();
      assertThat(won).hasSize(1);
      // an honest client that asked twice goes on
      assertThat(refresh(replicas.other(), won.getFirst(), HERE).session().number()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void repetitionFromElsewhereOrLaterIsNotHonest(DatabaseKind kind) throws Exception {
    try (Replicas replicas = open(kind)) {
      Going elsewhere = begin(replicas.one());
      Going next = refresh(replicas.one(), elsewhere, HERE);
      assertThatThrownBy(() -> refresh(replicas.one(), elsewhere, THERE))
          .hasMessageContaining("ended");
      assertThatThrownBy(() -> refresh(replicas.one(), next, HERE))
          .isInstanceOf(TokenRefused.class);
      Going later = begin(replicas.one());
      Going after = refresh(replicas.one(), later, HERE);
      clock.advance(Duration.ofSeconds(11));
      assertThatThrownBy(() -> refresh(replicas.one(), later, HERE)).hasMessageContaining("ended");
      assertThatThrownBy(() -> refresh(replicas.one(), after, HERE))
          .isInstanceOf(TokenRefused.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void sessionEndsWhenNobodyUsesItAndAfterAMonthHoweverItIsUsed(DatabaseKind kind)
      throws Exception {
    try (Replicas replicas = open(kind)) {
      Going idle = begin(replicas.one());
      Going used = begin(replicas.one());
      for (int day = 0; day < 29; day++) {
        clock.advance(Duration.ofDays(1));
        used = refresh(replicas.one(), used, HERE);
      }
      assertThatThrownBy(() -> refresh(replicas.one(), idle, HERE))
          .isInstanceOf(TokenRefused.class);
      Going last = used;
      clock.advance(Duration.ofDays(1));
      assertThatThrownBy(() -> refresh(replicas.one(), last, HERE))
          .isInstanceOf(TokenRefused.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsRevokedIsRefusedAtOnceByTheOtherReplica(DatabaseKind kind) throws Exception {
    try (Replicas replicas = open(kind)) {
      String access = issue(replicas.one());
      String still = issue(replicas.one());
      Going session = begin(replicas.one());
      String ofSession = issue(replicas.one(), session);
      ApiTokenDesk.Made api = api(replicas.one());
      for (String token : List.of(access, ofSession, api.secret())) {
        assertThat(replicas.other().check().use(token, HERE).user().name()).isEqualTo("ada");
      }
      for (String token : List.of(access, session.refreshToken(), api.secret())) {
        Replica one = replicas.one();
        assertThat(one.rp().tokens().revoke(token, one.tokens(), HERE)).isTrue();
      }
      assertRefused(replicas.other(), access, "it was revoked");
      assertRefused(replicas.other(), ofSession, "its session was ended");
      assertRefused(replicas.other(), api.secret(), "it was revoked");
      assertThat(replicas.other().check().session(session.refreshToken())).isEmpty();
      assertThat(replicas.other().check().find(still).user().name()).isEqualTo("ada");
    }
  }

  @ParameterizedTest
  @EnumSource
  void tokensOfWhoIsDisabledAreRefusedAtOnce(DatabaseKind kind) throws Exception {
    try (Replicas replicas = open(kind)) {
      String access = issue(replicas.one());
      Going session = begin(replicas.one());
      ApiTokenDesk.Made api = api(replicas.one());
      replicas.one().rp().administration().accounts().changeStatus("ada", Status.DISABLED, HERE);
      assertRefused(replicas.other(), access, "the account is disabled");
      assertRefused(replicas.other(), api.secret(), "the account is disabled");
      assertThat(replicas.other().check().session(session.refreshToken())).isEmpty();
      assertThatThrownBy(() -> refresh(replicas.other(), session, HERE))
          .hasMessage("its session was ended");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoWasDisabledAfterTheirKeyAnsweredBeginsNoSession(DatabaseKind kind) throws Exception {
    try (Replicas replicas = open(kind)) {
      replicas.other().rp().administration().accounts().changeStatus("ada", Status.DISABLED, HERE);
      assertThatThrownBy(() -> begin(replicas.one())).isInstanceOf(AccountConflict.class);
      assertThat(replicas.one().rp().tokens().sessions().of("ada")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoGoodAnyMoreIsNotRevokedAgain(DatabaseKind kind) throws Exception {
    try (Replicas replicas = open(kind)) {
      String access = issue(replicas.one());
      assertThat(replicas.one().rp().tokens().revoke(access, replicas.one().tokens(), HERE))
          .isTrue();
      assertThat(replicas.other().rp().tokens().revoke(access, replicas.other().tokens(), HERE))
          .isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoEndsAllSessionsHasNoAccessTokenLeftAndKeepsScripts(DatabaseKind kind) throws Exception {
    try (Replicas replicas = open(kind)) {
      String access = issue(replicas.one());
      Going session = begin(replicas.one());
      ApiTokenDesk.Made api = api(replicas.one());
      clock.advance(Duration.ofSeconds(1));
      assertThat(replicas.one().rp().tokens().sessions().endAll("ada", HERE)).isEqualTo(1);
      assertRefused(replicas.other(), access, "all tokens of the account were revoked");
      assertThatThrownBy(() -> refresh(replicas.other(), session, HERE))
          .isInstanceOf(TokenRefused.class);
      assertThat(replicas.other().check().find(api.secret()).token()).isEqualTo(api.token());
      assertThat(replicas.other().check().find(issue(replicas.one())).user().name())
          .isEqualTo("ada");
    }
  }

  @ParameterizedTest
  @EnumSource
  void tokensOfOneMomentAreToldApartByWhatWasCutOffBetweenThem(DatabaseKind kind) throws Exception {
    try (Replicas replicas = open(kind)) {
      clock.advance(Duration.ofMillis(700));
      for (int i = 0; i < 3; i++) {
        String before = issue(replicas.one());
        replicas.other().rp().tokens().sessions().endAll("ada", HERE);
        String after = issue(replicas.one());
        assertRefused(replicas.one(), before, "all tokens of the account were revoked");
        assertThat(replicas.other().check().find(after).user().name()).isEqualTo("ada");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClockThatWentBackRevivesNoTokenAndKillsNone(DatabaseKind kind) throws Exception {
    try (Replicas replicas = open(kind)) {
      replicas.one().rp().tokens().sessions().endAll("ada", HERE);
      String before = issue(replicas.one());
      clock.advance(Duration.ofMinutes(-5));
      String between = issue(replicas.one());
      assertThat(replicas.other().check().find(between).user().name()).isEqualTo("ada");
      replicas.one().rp().tokens().sessions().endAll("ada", HERE);
      assertRefused(replicas.other(), before, "all tokens of the account were revoked");
      assertRefused(replicas.other(), between, "all tokens of the account were revoked");
      assertThat(replicas.other().check().find(issue(replicas.other())).user().name())
          .isEqualTo("ada");
    }
  }

  @ParameterizedTest
  @EnumSource
  void apiTokenIsKnownByItsSecretAndStoredWithoutIt(DatabaseKind kind) throws Exception {
    try (Replicas replicas = open(kind)) {
      ApiTokenDesk.Made made = api(replicas.one());
      assertThat(made.secret()).matches("tst_[0-9A-Za-z]{36}");
      assertThat(made.toString()).doesNotContain(made.secret());
      assertThat(replicas.other().check().use(made.secret(), THERE).token())
          .isEqualTo(made.token());
      ApiToken stored = replicas.one().rp().tokens().apiTokens().of("ada").getFirst();
      assertThat(stored.lastUsed()).hasValue(clock.instant());
      assertThat(stored.address()).isEqualTo(THERE.address());
      assertThat(stored.toString()).doesNotContain(made.secret());
      assertRefused(replicas.one(), made.secret() + "0", "it is no API token");
      String other = made.secret().endsWith("a") ? "b" : "a";
      String changed = made.secret().substring(0, made.secret().length() - 1) + other;
      assertRefused(replicas.one(), changed, "it is no API token");
      clock.advance(Duration.ofDays(30));
      assertThatThrownBy(() -> replicas.one().check().find(made.secret()))
          .isInstanceOfSatisfying(TokenRefused.class, it -> assertThat(it.isExpired()).isTrue());
    }
  }

  @ParameterizedTest
  @EnumSource
  void apiTokenThatCannotBeIsRefusedAndNothingIsStored(DatabaseKind kind) throws Exception {
    try (Replicas replicas = open(kind)) {
      Duration month = Duration.ofDays(30);
      Set<Scope> data = Set.of(Scope.DATA_READ);
      for (ApiTokenDesk.Wish wish :
          List.of(
              new ApiTokenDesk.Wish("", data, Optional.empty(), month),
              new ApiTokenDesk.Wish("two\nlines", data, Optional.empty(), month),
              new ApiTokenDesk.Wish("x".repeat(101), data, Optional.empty(), month),
              new ApiTokenDesk.Wish("x", Set.of(), Optional.empty(), month),
              new ApiTokenDesk.Wish("x", Scope.all(), Optional.empty(), month),
              new ApiTokenDesk.Wish("x", data, Optional.of("a b"), month),
              new ApiTokenDesk.Wish("x", data, Optional.empty(), Duration.ZERO),
              new ApiTokenDesk.Wish("x", data, Optional.empty(), Duration.ofDays(367)))) {
        assertThatThrownBy(() -> replicas.one().rp().tokens().apiTokens().create("ada", wish, HERE))
            .isInstanceOf(RequestInvalid.class);
      }
      assertThat(replicas.one().rp().tokens().apiTokens().all()).isEmpty();
    }
  }

  private Replicas open(DatabaseKind kind) throws Exception {
    DatabaseLocation location = kind.empty(folder);
    Replicas replicas = new Replicas(replica(location), replica(location));
    replicas
        .one()
        .rp()
        .administration()
        .accounts()
        .create(new AccountText("ada", "Ada", ProfileText.NOTHING), Role.USER, HERE);
    return replicas;
  }

  private Replica replica(DatabaseLocation location) throws Exception {
    KeyPlace keys = new KeyPlace.Outside(new KeyFile(folder.resolve("secret.key")));
    RelyingParty rp =
        RelyingParty.open(
            Settings.standard(location, keys, TrustAnchors.none(), clock, new SecureRandom()));
    AccessTokens tokens = tokens(rp, Kind.ES256);
    return new Replica(rp, tokens, rp.tokens().check(tokens));
  }

  private AccessTokens tokens(RelyingParty rp, Kind kind) {
    return new AccessTokens(rp.tokens().keys(), kind, "localhost", Duration.ofHours(24), clock);
  }

  private static Proof proof() {
    return Proof.passkey(true, true, Instant.parse("2026-11-20T11:59:00Z"));
  }

  private static User ada(Replicas replicas) throws Exception {
    return replicas.one().rp().user("ada").orElseThrow();
  }

  private static String issue(Replica replica) throws Exception {
    User ada = replica.rp().user("ada").orElseThrow();
    Instant after = ada.lastCutOff();
    return replica.tokens().issue(ada, after, proof(), Scope.all(), Optional.empty());
  }

  private static String issue(Replica replica, Going going) throws Exception {
    Session session = going.session();
    Instant after = replica.rp().user(going.user().name()).orElseThrow().lastCutOff();
    return replica
        .tokens()
        .issue(going.user(), after, session.proof(), session.scopes(), Optional.of(session.id()));
  }

  @ParameterizedTest
  @EnumSource
  void signInThatWasJudgedBeforeASignOutBeginsNothingAfterIt(DatabaseKind kind) throws Exception {
    try (Replicas replicas = open(kind)) {
      Replica one = replicas.one();
      User judged = ada(replicas);
      var _ = one.rp().tokens().sessions().endAll("ada", HERE);
      assertThatThrownBy(
              () -> one.rp().tokens().sessions().begin(judged, proof(), Scope.all(), HERE))
          .isInstanceOf(AccountConflict.class)
          .hasMessageContaining("signed out");
      assertThat(one.rp().tokens().sessions().of("ada")).isEmpty();
      assertThat(begin(one).user().lastCutOff()).isAfter(judged.lastCutOff());
    }
  }

  private static Going begin(Replica replica) throws Exception {
    User ada = replica.rp().user("ada").orElseThrow();
    return replica.rp().tokens().sessions().begin(ada, proof(), Scope.all(), HERE);
  }

  private static Going refresh(Replica replica, Going going, Caller from) throws Exception {
    return replica.rp().tokens().sessions().refresh(going.refreshToken(), from);
  }

  private static ApiTokenDesk.Made api(Replica replica) throws Exception {
    ApiTokenDesk.Wish wish =
        new ApiTokenDesk.Wish(
            "nightly report", Set.of(Scope.DATA_READ), Optional.empty(), Duration.ofDays(30));
    return replica.rp().tokens().apiTokens().create("ada", wish, HERE);
  }

  private static long events(Replicas replicas, String event) throws Exception {
    return replicas
        .one()
        .rp()
        .administration()
        .audit()
        .list(AuditFilter.ALL.events(List.of(event)), Optional.empty(), 10)
        .rows()
        .size();
  }

  private static void assertRefused(Replica replica, String token, String why) {
    TokenRefused refused =
        catchThrowableOfType(TokenRefused.class, () -> replica.check().find(token));
    assertThat(refused).isNotNull();
    assertThat(refused.why()).contains(why);
  }
}
