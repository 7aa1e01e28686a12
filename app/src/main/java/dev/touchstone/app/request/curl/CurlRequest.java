package dev.touchstone.app.request.curl;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.Body;
import dev.touchstone.app.request.Header;
import dev.touchstone.app.request.Request;
import dev.touchstone.app.request.curl.CurlReader.Read;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the options of a line of curl add up to. */
final class CurlRequest {

  private static final String TYPE = "Content-Type";

  private final List<String> addresses = new ArrayList<>();
  private final List<Header> headers = new ArrayList<>();
  private final List<String> data = new ArrayList<>();
  private final List<String> query = new ArrayList<>();
  private final List<Header> form = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private @Nullable String method;
  private boolean get;
  private boolean head;
  private boolean json;
  private boolean follow;
  private boolean insecure;
  private boolean compressed;

  void note(String sentence) {
    notes.add(sentence);
  }

  void address(String address) {
    addresses.add(address);
  }

  void take(CurlOption option, String value) throws Failure {
    switch (option) {
      case REQUEST -> method = value;
      case HEADER -> header(value);
      case DATA, DATA_ASCII, DATA_BINARY -> data.add(noFile(option, value));
      case DATA_RAW -> data.add(value);
      case DATA_URLENCODE -> data.add(encoded(option, value));
      case URL_QUERY -> query.add(encoded(option, value));
      case JSON -> {
        json = true;
        data.add(noFile(option, value));
      }
      case FORM, FORM_STRING -> part(option, value);
      case USER -> header("Authorization", "Basic " + base64(value));
      case BEARER -> header("Authorization", "Bearer " + value);
      case COOKIE -> cookie(option, value);
      case AGENT -> header("User-Agent", value);
      case REFERER -> header("Referer", value.replaceFirst(";auto$", ""));
      case GET -> get = true;
      case HEAD -> head = true;
      case LOCATION -> follow = true;
      case LOCATION_TRUSTED -> {
        follow = true;
        note("Tokens are not handed to other servers here: --location-trusted became --location.");
      }
      case INSECURE -> {
        insecure = true;
        note(
            "Certificates are checked here; send it with --insecure, or better pin one with"
                + " --pin.");
      }
      case COMPRESSED -> compressed = true;
      case URL -> address(value);
      case SILENT, SHOW_ERROR, VERBOSE, INCLUDE, FAIL, FAIL_WITH_BODY, PROGRESS, NO_BUFFER -> {}
      case GLOB_OFF, PATH_AS_IS, BASIC, NO_PROGRESS, HTTP_1_1 -> {}
      case REMOTE_NAME, OUTPUT, WRITE_OUT, DUMP_HEADER, COOKIE_JAR, MAX_TIME, CONNECT_TIMEOUT ->
          leftOut(option);
      case RETRY, MAX_REDIRS, PROXY, CA_CERT, RESOLVE, IPV4, IPV6 -> leftOut(option);
      case HTTP_2, HTTP_3 -> note("It is sent by HTTP/1.1 here.");
      case CERT, KEY -> throw CurlAdvice.unsupported(option.word(), "it names a file with a key");
      case UPLOAD -> throw CurlAdvice.unsupported(option.word(), "files are not read for a line");
      case DIGEST, NTLM ->
          throw CurlAdvice.unsupported(option.word(), "only basic authentication is spoken here");
      case NEXT -> throw CurlAdvice.unsupported(option.word(), "one line is one request");
    }
  }

  Read read() throws Failure {
    if (addresses.size() != 1) {
      throw CurlAdvice.addresses(addresses.size());
    }
    String url = addresses.getFirst();
    if (!url.contains("://") && !url.startsWith("{{")) {
      url = "http://" + url; // as curl does it
    }
    if (get) {
      query.addAll(data);
      data.clear();
    }
    if (!query.isEmpty()) {
      url += (url.contains("?") ? "&" : "?") + String.join("&", query);
    }
    Body body = body();
    packing();
    return new Read(
        new Request(verb(!(body instanceof Body.None)), url, headers, body, follow),
        insecure,
        List.copyOf(notes));
  }

