package dev.touchstone.app.request.send;

import dev.touchstone.app.request.Header;
import dev.touchstone.app.request.MediaType;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server answered. All of it is text of a stranger.
 *
 * @param version such as {@code HTTP/1.1}
 * @param status of three digits
 * @param reason its words beside the status; often empty
 * @param headers in the order in which they came
 * @param body unpacked
 * @param received bytes of the body as they came over the wire
 * @param whole whether all of the body is here
 * @param warnings what is wrong with it, one sentence each
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
public record Answer(
    String version,
    int status,
    String reason,
    List<Header> headers,
    byte[] body,
    long received,
    boolean whole,
    List<String> warnings) {

  private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([^\";\\s]+)");

  public Answer {
    headers = List.copyOf(headers);
    warnings = List.copyOf(warnings);
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.stream().filter(it -> it.is(name)).map(Header::value).findFirst();
  }

  /** Media type without parameters, in lower case; may be empty. */
  public String mediaType() {
    return MediaType.of(header("Content-Type").orElse(""));
  }

  /** The body as text, in the character set that the answer names, or UTF-8. */
  public String text() {
    Matcher named = CHARSET.matcher(header("Content-Type").orElse(""));
    Charset charset = StandardCharsets.UTF_8;
    if (named.find()) {
      try {
        charset = Charset.forName(named.group(1));
      } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
        charset = StandardCharsets.UTF_8;
      }
    }
    return new String(body, charset);
  }

  /** Whether the body is better not shown as text. */
  public boolean isBinary() {
    int looked = Math.min(body.length, 4096);
    int odd = 0;
    for (int i = 0; i < looked; i++) {
      int b = body[i] & 0xff;
      if (b == 0) {
        return true;
      }
      odd += b < 9 || (b > 13 && b < 32 && b != 27) ? 1 : 0;
    }
    return odd * 10 > looked;
  }

  @Override
  public String toString() {
    return "Answer " + status;
  }
}
