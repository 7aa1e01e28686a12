import dev.touchstone.key.KeyRing;
import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.GetAssertion;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.MakeCredential;
import dev.touchstone.key.ctap.RelyingParty;
import dev.touchstone.key.ctap.UserAccount;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.Interaction;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.PinRequest;
import dev.touchstone.key.transport.udp.SimulatorAddress;
import dev.touchstone.key.transport.udp.UdpDiscovery;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

/**
 * Times getInfo, makeCredential and getAssertion of our client over UDP; what it prints is as in
 * clients.c.
 */
final class Ours {

  private static final Bytes HASH = Bytes.of(new byte[32]);

  public static void main(String... arguments) throws Exception {
    SimulatorAddress address =
        new SimulatorAddress(
            "127.0.0.1", Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    int warmUp = Integer.parseInt(arguments[2]);
    int rounds = Integer.parseInt(arguments[3]);
    try (KeyRing ring = new KeyRing(List.of(new UdpDiscovery(List.of(address))));
        KeySession session = ring.open(ring.list().getFirst())) {
      Conversation key = new Conversation(session, new Nobody(), new Cancellation());
      timed("getInfo", () -> key.send(new GetInfo()), 10 * warmUp, rounds);
      MakeCredential make =
          new MakeCredential(
              HASH,
              new RelyingParty("example.org", "Example"),
              new UserAccount(Bytes.of(new byte[] {1}), "ada", ""),
              List.of(-7),
              List.of(),
              MakeCredential.Extensions.NONE,
              false,
              false,
              Optional.empty(),
              OptionalInt.empty());
      MakeCredential.Reply made = timed("makeCredential", () -> key.send(make), warmUp, rounds);
      GetAssertion get =
          new GetAssertion(
              "example.org",
              HASH,
              List.of(made.authenticatorData().attestedCredential().orElseThrow().id()),
              GetAssertion.Extensions.NONE,
              true,
              false,
              Optional.empty());
      timed("getAssertion", () -> key.send(get), warmUp, rounds);
    }
  }

  private static <T> T timed(String name, Callable<T> action, int warmUp, int rounds)
      throws Exception {
    StringBuilder line = new StringBuilder(name);
    T result = null;
    for (int i = 0; i < warmUp + rounds; i++) {
      long before = System.nanoTime();
      result = action.call();
      if (i >= warmUp) {
        line.append(' ').append(System.nanoTime() - before);
      }
    }
    System.out.println(line);
    return result;
  }

  private record Nobody() implements Interaction {
    @Override
    public void touchWanted() {}

    @Override
    public void touchEnded() {}

    @Override
    public Optional<Pin> pinWanted(PinRequest request) {
      return Optional.empty();
    }

    @Override
    public int chooseAccount(List<Account> accounts) {
      return -1;
    }
  }
}
