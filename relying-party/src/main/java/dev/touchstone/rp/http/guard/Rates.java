package dev.touchstone.rp.http.guard;

import dev.touchstone.rp.limit.Allowance;

/**
 * How often strangers may try.
 *
 * @param address ceremonies from one address, whose people may be many
 * @param account ceremonies for one account from one address
 * @param tokens tokens from one address that are not accepted, and requests that make no sense
 */
public record Rates(Allowance address, Allowance account, Allowance tokens) {

  /** As often as anybody likes. */
  public static final Rates UNLIMITED =
      new Rates(Allowance.UNLIMITED, Allowance.UNLIMITED, Allowance.UNLIMITED);

  /** An office behind one address can sign in at nine; nobody can try all day. */
  public static final Rates USUAL =
      new Rates(new Allowance(600, 600), new Allowance(30, 30), new Allowance(60, 60));
}
