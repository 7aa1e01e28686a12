package dev.touchstone.app.remote;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What went wrong between here and a server, and what to do about it. */
final class RemoteAdvice {

  private RemoteAdvice() {}

  static Failure unreachable(URI address, IOException failure) {
    return switch (failure) {
      case HttpConnectTimeoutException _ ->
          failure(
              "%s did not answer in time.".formatted(address.getHost()),
              "Check the address and the network between here and there, then try again.",
              failure);
      case HttpTimeoutException _ ->
          failure(
              "%s took the request and did not answer it in time.".formatted(address.getHost()),
              "Whether it acted on it is not known; look there before you try again.",
              failure);
      case SSLException _ -> tls(address, failure);
      case ConnectException _ -> connect(address, failure);
      default ->
          failure(
              "The connection to %s broke off.".formatted(address.getHost()),
              "Whether the server acted on the request is not known; look there before you try"
                  + " again.",
              failure);
    };
  }

  private static Failure connect(URI address, IOException failure) {
    if (caused(failure, UnresolvedAddressException.class)
        || caused(failure, UnknownHostException.class)) {
      return failure(
          "No computer of the name %s is known.".formatted(address.getHost()),
          "Check how the name is written, and that this computer can look up names.",
          failure);
    }
    return failure(
        "Nobody answers at %s.".formatted(address),
        "Check the address and that the server is running.",
        failure);
  }

  private static Failure tls(URI address, IOException failure) {
    String why = String.valueOf(failure.getMessage());
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        why = String.valueOf(cause.getMessage());
      }
    }
    return failure(
        "The certificate of %s is not trusted: %s.".formatted(address.getHost(), why),
        "'touchstone servers check %s' shows it; if it is the right one, pin it with --pin."
            .formatted(address),
        failure);
  }

  static Failure notJson(URI address, int status) {
    return failure(
        "%s answered with status %d and no JSON object.".formatted(address, status),
        "Check the address, and which API the server speaks (--api touchstone or conformance).",
        null);
  }

  /** The server understood the request and does not do it. */
  static Failure refused(URI address, int status, String words) {
    return failure(
        "%s refused with status %d%s"
            .formatted(address, status, words.isEmpty() ? "." : ": " + words),
        status == 429
            ? "Wait a while, then try again."
            : "The server's own log or audit trail knows the exact reason.",
        null);
  }

  static Failure extensions(IOException failure) {
    return new Failure(
        new Advice(
            Advice.Kind.USAGE,
            "The extensions are not JSON.",
            "",
            "Hand in one JSON object, such as {\"credProps\":true}.",
            "WebAuthn Level 3 §9"),
        failure);
  }

  private static boolean caused(Throwable failure, Class<? extends Throwable> kind) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private static Failure failure(String happened, String next, @Nullable Throwable cause) {
    Advice advice = new Advice(Advice.Kind.FAILED, happened, "", next, "");
    return cause == null ? new Failure(advice) : new Failure(advice, cause);
  }
}
