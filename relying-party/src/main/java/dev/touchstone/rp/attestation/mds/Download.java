package dev.touchstone.rp.attestation.mds;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.attestation.mds.DownloadFailed.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches one document over HTTP, with an end to its size and to its patience. Redirects are
 * followed, but not from https to http.
 *
 * @param largest bytes
 * @param patience for the whole of it, from the first packet to the last
 */
public record Download(int largest, Duration patience) {

  private static final int MEGABYTE = 1 << 20;

  /** What came. */
  public sealed interface Answer {

    /** The document, and the tag by which to ask for a newer one (RFC 9110 §8.8.3). */
    record Body(Bytes bytes, Optional<String> etag) implements Answer {}

    /** The document of that tag is still the newest. */
    record Unchanged() implements Answer {}
  }

  /** FIDO's BLOB had under 10 MB in 2026. */
  public static Download usual() {
    return new Download(32 * MEGABYTE, Duration.ofSeconds(60));
  }

  static boolean isWebAddress(URI address) {
    return address.getHost() != null
        && ("https".equalsIgnoreCase(address.getScheme())
            || "http".equalsIgnoreCase(address.getScheme()));
  }

  /**
   * Fetches it.
   *
   * @param etag of the document that is here already
   * @throws DownloadFailed if it cannot be had, or is not had in time
   */
  public Answer get(URI address, Optional<String> etag) throws DownloadFailed {
    if (!isWebAddress(address)) {
      throw new DownloadFailed(Reason.NOT_A_WEB_ADDRESS, address, "");
    }
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(patience)
            .build();
    try (ExecutorService one = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Answer> answer = one.submit(() -> exchange(client, address, etag));
      try {
        return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        answer.cancel(true);
        throw new DownloadFailed(
            Reason.TOO_SLOW, address, "%d seconds".formatted(patience.toSeconds()));
      } catch (InterruptedException e) {
        answer.cancel(true);
        Thread.currentThread().interrupt();
        throw new DownloadFailed(Reason.TOO_SLOW, address, "it was given up");
      } catch (ExecutionException e) {
        throw failed(address, e.getCause());
      }
    } finally {
      client.shutdownNow();
    }
  }

  private Answer exchange(HttpClient client, URI address, Optional<String> etag)
      throws IOException, InterruptedException, DownloadFailed {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    etag.ifPresent(tag -> request.header("If-None-Match", tag));
    HttpResponse<InputStream> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() == 304 && etag.isPresent()) {
        return new Answer.Unchanged();
      }
      if (response.statusCode() != 200) {
        throw new DownloadFailed(Reason.REFUSED, address, "HTTP " + response.statusCode());
      }
      byte[] bytes = body.readNBytes(largest + 1);
      if (bytes.length > largest) {
        throw new DownloadFailed(
            Reason.TOO_LARGE, address, "more than %d bytes".formatted(largest));
      }
      return new Answer.Body(Bytes.of(bytes), response.headers().firstValue("ETag"));
    }
  }

  private static DownloadFailed failed(URI address, @Nullable Throwable cause) {
    if (cause instanceof DownloadFailed failed) {
      return failed;
    }
    String detail =
        cause == null || cause instanceof ConnectException || cause.getMessage() == null
            ? "no connection"
            : cause.getMessage();
    return new DownloadFailed(Reason.NO_CONNECTION, address, detail);
  }
}
