package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.factor.Budgets;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** What is left of daily budgets, in the table {@code budget}. */
final class JdbcBudgets implements Budgets {

  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long THOUSANDTHS = 1000;

  private final Handle handle;

  JdbcBudgets(Handle handle) {
    this.handle = handle;
  }

  /**
   * The row is there and locked before it is read, so that two who take at the same moment take one
   * after the other.
   */
  @Override
  public boolean take(String name, int full, int amount, Instant now) {
    long most = full * THOUSANDTHS;
    handle.execute(
        """
        INSERT INTO budget (name, left_over, at) VALUES (?, ?, ?)
        ON CONFLICT (name) DO UPDATE SET at = budget.at
        """,
        name,
        most,
        now.toEpochMilli());
    Left left =
        handle
            .createQuery("SELECT left_over, at FROM budget WHERE name = ?")
            .bind(0, name)
            .map((row, context) -> new Left(row.getLong("left_over"), row.getLong("at")))
            .one();
    long there = left.there(now, most);
    long wanted = amount * THOUSANDTHS;
    if (there < wanted) {
      return false;
    }
    handle.execute(
        "UPDATE budget SET left_over = ?, at = ? WHERE name = ?",
        there - wanted,
        Math.max(now.toEpochMilli(), left.at()),
        name);
    return true;
  }

  @Override
  public void forgetBefore(Instant when) {
    handle.execute("DELETE FROM budget WHERE at < ?", when.toEpochMilli());
  }

  @Override
  public void give(String name, int full, int amount, Instant now) {
    handle.execute(
        "UPDATE budget SET left_over = CASE WHEN left_over + ? > ? THEN ? ELSE left_over + ? END"
            + " WHERE name = ?",
        amount * THOUSANDTHS,
        full * THOUSANDTHS,
        full * THOUSANDTHS,
        amount * THOUSANDTHS,
        name);
  }

  @Override
  public int left(String name, int full, Instant now) {
    long most = full * THOUSANDTHS;
    long there =
        handle
            .createQuery("SELECT left_over, at FROM budget WHERE name = ?")
            .bind(0, name)
            .map((row, context) -> new Left(row.getLong("left_over"), row.getLong("at")))
            .findOne()
            .map(it -> it.there(now, most))
            .orElse(most);
    return (int) (there / THOUSANDTHS);
  }

  private record Left(long amount, long at) {

    private long there(Instant now, long most) {
      long passed = Math.clamp(now.toEpochMilli() - at, 0, DAY);
      return Math.min(most, amount + most * passed / DAY);
    }
  }
}
