package dev.touchstone.rp.http.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.response.Json;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.http.account.UserDocument;
import dev.touchstone.rp.http.body.JsonBody;
import dev.touchstone.rp.http.problem.Refused;
import dev.touchstone.rp.token.AccessToken;
import dev.touchstone.rp.token.Proof;
import dev.touchstone.rp.token.Scope;
import dev.touchstone.rp.token.Token;
import dev.touchstone.rp.token.desk.SessionDesk.Going;
import dev.touchstone.rp.token.jwt.AccessTokens;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What somebody is answered who proved who they are (RFC 6749 §5.1). */
public final class SignedIn {

  private static final int LONGEST_SCOPE = 500;
  private static final Pattern BLANKS = Pattern.compile(" +");

  private final RelyingParty relyingParty;
  private final AccessTokens tokens;

  public SignedIn(RelyingParty relyingParty, AccessTokens tokens) {
    this.relyingParty = relyingParty;
    this.tokens = tokens;
  }

  /**
   * What they asked for.
   *
   * @param scopes of the tokens
   * @param refresh whether a session begins, which costs a transaction of its own
   */
  public record Wish(Set<Scope> scopes, boolean refresh) {

    public Wish {
      scopes = Set.copyOf(scopes);
    }
  }

  /**
   * Reads the member {@code scope}: words with blanks between them. {@code offline_access} asks for
   * a refresh token; without any other word the tokens are good for everything.
   *
   * @throws Refused if there is a word that nobody knows
   */
  public static Wish wish(JsonBody body) throws Refused {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    boolean refresh = false;
    for (String word : BLANKS.split(body.text("scope", LONGEST_SCOPE).orElse(""), -1)) {
      if (word.equals(Scope.OFFLINE_ACCESS)) {
        refresh = true;
      } else if (!word.isEmpty()) {
        scopes.add(
            Scope.of(word).orElseThrow(() -> Refused.field("/scope", "holds an unknown scope")));
      }
    }
    return new Wish(scopes.isEmpty() ? Scope.all() : scopes, refresh);
  }

  /** Answers after a sign-in. */
  public void answer(Context context, User user, Proof proof, Wish wish, Caller caller)
      throws RelyingPartyException {
    if (wish.refresh()) {
      Going going =
          relyingParty
              .tokens()
              .sessions()
              .begin(user, proof, wish.scopes(), caller.as(user.name()));
      answer(context, going);
    } else {
      send(context, user, document(user, proof, wish.scopes(), Optional.empty()));
    }
  }

  /** Answers with an access token of a session and its next refresh token. */
  void answer(Context context, Going going) throws RelyingPartyException {
    ObjectNode json =
        document(
            going.user(),
            going.session().proof(),
            going.session().scopes(),
            Optional.of(going.session().id()));
    json.put("refresh_token", going.refreshToken());
    send(context, going.user(), json);
  }

  /** Answers after a code: with a token for everything, and none to refresh it. */
  public void answer(Context context, User user, Proof proof) throws RelyingPartyException {
    send(context, user, document(user, proof, Scope.all(), Optional.empty()));
  }

  /** Answers with a token like one that was shown, for an account that is another now. */
  public void answerAgain(Context context, User user, Token shown) throws RelyingPartyException {
    Optional<String> session =
        shown instanceof AccessToken token ? token.session() : Optional.empty();
    // what was cut off since the token was shown is not to live on in its copy
    Instant after = shown instanceof AccessToken token ? token.after() : user.lastCutOff();
    Proof proof = shown.proof().orElseThrow();
    send(context, user, document(user, after, proof, shown.scopes(), session));
  }

  /**
   * What was cut off since the account was read, with the proof, is no good in this token either.
   */
  private ObjectNode document(User user, Proof proof, Set<Scope> scopes, Optional<String> session)
      throws RelyingPartyException {
    return document(user, user.lastCutOff(), proof, scopes, session);
  }

  private ObjectNode document(
      User user, Instant after, Proof proof, Set<Scope> scopes, Optional<String> session)
      throws RelyingPartyException {
    return Json.MAPPER
        .createObjectNode()
        .put("access_token", tokens.issue(user, after, proof, scopes, session))
        .put("token_type", "bearer")
        .put("expires_in", tokens.lifetime().toSeconds())
        .put("scope", Scope.words(scopes));
  }

  private static void send(Context context, User user, ObjectNode json) {
    json.set("user", UserDocument.of(user));
    context
        .status(200)
        .header(Header.CACHE_CONTROL, "no-store")
        .contentType("application/json")
        .result(json.toString());
  }
}
