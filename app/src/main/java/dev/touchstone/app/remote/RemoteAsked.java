package dev.touchstone.app.remote;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.party.Party;
import dev.touchstone.rp.ceremony.Verdict;

/**
 * What a server asked.
 *
 * @param judge takes the answer there
 */
record RemoteAsked(String optionsJson, Judge judge) implements Party.Asked {

  /** Hands the answer in, and brings the verdict back. */
  @FunctionalInterface
  interface Judge {
    Verdict judge(String responseJson) throws Failure;
  }

  @Override
  public Verdict answer(String responseJson) throws Failure {
    return judge.judge(responseJson);
  }
}
