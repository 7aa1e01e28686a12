package dev.touchstone.rp.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;

/**
 * A place where a server will answer. It is taken before there is a server, so that the relying
 * party can know its own origin when the port is left to the system.
 */
public final class ListeningSocket implements AutoCloseable {

  private static final int BACKLOG = 1024;

  private final ServerSocketChannel channel;
  private final String host;

  private ListeningSocket(ServerSocketChannel channel, String host) {
    this.channel = channel;
    this.host = host;
  }

  /**
   * Takes an address.
   *
   * @param host a name or an address of this computer
   * @param port 0 for a free one
   * @throws IOException if it cannot be had: it is taken, or not this computer's
   */
  public static ListeningSocket bind(String host, int port) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(host), port);
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      channel.bind(address, BACKLOG);
      return new ListeningSocket(channel, host);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** As it was asked for. */
  public String host() {
    return host;
  }

  /** The port, also where a free one was asked for. */
  public int port() {
    return channel.socket().getLocalPort();
  }

  ServerSocketChannel channel() {
    return channel;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
