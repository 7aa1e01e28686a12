package dev.touchstone.rp.http.body;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.ceremony.response.Json;
import dev.touchstone.rp.http.problem.Problem;
import dev.touchstone.rp.http.problem.ProblemCode;
import dev.touchstone.rp.http.problem.Refused;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bodies of requests, up to a length and a time. A body that is refused is not read to
 * its end: the connection ends instead.
 */
public final class Bodies {

  private static final int PORTION = 8192;
  private static final String FORM = "application/x-www-form-urlencoded";

  private final int longest;
  private final Duration patience;
  private final LongSupplier nanos;

  /**
   * Within these limits.
   *
   * @param longest in bytes
   * @param patience from the first byte to the last
   * @param nanos a clock that only goes forward
   */
  public Bodies(int longest, Duration patience, LongSupplier nanos) {
    this.longest = longest;
    this.patience = patience;
    this.nanos = nanos;
  }

  /**
   * The body as a JSON object.
   *
   * @throws Refused if it is none, or is too large or too slow
   */
  public JsonBody json(Context context) throws Refused {
    requireJson(context.header(Header.CONTENT_TYPE));
    return new JsonBody(StrictJson.object(bytes(context)));
  }

  /**
   * The same; an empty body counts as an empty object.
   *
   * @throws Refused as {@link #json}
   */
  public JsonBody jsonOrNothing(Context context) throws Refused {
    byte[] bytes = bytes(context);
    if (bytes.length == 0) {
      return new JsonBody(Json.MAPPER.createObjectNode());
    }
    requireJson(context.header(Header.CONTENT_TYPE));
    ObjectNode object = StrictJson.object(bytes);
    return new JsonBody(object);
  }

  /**
   * The members of a form, or of a JSON object, as OAuth's end points take them. A page elsewhere
   * can send a form as well, so this is for what is decided by a token in the body and by nothing
   * that a browser adds.
   *
   * @throws Refused if it is neither, has a member twice, or is too large or too slow
   */
  public JsonBody formOrJson(Context context) throws Refused {
    String type = context.header(Header.CONTENT_TYPE);
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(FORM)) {
      return json(context);
    }
    ObjectNode members = Json.MAPPER.createObjectNode();
    for (String pair : new String(bytes(context), StandardCharsets.UTF_8).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 0) {
        continue;
      }
      String name = decoded(pair.substring(0, equals));
      if (members.has(name)) {
        throw Refused.field("/" + name, "is there twice");
      }
      members.put(name, decoded(pair.substring(equals + 1)));
    }
    return new JsonBody(members);
  }

  private static String decoded(String text) throws Refused {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refused.field("", "the form is not encoded as forms are");
    }
  }

  /** A page elsewhere can send text and forms across origins without asking, but not JSON. */
  private static void requireJson(@Nullable String contentType) throws Refused {
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT).replace(" ", "");
    boolean json =
        type.equals("application/json")
            || type.equals("application/json;charset=utf-8")
            || type.equals("application/json;charset=\"utf-8\"");
    if (!json) {
      throw new Refused(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
    }
  }

  private byte[] bytes(Context context) throws Refused {
    if (context.req().getContentLengthLong() > longest) {
      throw tooLarge();
    }
    long deadline = nanos.getAsLong() + patience.toNanos();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] portion = new byte[PORTION];
    try {
      InputStream in = context.bodyInputStream();
      for (int count = in.read(portion); count >= 0; count = in.read(portion)) {
        bytes.write(portion, 0, count);
        if (bytes.size() > longest) {
          throw tooLarge();
        }
        if (nanos.getAsLong() - deadline > 0) {
          throw ended(ProblemCode.BODY_TOO_SLOW, "");
        }
      }
    } catch (IOException e) {
      // idle for too long, or gone: in the first case there is somebody to tell
      throw ended(ProblemCode.BODY_TOO_SLOW, "");
    }
    return bytes.toByteArray();
  }

  private Refused tooLarge() {
    return ended(ProblemCode.BODY_TOO_LARGE, "It may have %d bytes at most.".formatted(longest));
  }

  private static Refused ended(ProblemCode code, String detail) {
    return new Refused(Problem.of(code, detail).with(Header.CONNECTION, "close"));
  }
}
