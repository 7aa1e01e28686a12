package dev.touchstone.app.request.send;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.Origin;
import dev.touchstone.key.session.Cancellation;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why there is no answer, and what to do about it. */
final class SendAdvice {

  private static final String UNKNOWN =
      "Whether the server acted on the request is not known; look there before you send it again.";

  private SendAdvice() {}

  static Failure on(
      Origin origin,
      IOException failure,
      Wire.Deadline deadline,
      Cancellation cancellation,
      List<X509Certificate> chain) {
    if (cancellation.isCancelled()) {
      return new Failure(
          new Advice(Advice.Kind.CANCELLED, "The request was stopped.", UNKNOWN, "", ""), failure);
    }
    if (deadline.isExpired()) {
      return failed(
          "%s did not answer in time.".formatted(origin),
          UNKNOWN,
          "Give it longer with --timeout SECONDS.",
          failure);
    }
    return switch (failure) {
      case UnknownHostException _ ->
          failed(
              "No computer of the name %s is known.".formatted(origin.host()),
              "Nothing was sent.",
              "Check how the name is written, and that this computer can look up names.",
              failure);
      case SocketTimeoutException _ ->
          failed(
              "%s did not take the connection in time.".formatted(origin),
              "Nothing was sent.",
              "Check the address and the network between here and there.",
              failure);
      case ConnectException _, NoRouteToHostException _ ->
          failed(
              "Nobody answers at %s.".formatted(origin),
              "Nothing was sent.",
              "Check the address and the port, and that the server is running.",
              failure);
      case SSLException it -> tls(origin, it, chain);
      default ->
          failed(
              "The connection to %s broke off before there was an answer.".formatted(origin),
              UNKNOWN,
              "",
              failure);
    };
  }

  private static Failure tls(Origin origin, SSLException failure, List<X509Certificate> chain) {
    String why = String.valueOf(failure.getMessage());
    boolean certificate = false;
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        why = String.valueOf(cause.getMessage());
        certificate = true;
      }
    }
    if (!certificate || chain.isEmpty()) {
      return failed(
          "TLS with %s could not be agreed on: %s.".formatted(origin, why),
          "Nothing was sent.",
          "Check that this port speaks TLS, and which versions of it.",
          failure);
    }
    TlsFacts.Link leaf = TlsFacts.Link.of(chain.getFirst());
    return failed(
        "The certificate of %s is not trusted: %s. It is of %s, issued by %s, valid until %s, SHA-256 %s."
            .formatted(origin, why, leaf.subject(), leaf.issuer(), leaf.notAfter(), leaf.sha256()),
        "Nothing was sent.",
        "If it is the right one, pin it with --pin and its SHA-256; --insecure takes any, for"
            + " once.",
        failure);
  }

  /** An answer that is none. */
  static Failure garbled(Origin origin, String why) {
    return new Failure(
        new Advice(
            Advice.Kind.FAILED,
            "%s answered in a way that is no HTTP/1.1: %s.".formatted(origin, why),
            UNKNOWN,
            "Check the port, and whether it speaks TLS (https://).",
            "RFC 9112 §2"));
  }

  private static Failure failed(String happened, String cost, String next, IOException cause) {
    return new Failure(new Advice(Advice.Kind.FAILED, happened, cost, next, ""), cause);
  }
}
