package dev.touchstone.app.usecase.desk;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.account.AtTheDesk;
import dev.touchstone.app.usecase.account.Operators;
import dev.touchstone.rp.HelpDesk;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.Permission;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.desk.lost.Enrolments.Approved;
import dev.touchstone.rp.desk.lost.Enrolments.Listed;
import dev.touchstone.rp.desk.person.Hits;
import dev.touchstone.rp.desk.person.Overview;
import java.util.List;

/** People are found and looked at, and two operators agree on a new key. Each failure says why. */
public final class HelpPeople {

  private final RelyingParty relyingParty;
  private final Operators operators;

  public HelpPeople(RelyingParty relyingParty, Operators operators) {
    this.relyingParty = relyingParty;
    this.operators = operators;
  }

  /**
   * Finds people by name, address, credential id, or a key's serial number or label.
   *
   * @param skip how many of the best to leave out
   */
  public Hits find(String text, int skip, int limit) throws Failure {
    operators.permit(Permission.SEE_PEOPLE);
    return AtTheDesk.run(() -> desk().search().find(text, skip, limit));
  }

  /** All that is known of the person of this name or address, and what is wrong with it. */
  public Overview show(String person) throws Failure {
    operators.permit(Permission.SEE_PEOPLE);
    return AtTheDesk.run(() -> desk().people().show(person));
  }

  /** The same for a sheet of paper; a row in the audit trail tells of it. */
  public Overview handOut(String person) throws Failure {
    operators.permit(Permission.SEE_PEOPLE);
    return AtTheDesk.run(() -> desk().people().handOut(person, operators.caller()));
  }

  /** Requests for new keys, newest first. */
  public List<Listed> requests() throws Failure {
    operators.permit(Permission.SEE_PEOPLE);
    return AtTheDesk.run(() -> desk().enrolments().latest());
  }

  /** Asks for a new key for somebody who lost everything; needs an operator who signed in. */
  public Listed ask(String person, String reason) throws Failure {
    User operator = operators.require();
    return AtTheDesk.run(
        () -> desk().enrolments().ask(person, reason, operator, operators.caller()));
  }

  /** Agrees to that; needs another operator who signed in. */
  public Approved approve(String request) throws Failure {
    User operator = operators.require();
    return AtTheDesk.run(() -> desk().enrolments().approve(request, operator, operators.caller()));
  }

  /** Does not agree, takes the own request back, or calls the code of an approved one back. */
  public Listed decline(String request) throws Failure {
    User operator = operators.require();
    return AtTheDesk.run(() -> desk().enrolments().decline(request, operator, operators.caller()));
  }

  private HelpDesk desk() {
    return relyingParty.helpDesk();
  }
}
