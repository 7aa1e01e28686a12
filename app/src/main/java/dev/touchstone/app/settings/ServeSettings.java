package dev.touchstone.app.settings;

import dev.touchstone.rp.http.guard.Rates;
import dev.touchstone.rp.limit.Allowance;

/**
 * How the relying party is served to others.
 *
 * @param rates how often strangers may try
 */
public record ServeSettings(Rates rates) {

  /** What holds until somebody chooses otherwise. */
  public static final ServeSettings USUAL = new ServeSettings(Rates.USUAL);

  /** The same with another limit on the ceremonies of one address. */
  public ServeSettings withLimitPerAddress(Allowance allowance) {
    return new ServeSettings(new Rates(allowance, rates.account(), rates.tokens()));
  }

  /** The same with another limit on the ceremonies for one account from one address. */
  public ServeSettings withLimitPerAccount(Allowance allowance) {
    return new ServeSettings(new Rates(rates.address(), allowance, rates.tokens()));
  }
}
