package dev.touchstone.app.usecase;

import dev.touchstone.app.usecase.desk.HelpPeople;

/**
 * What is done at the help desk.
 *
 * @param people finds and shows them, and has two operators agree
 * @param lostKey a key is lost
 * @param redeeming registers a key by a one-time code
 */
public record DeskUseCases(HelpPeople people, ReplaceLostKey lostKey, Redeeming redeeming) {

  /** Registers keys for whoever has a one-time code. */
  @FunctionalInterface
  public interface Redeeming {

    /**
     * A registration for which the code pays.
     *
     * @param code as it was typed; it is judged when the registration begins
     */
    RegisterCredential by(String code);
  }
}
