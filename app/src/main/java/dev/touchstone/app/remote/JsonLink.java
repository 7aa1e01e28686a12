package dev.touchstone.app.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * JSON out and JSON back. Cookies are kept for as long as this is: some servers tell by them which
 * ceremony an answer belongs to. Redirects are not followed: what was meant for one server is not
 * handed to another.
 */
final class JsonLink implements AutoCloseable {

  static final ObjectMapper MAPPER = new ObjectMapper();

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Longer than any options with hundreds of credentials. */
  private static final int LONGEST = 4_000_000;

  private final RemoteServer server;
  private final HttpClient client;

  JsonLink(RemoteServer server) {
    this.server = server;
    HttpClient.Builder builder =
        HttpClient.newBuilder().connectTimeout(PATIENCE).cookieHandler(new CookieManager());
    server.pin().ifPresent(pin -> builder.sslContext(PinnedCertificate.context(pin)));
    this.client = builder.build();
  }

  /**
   * What came back.
   *
   * @param status of HTTP
   * @param json the body
   */
  record Answer(int status, ObjectNode json) {

    boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    /** The server's own words on why not: a problem's detail or title, or an error message. */
    String words() {
      for (String member : new String[] {"detail", "title", "errorMessage", "message", "error"}) {
        String text = json.path(member).asText("");
        if (!text.isEmpty()) {
          return text;
        }
      }
      return "";
    }
  }

  /**
   * Posts an object.
   *
   * @throws Failure if nobody answers, or with something else than a JSON object
   */
  Answer post(String path, JsonNode body) throws Failure {
    return send(
        HttpRequest.newBuilder(server.at(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  /**
   * Gets an object.
   *
   * @throws Failure if nobody answers, or with something else than a JSON object
   */
  Answer get(String path) throws Failure {
    return send(HttpRequest.newBuilder(server.at(path)).GET());
  }

  private Answer send(HttpRequest.Builder builder) throws Failure {
    HttpRequest request =
        builder
            .timeout(PATIENCE)
            .header("Accept", "application/json, application/problem+json")
            // a browser tells where the page is that speaks, and servers may insist on it
            .header("Origin", server.clientOrigin())
            .header("User-Agent", "Touchstone")
            .build();
    try {
      HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
      return answer(request.uri(), response);
    } catch (IOException e) {
      throw RemoteAdvice.unreachable(server.address(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(
          new Advice(Advice.Kind.CANCELLED, "The request was stopped.", "", "", ""), e);
    }
  }

  private static Answer answer(URI address, HttpResponse<InputStream> response)
      throws IOException, Failure {
    byte[] body;
    try (InputStream in = response.body()) {
      body = in.readNBytes(LONGEST);
    }
    try {
      if (MAPPER.readTree(body) instanceof ObjectNode object) {
        return new Answer(response.statusCode(), object);
      }
    } catch (JsonProcessingException e) {
      // said below
    }
    throw RemoteAdvice.notJson(address, response.statusCode());
  }

  @Override
  public void close() {
    client.close();
  }
}
