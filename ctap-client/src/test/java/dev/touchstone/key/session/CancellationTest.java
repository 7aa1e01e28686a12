package dev.touchstone.key.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.key.ctap.KeyException.Stopped;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancellationTest {

  private final Cancellation cancellation = new Cancellation();
  private final List<String> ran = new ArrayList<>();

  @Test
  void firesOnceAndRemembersTheFirstReason() {
    cancellation.onCancel(() -> ran.add("one"));

    cancellation.expire();
    cancellation.cancel();

    assertThat(ran).containsExactly("one");
    assertThat(cancellation.why()).hasValue(Stopped.Why.TIMED_OUT);
  }

  @Test
  void whoComesLateIsToldAtOnce() {
    cancellation.cancel();

    cancellation.onCancel(() -> ran.add("late"));

    assertThat(ran).containsExactly("late");
  }

  @Test
  void whoseSubscriptionIsClosedIsNotTold() {
    cancellation.onCancel(() -> ran.add("closed")).close();

    cancellation.cancel();

    assertThat(ran).isEmpty();
  }

  @Test
  void checkingIsAllThatAStepBetweenCommandsNeeds() throws Exception {
    cancellation.check();

    cancellation.cancel();

    assertThatThrownBy(cancellation::check).isInstanceOf(Stopped.class);
  }
}
