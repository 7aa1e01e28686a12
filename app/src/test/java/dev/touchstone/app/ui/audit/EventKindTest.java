package dev.touchstone.app.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.rp.audit.AuditEvents;
import java.lang.reflect.Field;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class EventKindTest {

  @Test
  void everyEventIsOfSomeKindThatCanBeChosen() throws Exception {
    for (Field field : AuditEvents.class.getFields()) {
      String event = (String) field.get(null);
      assertThat(EventKind.values()).as(event).anyMatch(kind -> holds(kind, event));
    }
  }

  @Test
  void noKindIsEmpty() throws Exception {
    Field[] events = AuditEvents.class.getFields();
    for (EventKind kind : EventKind.values()) {
      for (String name : kind.events()) {
        assertThat(Arrays.stream(events).map(EventKindTest::word))
            .as("%s of %s", name, kind)
            .anyMatch(event -> begins(event, name));
      }
    }
  }

  private static String word(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean holds(EventKind kind, String event) {
    return kind.events().stream().anyMatch(name -> begins(event, name));
  }

  private static boolean begins(String event, String name) {
    return event.equals(name) || event.startsWith(name + ".");
  }
}
