package dev.touchstone.rp.ceremony.statement;

import dev.touchstone.rp.ceremony.check.Finding;
import dev.touchstone.rp.ceremony.response.Unreadable;

/** The verification procedure of one attestation statement format. */
interface StatementFormat {

  /**
   * Verifies the statement.
   *
   * @throws Unreadable if it has not the syntax of its format
   */
  Finding verify(Statement statement) throws Unreadable;
}
