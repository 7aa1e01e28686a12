package dev.touchstone.rp.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.rp.account.User;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownUser;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {

  @Test
  void everyWorkOfManyThreadsIsStoredOnceAndAnswered(@TempDir Path folder) throws Exception {
    List<Callable<String>> works = new ArrayList<>();
    try (SqliteStore store = SqliteStore.open(folder.resolve("db"), SqliteStore.PATIENCE);
        ExecutorService threads = Executors.newFixedThreadPool(32)) {
      for (int i = 0; i < 2000; i++) {
        String name = "user" + i;
        works.add(() ->
            store.write(records -> {
              records.users().add(User.made(name, name, name, Instant.EPOCH));
              return name;
            }));
      }
      List<Future<String>> answers = threads.invokeAll(works);
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get()).isEqualTo("user" + i);
      }
      assertThat(users(store)).hasSize(2000);
    }
  }

  @Test
  void workThatFailsAmongOthersLeavesNothingAndDisturbsNobody(@TempDir Path folder)
      throws Exception {
    List<Callable<String>> works = new ArrayList<>();
    try (SqliteStore store = SqliteStore.open(folder.resolve("db"), SqliteStore.PATIENCE);
        ExecutorService threads = Executors.newFixedThreadPool(32)) {
      for (int i = 0; i < 600; i++) {
        String name = "user" + i;
        boolean fails = i % 3 == 0;
        works.add(() ->
            store.write(records -> {
              records.users().add(User.made(name, name, name, Instant.EPOCH));
              if (fails) {
                throw new UnknownUser(name);
              }
              return name;
            }));
      }
      List<Future<String>> answers = threads.invokeAll(works);
      for (int i = 0; i < answers.size(); i++) {
        Future<String> answer = answers.get(i);
        if (i % 3 == 0) {
          assertThatThrownBy(answer::get).hasCauseInstanceOf(UnknownUser.class);
        } else {
          assertThat(answer.get()).isEqualTo("user" + i);
        }
      }
      assertThat(users(store)).hasSize(400);
    }
  }

  @Test
  void readerSeesWhatWasStoredBeforeAndNotWhatIsBeingWritten(@TempDir Path folder)
      throws Exception {
    try (SqliteStore store = SqliteStore.open(folder.resolve("db"), SqliteStore.PATIENCE);
        ExecutorService threads = Executors.newFixedThreadPool(1)) {
      CountDownLatch writing = new CountDownLatch(1);
      CountDownLatch looked = new CountDownLatch(1);
      Future<String> written =
          threads.submit(() ->
              store.write(records -> {
                records.users().add(User.made("a", "ada", "Ada", Instant.EPOCH));
                writing.countDown();
                awaitQuietly(looked);
                return "";
              }));
      writing.await();
      assertThat(users(store)).isEmpty();
      looked.countDown();
      written.get();
      assertThat(users(store)).hasSize(1);
    }
  }

  @Test
  void workThatWritesOnceMoreIsADefectAndNoDeadlock(@TempDir Path folder) throws Exception {
    try (SqliteStore store = SqliteStore.open(folder.resolve("db"), SqliteStore.PATIENCE)) {
      assertThatThrownBy(() -> store.write(_ -> store.write(_ -> "")))
          .isInstanceOf(IllegalStateException.class);
      assertThat(users(store)).isEmpty();
    }
  }

  @Test
  void whoLooksUpSeesWhatIsStoredAndWaitsForNoOtherProcess(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("db");
    try (SqliteStore store = SqliteStore.open(file, SqliteStore.PATIENCE);
        SqliteStore elsewhere = SqliteStore.open(file, SqliteStore.PATIENCE)) {
      store.write(records -> {
        records.users().add(User.made("a", "ada", "Ada", Instant.EPOCH));
        return "";
      });
      String found =
          elsewhere.write(records -> {
            records.users().add(User.made("b", "bob", "Bob", Instant.EPOCH));
            return name(store, "ada") + name(store, "bob");
          });
      assertThat(found).isEqualTo("ada");
      assertThat(name(store, "bob")).isEqualTo("bob");
    }
  }

  @Test
  void lookUpsAmongWritesAreAnsweredAndOneThatFailsDisturbsNobody(@TempDir Path folder)
      throws Exception {
    List<Callable<String>> works = new ArrayList<>();
    try (SqliteStore store = SqliteStore.open(folder.resolve("db"), SqliteStore.PATIENCE);
        ExecutorService threads = Executors.newFixedThreadPool(32)) {
      for (int i = 0; i < 900; i++) {
        String name = "user" + i;
        works.add(
            switch (i % 3) {
              case 0 ->
                  () ->
                      store.write(records -> {
                        records.users().add(User.made(name, name, name, Instant.EPOCH));
                        return name;
                      });
              case 1 -> () -> name(store, "nobody") + name;
              default ->
                  () ->
                      store.lookUp(_ -> {
                        throw new UnknownUser(name);
                      });
            });
      }
      List<Future<String>> answers = threads.invokeAll(works);
      for (int i = 0; i < answers.size(); i++) {
        Future<String> answer = answers.get(i);
        if (i % 3 == 2) {
          assertThatThrownBy(answer::get).hasCauseInstanceOf(UnknownUser.class);
        } else {
          assertThat(answer.get()).isEqualTo("user" + i);
        }
      }
      assertThat(users(store)).hasSize(300);
    }
  }

  @Test
  void whereATransactionBreaksOffNobodyBelievesThatItWasDone() throws Throwable {
    AtomicBoolean broken = new AtomicBoolean(true);
    GroupCommit<String> commit =
        new GroupCommit<>(
            batch -> {
              if (broken.getAndSet(false)) {
                throw new OutOfMemoryError("of this test");
              }
              batch.forEach(job -> job.run("read"));
            },
            batch -> batch.forEach(job -> job.run("written")));
    assertThatThrownBy(() -> commit.read(records -> records)).isInstanceOf(OutOfMemoryError.class);
    assertThat(commit.read(records -> records)).isEqualTo("read");
    assertThat(commit.write(records -> records)).isEqualTo("written");
  }

  private static String name(SqliteStore store, String name) throws RelyingPartyException {
    return store.lookUp(records -> records.users().named(name).map(User::name).orElse(""));
  }

  private static List<User> users(SqliteStore store) throws Exception {
    return store.read(records -> records.users().all());
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
