package dev.touchstone.rp;

import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.desk.lost.Enrolments;
import dev.touchstone.rp.desk.lost.LostKey;
import dev.touchstone.rp.desk.lost.Redemption;
import dev.touchstone.rp.desk.operator.OperatorSessions;
import dev.touchstone.rp.desk.person.People;
import dev.touchstone.rp.desk.person.PersonSearch;
import dev.touchstone.rp.factor.email.check.EmailFactor;
import dev.touchstone.rp.secret.SigningKeys;
import java.time.InstantSource;

/**
 * What is done at the help desk.
 *
 * @param search finds people
 * @param people what is known of one
 * @param lostKey a key is lost, and its owner can prove who they are
 * @param enrolments everything is lost, and two operators agree
 * @param redemption the code that those two gave
 * @param operators who is signed in to the console
 */
public record HelpDesk(
    PersonSearch search,
    People people,
    LostKey lostKey,
    Enrolments enrolments,
    Redemption redemption,
    OperatorSessions operators) {

  static HelpDesk over(
      Store store,
      Redemption.Registrations registrations,
      EmailFactor email,
      SigningKeys keys,
      Settings settings) {
    InstantSource clock = settings.clock();
    return new HelpDesk(
        new PersonSearch(store),
        new People(store, clock),
        new LostKey(store, email.identity(), clock),
        new Enrolments(store, keys, clock, settings.random()),
        new Redemption(store, registrations, keys, clock),
        new OperatorSessions(store, clock, settings.random()));
  }
}
