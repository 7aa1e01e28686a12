package dev.touchstone.app.usecase.token;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.account.Operators;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.token.ApiToken;
import dev.touchstone.rp.token.Session;
import dev.touchstone.rp.token.TokenKeyRow;
import dev.touchstone.rp.token.desk.ApiTokenDesk;
import dev.touchstone.rp.token.desk.TokenDesk;
import dev.touchstone.rp.token.jwt.TokenKey.Kind;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks after the tokens of users: those of scripts, sessions, and the keys that sign. */
public final class ManageTokens {

  private final RelyingParty relyingParty;
  private final TokenDesk desk;
  private final Operators operators;
  private final InstantSource clock;

  public ManageTokens(RelyingParty relyingParty, Operators operators, InstantSource clock) {
    this.relyingParty = relyingParty;
    this.desk = relyingParty.tokens();
    this.operators = operators;
    this.clock = clock;
  }

  private interface Work<T> {
    T run() throws RelyingPartyException;
  }

  /**
   * API tokens, newest first, revoked ones too.
   *
   * @param user whose; empty for everybody's
   * @throws Failure if there is no such user
   */
  public List<Owned<ApiToken>> tokens(Optional<String> user) throws Failure {
    return told(() -> {
      List<Owned<ApiToken>> owned = new ArrayList<>();
      for (ApiToken token :
          user.isPresent() ? desk.apiTokens().of(user.get()) : desk.apiTokens().all()) {
        owned.add(owned(token));
      }
      return owned;
    });
  }

  /**
   * One of them.
   *
   * @throws Failure if there is none of that id
   */
  public Owned<ApiToken> token(String id) throws Failure {
    ApiToken token =
        told(() -> desk.apiTokens().find(id))
            .orElseThrow(() -> unknown("API token", id, "touchstone tokens"));
    return told(() -> owned(token));
  }

  /**
   * What {@link #create} would make.
   *
   * @throws Failure if it cannot be made
   */
  public ApiToken preview(String user, ApiTokenDesk.Wish wish) throws Failure {
    return told(() -> desk.apiTokens().preview(user, wish));
  }

  /**
   * Makes an API token for somebody who is at the desk; its secret is told this once.
   *
   * @throws Failure if it cannot be made
   */
  public ApiTokenDesk.Made create(String user, ApiTokenDesk.Wish wish) throws Failure {
    return told(() -> desk.apiTokens().create(user, wish, operators.caller()));
  }

  /**
   * Takes an API token back.
   *
   * @return false if it was revoked before
   * @throws Failure if the store cannot be written
   */
  public boolean revoke(String id) throws Failure {
    return told(() -> desk.apiTokens().revoke(id, operators.caller()));
  }

  /**
   * Sessions, the last used first.
   *
   * @param user whose; empty for everybody's
   * @throws Failure if there is no such user
   */
  public List<Owned<Session>> sessions(Optional<String> user) throws Failure {
    return told(() -> {
      List<Owned<Session>> owned = new ArrayList<>();
      for (Session session :
          user.isPresent() ? desk.sessions().of(user.get()) : desk.sessions().all()) {
        owned.add(owned(session));
      }
      return owned;
    });
  }

  /**
   * One of them.
   *
   * @throws Failure if there is none of that id
   */
  public Owned<Session> session(String id) throws Failure {
    Session session =
        told(() -> desk.sessions().find(id))
            .orElseThrow(() -> unknown("session", id, "touchstone tokens sessions"));
    return told(() -> owned(session));
  }

  /**
   * Ends a session.
   *
   * @return false if it was ended before
   * @throws Failure if the store cannot be written
   */
  public boolean end(String id) throws Failure {
    return told(() -> desk.sessions().end(id, operators.caller()));
  }

  /**
   * Ends all sessions of a user and revokes the access tokens that they have.
   *
   * @return how many sessions were ended
   * @throws Failure if there is no such user
   */
  public int endAll(String user) throws Failure {
    return told(() -> desk.sessions().endAll(user, operators.caller()));
  }

  /**
   * The keys that sign access tokens, or did and may still be met; newest first.
   *
   * @throws Failure if the store cannot be read
   */
  public List<TokenKeyRow> keys() throws Failure {
    return told(() -> desk.keys().list());
  }

  /**
   * One of them.
   *
   * @throws Failure if there is none of that id
   */
  public TokenKeyRow key(String id) throws Failure {
    return keys().stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow(() -> unknown("key", id, "touchstone tokens keys"));
  }

  /**
   * Lets a new key sign.
   *
   * @throws Failure if the store or its secrets cannot be used
   */
  public TokenKeyRow rotate(Kind kind) throws Failure {
    return told(() -> desk.keys().rotate(kind, operators.caller()));
  }

  /**
   * Forgets a key at once, with all tokens that it signed.
   *
   * @return false if it was forgotten before
   * @throws Failure if the store cannot be used
   */
  public boolean deleteKey(String id) throws Failure {
    return told(() -> desk.keys().delete(id, operators.caller()));
  }

  private Owned<ApiToken> owned(ApiToken token) throws RelyingPartyException {
    return new Owned<>(name(token.userHandle()), token, token.isGood(clock.instant()));
  }

  private Owned<Session> owned(Session session) throws RelyingPartyException {
    return new Owned<>(name(session.userHandle()), session, session.isGood(clock.instant()));
  }

  private String name(String handle) throws RelyingPartyException {
    return relyingParty
        .administration()
        .accounts()
        .withHandle(handle)
        .map(User::name)
        .orElse(handle);
  }

  private static Failure unknown(String what, String id, String list) {
    return new Failure(
        new Advice(
            Advice.Kind.FAILED,
            "There is no %s '%s'.".formatted(what, id),
            "Nothing was changed.",
            "'%s' lists them.".formatted(list),
            ""));
  }

  private static <T> T told(Work<T> work) throws Failure {
    try {
      return work.run();
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }
}