  private String verb(boolean body) {
    if (method != null) {
      return method;
    }
    return head ? "HEAD" : body ? "POST" : "GET";
  }

  private Body body() {
    if (!form.isEmpty()) {
      MultipartForm parts = MultipartForm.of(form);
      header(TYPE, parts.mediaType());
      return Body.of(parts.text());
    }
    if (data.isEmpty()) {
      return Body.none();
    }
    if (json) {
      unlessGiven(TYPE, "application/json");
      unlessGiven("Accept", "application/json");
    } else {
      unlessGiven(TYPE, "application/x-www-form-urlencoded");
    }
    return Body.of(String.join(json ? "" : "&", data));
  }

  /** Browsers ask for codings that cannot be undone here. */
  private void packing() {
    boolean more =
        headers.stream()
            .anyMatch(it ->
                it.is("Accept-Encoding")
                    && it.value().toLowerCase(Locale.ROOT).matches(".*(br|zstd).*"));
    if (more) {
      headers.removeIf(it -> it.is("Accept-Encoding"));
      note("Accept-Encoding became 'gzip, deflate': nothing else is unpacked here.");
    }
    if (compressed || more) {
      unlessGiven("Accept-Encoding", "gzip, deflate");
    }
  }

  private void header(String line) throws Failure {
    if (line.startsWith("@")) {
      throw CurlAdvice.unsupported("--header", "files are not read for a line");
    }
    if (line.startsWith(":")) {
      note("'%s' is a part of HTTP/2 and was left out.".formatted(line.split(":", 3)[1]));
      return;
    }
    if (line.endsWith(";") && !line.contains(":")) {
      headers.add(new Header(line.substring(0, line.length() - 1), ""));
      return;
    }
    int colon = line.indexOf(':');
    if (colon > 0 && !line.substring(colon + 1).isBlank()) {
      headers.add(new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
    } else {
      note("A header without a value was left out.");
    }
  }

  private void header(String name, String value) {
    headers.removeIf(it -> it.is(name));
    headers.add(new Header(name, value));
  }

  private void unlessGiven(String name, String value) {
    if (headers.stream().noneMatch(it -> it.is(name))) {
      headers.add(new Header(name, value));
    }
  }

  private void cookie(CurlOption option, String value) throws Failure {
    if (!value.contains("=") && !value.startsWith("{{")) {
      throw CurlAdvice.unsupported(option.word(), "files are not read for a line");
    }
    headers.add(new Header("Cookie", value));
  }

  private void part(CurlOption option, String value) throws Failure {
    int equals = value.indexOf('=');
    if (equals <= 0) {
      throw CurlAdvice.withoutValue(option.word());
    }
    String content = value.substring(equals + 1);
    if (option == CurlOption.FORM && (content.startsWith("@") || content.startsWith("<"))) {
      throw CurlAdvice.unsupported(option.word(), "files are not read for a line");
    }
    form.add(new Header(value.substring(0, equals), content));
  }

  private void leftOut(CurlOption option) {
    note("%s was left out.".formatted(option.word()));
  }

  private static String noFile(CurlOption option, String value) throws Failure {
    if (value.startsWith("@")) {
      throw CurlAdvice.unsupported(option.word(), "files are not read for a line");
    }
    return value;
  }

  /** Only what stands behind the first equals sign is encoded. */
  private static String encoded(CurlOption option, String value) throws Failure {
    int equals = value.indexOf('=');
    int at = value.indexOf('@');
    if (at >= 0 && (equals < 0 || at < equals)) {
      throw CurlAdvice.unsupported(option.word(), "files are not read for a line");
    }
    String name = equals > 0 ? value.substring(0, equals + 1) : "";
    String content = value.substring(equals + 1);
    return name + URLEncoder.encode(content, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String base64(String login) {
    String pair = login.contains(":") ? login : login + ":";
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
