package dev.touchstone.app.request.send;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.Address;
import dev.touchstone.app.request.Header;
import dev.touchstone.app.request.Origin;
import dev.touchstone.app.request.Request;
import dev.touchstone.app.request.send.Stopwatch.Phase;
import dev.touchstone.key.session.Cancellation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.SocketException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Sends requests. Stateless; safe for many threads. */
public final class Sender {

  private final LongSupplier nanos;

  /**
   * @param nanos a clock for durations
   */
  public Sender(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * Sends a request without variables, and follows redirects if it says so. A refusal is an answer.
   *
   * @throws Failure if it cannot be sent, or there is no answer
   */
  public Exchange send(Request request, Wish wish, Cancellation cancellation) throws Failure {
    Address.Read address = Address.read(request.url());
    Request next = loggedIn(request, address.user());
    RequestWriter.check(next);
    Wire.warmUp();
    URI uri = address.uri();
    List<String> dropped = List.of();
    List<Hop> hops = new ArrayList<>();
    try (Wire.Deadline deadline = new Wire.Deadline(wish.limits().patience())) {
      while (true) {
        boolean home = Origin.of(uri).equals(Origin.of(address.uri()));
        Wish here = home ? wish : new Wish(Optional.empty(), false, wish.limits());
        Hop hop = hop(next, uri, dropped, here, deadline, cancellation);
        hops.add(hop);
        if (!request.follow() || !Redirect.is(hop.answer())) {
          return new Exchange(hops, "");
        }
        if (hops.size() > wish.limits().redirects()) {
          return new Exchange(
              hops,
              "Gave up after %d redirects: they lead in a circle, or nowhere."
                  .formatted(wish.limits().redirects()));
        }
        Redirect redirect = Redirect.of(next, uri, hop.answer());
        if (!redirect.refused().isEmpty()) {
          return new Exchange(hops, redirect.refused());
        }
        next = redirect.request();
        uri = redirect.uri();
        dropped = redirect.dropped();
      }
    }
  }

  /** Name and password in an address are HTTP's basic authentication (RFC 7617). */
  private static Request loggedIn(Request request, String user) {
    if (user.isEmpty() || request.header("Authorization").isPresent()) {
      return request;
    }
    String login = URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8);
    String pair = login.contains(":") ? login : login + ":";
    return request.with(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  private Hop hop(
      Request request,
      URI uri,
      List<String> dropped,
      Wish wish,
      Wire.Deadline deadline,
      Cancellation cancellation)
      throws Failure {
    Origin origin = Origin.of(uri);
    byte[] body = RequestWriter.body(request);
    List<Header> sent = RequestWriter.headers(request, uri, body.length);
    Stopwatch watch = new Stopwatch(nanos);
    try (Wire wire = Wire.open(origin, wish, watch, deadline, cancellation)) {
      try {
        boolean written = write(request, uri, sent, body, wire);
        watch.ended(Phase.SENDING);
        PushbackInputStream in =
            new PushbackInputStream(new BufferedInputStream(wire.socket().getInputStream()));
        awaitFirst(in, written);
        watch.ended(Phase.WAITING);
        AnswerReader reader = new AnswerReader(in, wish.limits().body());
        Answer answer = reader.answer(reader.head(), request.method().equals("HEAD"));
        watch.ended(Phase.RECEIVING);
        if (cancellation.isCancelled()) {
          throw new SocketException("cancelled");
        }
        return new Hop(
            request.method(), uri, sent, dropped, wire.peer(), wire.tls(), answer, watch.timing());
      } catch (GarbledAnswer e) {
        throw SendAdvice.garbled(origin, String.valueOf(e.getMessage()));
      } catch (IOException e) {
        throw SendAdvice.on(origin, e, deadline, cancellation, List.of());
      }
    }
  }

  private static void awaitFirst(PushbackInputStream in, boolean written) throws IOException {
    int first = in.read();
    if (first < 0) {
      throw new SocketException(
          written ? "closed without an answer" : "closed while it was written");
    }
    in.unread(first);
  }

  /** A server that has heard enough answers and hangs up before all is written. */
  private static boolean write(Request request, URI uri, List<Header> sent, byte[] body, Wire wire)
      throws IOException {
    try {
      RequestWriter.write(request.method(), uri, sent, body, wire.socket().getOutputStream());
      return true;
    } catch (SocketException e) {
      if (wire.socket().isClosed()) {
        throw e;
      }
      return false;
    }
  }
}
