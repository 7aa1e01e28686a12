package dev.touchstone.key.trace;

import dev.touchstone.key.session.Interaction;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.PinRequest;
import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.entry.PersonAct;
import dev.touchstone.key.trace.entry.Timeline;
import java.util.List;
import java.util.Optional;

/** Writes down what the person is asked, and whether there was an answer; never the answer. */
record RecordedPerson(Interaction person, int connection, Timeline timeline)
    implements Interaction {

  /** Once, however often it is asked for. */
  static Interaction over(Interaction person, int connection, Timeline timeline) {
    return person instanceof RecordedPerson recorded && recorded.connection == connection
        ? person
        : new RecordedPerson(person, connection, timeline);
  }

  @Override
  public void touchWanted() {
    tell(PersonAct.TOUCH_WANTED, "");
    person.touchWanted();
  }

  @Override
  public void touchEnded() {
    tell(PersonAct.TOUCH_ENDED, "");
    person.touchEnded();
  }

  @Override
  public Optional<Pin> pinWanted(PinRequest request) {
    tell(PersonAct.PIN_WANTED, words(request));
    Optional<Pin> pin = person.pinWanted(request);
    tell(pin.isPresent() ? PersonAct.PIN_GIVEN : PersonAct.PIN_DECLINED, "");
    return pin;
  }

  private static String words(PinRequest request) {
    StringBuilder words = new StringBuilder(request.reason());
    request.lastMistake().ifPresent(it -> words.append(' ').append(it.sentence()));
    request.triesLeft().ifPresent(it -> words.append(" Tries left: ").append(it).append('.'));
    return words.toString();
  }

  @Override
  public int chooseAccount(List<Account> accounts) {
    tell(PersonAct.ACCOUNT_WANTED, "One of %d.".formatted(accounts.size()));
    int chosen = person.chooseAccount(accounts);
    if (chosen < 0) {
      tell(PersonAct.ACCOUNT_DECLINED, "");
    } else {
      tell(PersonAct.ACCOUNT_CHOSEN, "Number %d.".formatted(chosen + 1));
    }
    return chosen;
  }

  private void tell(PersonAct act, String sentence) {
    timeline.add(new Entry.Person(connection, timeline.now(), act, sentence));
  }
}
