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
