package dev.touchstone.app.advice;

import dev.touchstone.rp.http.problem.ProblemCode;

/** What whoever writes or runs a client does about a problem that a server of ours answers with. */
final class ProblemAdvice {

  private static final String WHY =
      " Why it was refused, the server's operator sees with 'touchstone audit list': strangers are"
          + " not told.";

  private ProblemAdvice() {}

  static String next(ProblemCode code) {
    return switch (code) {
      case MALFORMED_JSON ->
          "Send one JSON object in UTF-8, in which no member stands twice; 'detail' says what is"
              + " wrong, and where.";
      case BAD_REQUEST -> "Send a request as HTTP/1.1 has it; a proxy between may spoil it.";
      case REGISTRATION_REFUSED ->
          "Begin again and answer the new challenge, with a key that this account does not have."
              + WHY;
      case SIGN_IN_REFUSED ->
          "Begin again and answer the new challenge, with a key of this account." + WHY;
      case CODE_REFUSED -> "Take the latest code, as long as it is good, or have another one sent.";
      case REFRESH_REFUSED ->
          "Sign in again: a refresh token is good once, and for as long as its session lasts.";
      case TOKEN_MISSING -> "Send the header 'Authorization: Bearer …' with a token of a sign-in.";
      case TOKEN_INVALID ->
          "Sign in again: the token was changed, was revoked, or is for another server." + WHY;
      case TOKEN_EXPIRED -> "Sign in again, or refresh the token before 'exp'.";
      case TOKEN_NOT_FRESH ->
          "Sign in once more, with a key, and ask within ten minutes: an older token may be a"
              + " stolen one.";
      case FORBIDDEN ->
          "Ask as the owner of the account, or as somebody whose role may; an administrator changes"
              + " roles with 'touchstone users role'.";
      case INSUFFICIENT_SCOPE -> "Take a token with the scope that 'WWW-Authenticate' names.";
      case NOT_FOUND ->
          "Look the address up in the description of the API, at /docs of the server.";
      case METHOD_NOT_ALLOWED -> "Take a method that the header 'Allow' names.";
      case BODY_TOO_SLOW -> "Send the body at once.";
      case CONFLICT -> "Read 'detail', look how things stand, and ask for something that fits.";
      case BODY_TOO_LARGE -> "Send less; 'detail' says how much is taken.";
      case ADDRESS_TOO_LONG -> "Shorten the query, or ask for smaller pages.";
      case UNSUPPORTED_MEDIA_TYPE -> "Send the header 'Content-Type: application/json', and JSON.";
      case INVALID_FIELD ->
          "Mend what 'errors' names, each with a sentence: a member by its JSON pointer, or a"
              + " parameter of the query.";
      case RATE_LIMITED ->
          "Wait for as many seconds as 'Retry-After' says; how often one may try is set with"
              + " --limit-per-address and --limit-per-account of 'touchstone serve'.";
      case HEADERS_TOO_LARGE -> "Send fewer or shorter header fields; cookies are of no use here.";
      case DEFECT ->
          "Report it with the time: what went wrong stands in the server's touchstone.log.";
      case UNAVAILABLE ->
          "Try again later; the server's operator looks at 'touchstone doctor' and 'touchstone"
              + " database'.";
    };
  }
}
