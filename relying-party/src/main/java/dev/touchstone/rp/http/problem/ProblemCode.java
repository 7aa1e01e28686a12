package dev.touchstone.rp.http.problem;

import java.util.Locale;

/**
 * What can go wrong with a request. The word of each is part of the API and never changes; the
 * sentences may.
 */
public enum ProblemCode {
  MALFORMED_JSON(400, "The body is not the JSON object that it has to be."),
  REGISTRATION_REFUSED(400, "The registration was not accepted."),
  BAD_REQUEST(400, "The request is not HTTP as this server understands it."),
  CODE_REFUSED(400, "The code was not accepted."),
  REFRESH_REFUSED(400, "The refresh token was not accepted; sign in again."),
  SIGN_IN_REFUSED(401, "The sign-in was not accepted."),
  TOKEN_MISSING(401, "This needs an access token."),
  TOKEN_INVALID(401, "The access token is not accepted."),
  TOKEN_EXPIRED(401, "The access token has expired."),
  TOKEN_NOT_FRESH(401, "This needs a sign-in of a moment ago."),
  FORBIDDEN(403, "The account may not do this."),
  INSUFFICIENT_SCOPE(403, "The token may not be used for this."),
  NOT_FOUND(404, "There is nothing here."),
  METHOD_NOT_ALLOWED(405, "This address does not know that method."),
  BODY_TOO_SLOW(408, "The body did not arrive in time."),
  CONFLICT(409, "That is not possible as things stand."),
  BODY_TOO_LARGE(413, "The body is too large."),
  ADDRESS_TOO_LONG(414, "The address is too long."),
  UNSUPPORTED_MEDIA_TYPE(415, "The body has to be application/json."),
  INVALID_FIELD(422, "A field of the request is not valid."),
  RATE_LIMITED(429, "Too many requests."),
  HEADERS_TOO_LARGE(431, "The header fields are too large."),
  DEFECT(500, "The server made a mistake."),
  UNAVAILABLE(503, "The server cannot do this at the moment.");

  private final int status;
  private final String title;

  ProblemCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The HTTP status that it is answered with. */
  public int status() {
    return status;
  }

  /** The same sentence each time (RFC 9457 §3.1.3). */
  public String title() {
    return title;
  }

  /** As it stands in the answer. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
