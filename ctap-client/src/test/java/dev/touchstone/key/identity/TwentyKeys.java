package dev.touchstone.key.identity;

import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.fixture.key.wire.card.CardInterface;
import dev.touchstone.key.CardInReader;
import dev.touchstone.key.PluggedIn;
import dev.touchstone.key.transport.KeyDevice;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How long a list of 20 keys, each on USB and in a reader, takes to be counted: the figures of
 * {@code docs/performance.md}. A program, no test.
 */
public final class TwentyKeys {

  private static final int KEYS = 20;
  private static final int ROUNDS = 2000;

  private TwentyKeys() {}

  /** Prints the first count, which asks every key for its number, and the median of the others. */
  public static void main(String[] arguments) throws Exception {
    List<VirtualKey> keys = new ArrayList<>();
    List<KeyDevice> wires = new ArrayList<>();
    for (int i = 0; i < KEYS; i++) {
      VirtualKey key =
          VirtualKey.open(
              KeyModels.TOUCHSTONE,
              Laboratory.forgetful(InstantSource.system(), new SecureRandom()),
              Surroundings.forgetful());
      keys.add(key);
      wires.add(
          OneWire.hid("hid-" + i)
              .ofVendor(0x1209, 0x0001)
              .through(() -> new PluggedIn(key).connect()));
      wires.add(
          OneWire.card("card-" + i)
              .through(() -> CardInReader.holding(key, CardInterface.CONTACT).connect()));
    }
    Census census = new Census(KeyLabels.NONE);
    long began = System.nanoTime();
    int counted = census.of(wires).size();
    System.out.printf("%d keys; first count %.1f ms%n", counted, millis(System.nanoTime() - began));
    long[] each = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long begin = System.nanoTime();
      int _ = census.of(wires).size();
      each[i] = System.nanoTime() - begin;
    }
    Arrays.sort(each);
    System.out.printf(
        "each further: median %.3f ms, slowest of %d %.3f ms%n",
        millis(each[ROUNDS / 2]), ROUNDS, millis(each[ROUNDS - 1]));
    for (VirtualKey key : keys) {
      key.close();
    }
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }
}
