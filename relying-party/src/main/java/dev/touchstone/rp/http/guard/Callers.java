package dev.touchstone.rp.http.guard;

import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.audit.address.ForwardedAddress;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** On whose behalf a request is made, as the audit trail is told. */
public final class Callers {

  private static final int LONGEST_AGENT = 200;
  private static final Pattern BRACKETS = Pattern.compile("[\\[\\]]");
  private static final Pattern INVISIBLE = Pattern.compile("[^ -~]");

  private final ForwardedAddress forwarded;

  /**
   * Callers behind these proxies.
   *
   * @param forwarded whose word counts on where a request came from
   */
  public Callers(ForwardedAddress forwarded) {
    this.forwarded = forwarded;
  }

  /** A stranger, until a token or a key says who it is. */
  public Caller of(Context context) {
    return new Caller("", address(context), agent(context));
  }

  /** The address from which the request came, as it was before any trusted proxy. */
  public String address(Context context) {
    String peer = BRACKETS.matcher(String.valueOf(context.req().getRemoteAddr())).replaceAll("");
    List<String> values = Collections.list(context.req().getHeaders(forwarded.header().field()));
    return forwarded.of(peer, values);
  }

  /** One line of text, whatever was sent. */
  private static String agent(Context context) {
    String agent = context.userAgent();
    if (agent == null) {
      return "";
    }
    String visible = INVISIBLE.matcher(agent).replaceAll("?");
    return visible.substring(0, Math.min(visible.length(), LONGEST_AGENT));
  }
}
