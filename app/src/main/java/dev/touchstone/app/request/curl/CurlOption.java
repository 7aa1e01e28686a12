package dev.touchstone.app.request.curl;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The options of curl that are understood, and what becomes of them. */
enum CurlOption {
  REQUEST("--request", 'X', true),
  HEADER("--header", 'H', true),
  DATA("--data", 'd', true),
  DATA_ASCII("--data-ascii", ' ', true),
  DATA_RAW("--data-raw", ' ', true),
  DATA_BINARY("--data-binary", ' ', true),
  DATA_URLENCODE("--data-urlencode", ' ', true),
  URL_QUERY("--url-query", ' ', true),
  JSON("--json", ' ', true),
  FORM("--form", 'F', true),
  FORM_STRING("--form-string", ' ', true),
  USER("--user", 'u', true),
  BEARER("--oauth2-bearer", ' ', true),
  COOKIE("--cookie", 'b', true),
  AGENT("--user-agent", 'A', true),
  REFERER("--referer", 'e', true),
  GET("--get", 'G', false),
  HEAD("--head", 'I', false),
  LOCATION("--location", 'L', false),
  LOCATION_TRUSTED("--location-trusted", ' ', false),
  INSECURE("--insecure", 'k', false),
  COMPRESSED("--compressed", ' ', false),
  URL("--url", ' ', true),
  SILENT("--silent", 's', false),
  SHOW_ERROR("--show-error", 'S', false),
  VERBOSE("--verbose", 'v', false),
  INCLUDE("--include", 'i', false),
  FAIL("--fail", 'f', false),
  FAIL_WITH_BODY("--fail-with-body", ' ', false),
  PROGRESS("--progress-bar", '#', false),
  NO_BUFFER("--no-buffer", 'N', false),
  GLOB_OFF("--globoff", 'g', false),
  PATH_AS_IS("--path-as-is", ' ', false),
  BASIC("--basic", ' ', false),
  NO_PROGRESS("--no-progress-meter", ' ', false),
  REMOTE_NAME("--remote-name", 'O', false),
  IPV4("--ipv4", '4', false),
  IPV6("--ipv6", '6', false),
  HTTP_1_1("--http1.1", ' ', false),
  HTTP_2("--http2", ' ', false),
  HTTP_3("--http3", ' ', false),
  OUTPUT("--output", 'o', true),
  WRITE_OUT("--write-out", 'w', true),
  DUMP_HEADER("--dump-header", 'D', true),
  COOKIE_JAR("--cookie-jar", 'c', true),
  MAX_TIME("--max-time", 'm', true),
  CONNECT_TIMEOUT("--connect-timeout", ' ', true),
  RETRY("--retry", ' ', true),
  MAX_REDIRS("--max-redirs", ' ', true),
  PROXY("--proxy", 'x', true),
  CA_CERT("--cacert", ' ', true),
  CERT("--cert", 'E', true),
  KEY("--key", ' ', true),
  RESOLVE("--resolve", ' ', true),
  UPLOAD("--upload-file", 'T', true),
  DIGEST("--digest", ' ', false),
  NTLM("--ntlm", ' ', false),
  NEXT("--next", ':', false);

  private static final Map<String, CurlOption> LONG =
      Arrays.stream(values()).collect(Collectors.toMap(it -> it.word, Function.identity()));

  private final String word;
  private final char letter;
  private final boolean valued;

  CurlOption(String word, char letter, boolean valued) {
    this.word = word;
    this.letter = letter;
    this.valued = valued;
  }

  static Optional<CurlOption> ofWord(String word) {
    return Optional.ofNullable(LONG.get(word));
  }

  static Optional<CurlOption> ofLetter(char letter) {
    return Arrays.stream(values()).filter(it -> it.letter == letter && letter != ' ').findFirst();
  }

  String word() {
    return word;
  }

  boolean valued() {
    return valued;
  }
}
