package dev.touchstone.rp.http.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Debian's Chromium without a window, spoken to through chromedriver as W3C WebDriver says, with
 * the virtual authenticators of WebAuthn Level 3 §11. Debian: {@code apt install chromium-driver}.
 */
final class Chromium implements AutoCloseable {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
  private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");

  private final Process driver;
  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private String session = "";

  private Chromium(Process driver, int port) {
    this.driver = driver;
    this.base = "http://127.0.0.1:" + port;
  }

  /** The driver, if it is installed. */
  static Optional<Path> driver() {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(it -> Path.of(it, "chromedriver"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts one with a profile that is forgotten. */
  static Chromium start() throws Exception {
    Process driver =
        new ProcessBuilder(driver().orElseThrow().toString(), "--port=0")
            .redirectErrorStream(true)
            .start();
    Chromium chromium = new Chromium(driver, port(driver));
    ObjectNode wish = MAPPER.createObjectNode();
    ObjectNode capabilities = wish.putObject("capabilities").putObject("alwaysMatch");
    capabilities.putObject("goog:loggingPrefs").put("browser", "ALL");
    capabilities
        .putObject("goog:chromeOptions")
        .putArray("args")
        .add("--headless=new")
        .add("--no-sandbox") // tests may run as root
        .add("--disable-gpu")
        .add("--disable-dev-shm-usage")
        .add("--lang=en-GB")
        .add("--window-size=1100,900");
    chromium.session = "/session/" + chromium.post("/session", wish).get("sessionId").asText();
    return chromium;
  }

  private static int port(Process driver) throws IOException {
    BufferedReader lines = driver.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher started = STARTED.matcher(line);
      if (started.find()) {
        return Integer.parseInt(started.group(1));
      }
    }
    throw new IOException("chromedriver did not start");
  }

  void open(String url) throws Exception {
    post(session + "/url", MAPPER.createObjectNode().put("url", url));
  }

  /** Runs a script in every page from now on, before the page's own. */
  void before(String script) throws Exception {
    chrome(
        "Page.addScriptToEvaluateOnNewDocument", MAPPER.createObjectNode().put("source", script));
  }

  /** A key that keeps its credentials, verifies its person, and is touched at once. */
  String plugKey() throws Exception {
    return plug("ctap2", "usb", true);
  }

  /** A key that remembers nobody: a second factor of old. */
  String plugU2fKey() throws Exception {
    return plug("ctap1/u2f", "usb", false);
  }

  /** The passkeys of the device itself, whose person agrees at once. */
  String plugPlatform() throws Exception {
    return plug("ctap2", "internal", true);
  }

  private String plug(String protocol, String transport, boolean knowsPerson) throws Exception {
    return post(
            session + "/webauthn/authenticator",
            MAPPER
                .createObjectNode()
                .put("protocol", protocol)
                .put("transport", transport)
                .put("hasResidentKey", knowsPerson)
                .put("hasUserVerification", knowsPerson)
                .put("isUserVerified", knowsPerson)
                .put("isUserConsenting", true))
        .asText();
  }

  void unplug(String key) throws Exception {
    send("DELETE", session + "/webauthn/authenticator/" + key, "");
  }

  /** The credentials that a key holds, with their private keys. */
  JsonNode credentials(String key) throws Exception {
    return send("GET", session + "/webauthn/authenticator/" + key + "/credentials", "");
  }

  /** The same key once more, which an unplugged one is not. */
  void plugKeyWith(JsonNode credentials) throws Exception {
    String key = plugKey();
    for (JsonNode credential : credentials) {
      post(session + "/webauthn/authenticator/" + key + "/credential", credential.deepCopy());
    }
  }

  void type(String selector, String text) throws Exception {
    post(element(selector) + "/clear", MAPPER.createObjectNode());
    post(element(selector) + "/value", MAPPER.createObjectNode().put("text", text));
  }

  void click(String selector) throws Exception {
    post(element(selector) + "/click", MAPPER.createObjectNode());
  }

  String text(String selector) throws Exception {
    return send("GET", element(selector) + "/text", "").asText();
  }

  private String element(String selector) throws Exception {
    JsonNode found =
        post(
            session + "/element",
            MAPPER.createObjectNode().put("using", "css selector").put("value", selector));
    return session + "/element/" + found.get(ELEMENT).asText();
  }

  /** What a script answers. */
  JsonNode run(String script) throws Exception {
    ObjectNode body = MAPPER.createObjectNode().put("script", script);
    body.putArray("args");
    return post(session + "/execute/sync", body);
  }

  /** Waits for a condition of the page, which comes or the test has failed. */
  void await(String condition) throws Exception {
    for (int i = 0; i < 2400; i++) {
      if (run("return Boolean(" + condition + ")").asBoolean()) {
        return;
      }
      Thread.sleep(25);
    }
    throw new AssertionError(
        "never true: %s; the page says: %s"
            .formatted(condition, run("return document.body.innerText").asText()));
  }

  /** What the browser complained of since the last time: errors of scripts, refused by policy. */
  List<String> complaints() throws Exception {
    JsonNode log = post(session + "/se/log", MAPPER.createObjectNode().put("type", "browser"));
    return log.findValuesAsText("message");
  }

  /** Dark or light, and how large. */
  void look(boolean dark, int width, int height) throws Exception {
    ObjectNode media = MAPPER.createObjectNode();
    media
        .putArray("features")
        .addObject()
        .put("name", "prefers-color-scheme")
        .put("value", dark ? "dark" : "light");
    chrome("Emulation.setEmulatedMedia", media);
    chrome(
        "Emulation.setDeviceMetricsOverride",
        MAPPER
            .createObjectNode()
            .put("width", width)
            .put("height", height)
            .put("deviceScaleFactor", 1)
            .put("mobile", width < 600));
  }

  /** No request gets anywhere from now on. */
  void cutTheWire() throws Exception {
    chrome("Network.enable", MAPPER.createObjectNode());
    chrome(
        "Network.emulateNetworkConditions",
        MAPPER
            .createObjectNode()
            .put("offline", true)
            .put("latency", 0)
            .put("downloadThroughput", -1)
            .put("uploadThroughput", -1));
  }

  byte[] picture() throws Exception {
    return Base64.getDecoder().decode(send("GET", session + "/screenshot", "").asText());
  }

  private void chrome(String command, ObjectNode parameters) throws Exception {
    ObjectNode body = MAPPER.createObjectNode().put("cmd", command);
    body.set("params", parameters);
    post(session + "/goog/cdp/execute", body);
  }

  private JsonNode post(String path, ObjectNode body) throws Exception {
    return send("POST", path, body.toString());
  }

  private JsonNode send(String method, String path, String body) throws Exception {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(URI.create(base + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build(),
            HttpResponse.BodyHandlers.ofString());
    JsonNode value = MAPPER.readTree(response.body()).path("value");
    if (response.statusCode() != 200) {
      throw new AssertionError("%s %s: %s".formatted(method, path, value.path("message").asText()));
    }
    return value;
  }

  @Override
  public void close() {
    try {
      send("DELETE", session, "");
    } catch (Exception e) {
      throw new IllegalStateException("a browser can be closed", e);
    } finally {
      driver.destroy();
      http.close();
    }
  }
}
