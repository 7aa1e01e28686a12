package dev.touchstone.app.request.send;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.Origin;
import dev.touchstone.app.request.send.Stopwatch.Phase;
import dev.touchstone.key.session.Cancellation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A connection to a server, from the look-up of its name on. Cancelling closes it. */
final class Wire implements AutoCloseable {

  private static final int CONNECT_MILLIS = 10_000;
  private static final int LOOK_MILLIS = 20;
  private static final InetAddress[] NONE = new InetAddress[0];

  private final Origin origin;
  private final Stopwatch watch;
  private final Deadline deadline;
  private final Cancellation.Subscription subscription;
  private volatile @Nullable Socket socket;
  private volatile boolean closed;
  private Optional<TlsFacts> tls = Optional.empty();

  private Wire(Origin origin, Stopwatch watch, Deadline deadline, Cancellation cancellation) {
    this.origin = origin;
    this.watch = watch;
    this.deadline = deadline;
    this.subscription = cancellation.onCancel(this::hangUp);
  }

  /**
   * Connects.
   *
   * @throws Failure if nobody is there, or not the one who should be
   */
  static Wire open(
      Origin origin, Wish wish, Stopwatch watch, Deadline deadline, Cancellation cancellation)
      throws Failure {
    Wire wire = new Wire(origin, watch, deadline, cancellation);
    deadline.onExpiry(wire::hangUp);
    SeenChain seen = SeenChain.judging(wish.pin(), wish.unchecked());
    try {
      wire.connect();
      if (origin.isEncrypted()) {
        wire.encrypt(seen);
      }
      return wire;
    } catch (IOException e) {
      wire.close();
      throw SendAdvice.on(origin, e, deadline, cancellation, seen.chain());
    }
  }

  /** Lets Java load what looks names up, which is no part of the time that a server takes. */
  static void warmUp() {
    try {
      InetAddress.getAllByName("127.0.0.1");
      CompletableFuture<Boolean> started = new CompletableFuture<>();
      Thread.ofVirtual().start(() -> started.complete(true));
      boolean _ = started.copy().completeOnTimeout(false, LOOK_MILLIS, MILLISECONDS).join();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address needs no look-up", e);
    }
  }

  private void connect() throws IOException {
    InetAddress[] addresses = addresses(origin.host().replaceAll("[\\[\\]]", ""));
    watch.ended(Phase.NAME);
    IOException last = new IOException("no address");
    for (InetAddress address : addresses) {
      Socket candidate = new Socket();
      socket = candidate;
      try {
        if (closed) {
          throw new IOException("closed");
        }
        candidate.setTcpNoDelay(true);
        candidate.connect(new InetSocketAddress(address, origin.port()), CONNECT_MILLIS);
        watch.ended(Phase.CONNECT);
        return;
      } catch (IOException e) {
        candidate.close();
        last = e;
      }
    }
    throw last;
  }

  /** Java's own look-up cannot be stopped; it is left to itself. */
  private InetAddress[] addresses(String host) throws IOException {
    CompletableFuture<InetAddress[]> looking = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            looking.complete(InetAddress.getAllByName(host));
          } catch (UnknownHostException e) {
            looking.completeExceptionally(e);
          }
        });
    try {
      while (!closed) {
        InetAddress[] found =
            looking.copy().completeOnTimeout(NONE, LOOK_MILLIS, MILLISECONDS).get();
        if (found.length > 0) {
          return found;
        }
      }
      throw new IOException("closed");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void encrypt(SeenChain seen) throws IOException {
    String host = origin.host().replaceAll("[\\[\\]]", "");
    SSLSocket encrypted =
        (SSLSocket)
            seen.context().getSocketFactory().createSocket(socket(), host, origin.port(), true);
    socket = encrypted;
    SSLParameters parameters = encrypted.getSSLParameters();
    if (seen.trust() == TlsFacts.Trust.SYSTEM) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
    parameters.setApplicationProtocols(new String[] {"http/1.1"});
    encrypted.setSSLParameters(parameters);
    encrypted.startHandshake();
    watch.ended(Phase.TLS);
    tls = Optional.of(TlsFacts.of(encrypted.getSession(), seen.trust(), seen.chain()));
  }

  Socket socket() throws IOException {
    Socket open = socket;
    if (open == null) {
      throw new IOException("closed");
    }
    return open;
  }

  Optional<TlsFacts> tls() {
    return tls;
  }

  String peer() throws IOException {
    InetSocketAddress address = (InetSocketAddress) socket().getRemoteSocketAddress();
    return address.getAddress().getHostAddress() + " port " + address.getPort();
  }

  private void hangUp() {
    closed = true;
    Socket open = socket;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        return; // it is closed as far as it can be
      }
    }
  }

  @Override
  public void close() {
    subscription.close();
    deadline.onExpiry(() -> {});
    hangUp();
  }

  /** When it is too late. */
  static final class Deadline implements AutoCloseable {

    private final Thread alarm;
    private volatile Runnable action = () -> {};
    private volatile boolean expired;

    Deadline(Duration patience) {
      this.alarm = Thread.ofVirtual().start(() -> ring(patience));
    }

    private void ring(Duration patience) {
      try {
        Thread.sleep(patience);
      } catch (InterruptedException e) {
        return;
      }
      expired = true;
      action.run();
    }

    void onExpiry(Runnable other) {
      action = other;
      if (expired) {
        other.run();
      }
    }

    boolean isExpired() {
      return expired;
    }

    @Override
    public void close() {
      alarm.interrupt();
    }
  }
}
