package dev.touchstone.rp.factor.email.check;

import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.failure.RelyingPartyException;

/** A factor that an account can have beside the mailbox. */
public interface SecondFactor {

  /** Gets the keys, outside of any transaction. */
  void ready() throws RelyingPartyException;

  /** Whether this account has it. */
  boolean isSetUp(Records records, User user);

  /** Whether this proves it; what it costs is stored with the transaction. */
  boolean accepts(Records records, User user, String typed, Caller caller)
      throws RelyingPartyException;
}
