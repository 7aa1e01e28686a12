package dev.touchstone.rp.mail.delivery;

import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.mail.Letter;
import dev.touchstone.rp.mail.MailState;
import dev.touchstone.rp.mail.Mailer;
import dev.touchstone.rp.mail.template.EditedTemplates;
import dev.touchstone.rp.mail.template.MailKind;
import dev.touchstone.rp.secret.key.KeyFile;
import dev.touchstone.rp.secret.key.KeyPlace;
import dev.touchstone.rp.secret.vault.KeptSeal;
import dev.touchstone.rp.secret.vault.Vault;
import dev.touchstone.rp.store.sqlite.SqliteStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * Puts 100,000 mails into the queue of an SQLite file and lets one replica hand them over to a
 * server that takes everything at once; prints how long that took, and the memory in use after a
 * collection before, in the middle, and at the end.
 */
public final class ManyMails {

  private static final int MAILS = 100_000;
  private static final int AT_ONCE = 1000;

  private static int sent;

  private ManyMails() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("many-mails");
    InstantSource clock = InstantSource.system();
    SecureRandom random = new SecureRandom();
    try (Store store = SqliteStore.open(folder.resolve("touchstone.db"), SqliteStore.PATIENCE)) {
      KeyPlace keys = new KeyPlace.Outside(new KeyFile(folder.resolve("secret.key")));
      KeptSeal seals = new KeptSeal(Vault.at(store, keys, clock, random), random);
      Post post = new Post("Keys", seals, clock, random);
      post.ready();
      long begin = System.nanoTime();
      for (int i = 0; i < MAILS; i += AT_ONCE) {
        enqueue(store, post, i);
      }
      System.out.printf("%,d mails queued in %.1f s%n", MAILS, seconds(begin));
      memory("before");
      begin = System.nanoTime();
      Delivery.Result result =
          new Delivery(store, post, "one", clock).drain(new Taker(), () -> false);
      System.out.printf("%,d mails sent in %.1f s%n", result.sent(), seconds(begin));
      memory("at the end");
    }
  }

  private static void enqueue(Store store, Post post, int from) throws Exception {
    store.write(records -> {
      for (int i = from; i < from + AT_ONCE; i++) {
        records
            .mail()
            .add(
                post.write(
                    new EditedTemplates(records.settings()),
                    MailKind.VERIFY,
                    EmailAddress.parse("person%d@example.org".formatted(i)),
                    Map.of("code", "1234 5678", "minutes", "60"),
                    Duration.ofHours(2),
                    MailState.WAITING));
      }
      return true;
    });
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void memory(String when) {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "memory in use %s: %.1f MiB%n",
        when, (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0);
  }

  /** A server that takes everything. */
  private static final class Taker implements Mailer {

    @Override
    public Round begin() {
      return new Round() {
        @Override
        public void send(Letter letter) {
          if (++sent % 25_000 == 0) {
            memory("after %,d".formatted(sent));
          }
        }

        @Override
        public void close() {
          // nothing is held open
        }
      };
    }

    @Override
    public String destination() {
      return "nowhere";
    }
  }
}
