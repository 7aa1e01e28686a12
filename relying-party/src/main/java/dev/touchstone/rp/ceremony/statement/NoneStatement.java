package dev.touchstone.rp.ceremony.statement;

import dev.touchstone.rp.ceremony.check.Finding;

/** WebAuthn Level 3 §8.7: an empty map, which proves nothing. */
final class NoneStatement implements StatementFormat {

  @Override
  public Finding verify(Statement statement) {
    int members = statement.attestation().statement().size();
    Finding finding =
        members == 0
            ? Finding.passed("The statement is empty, as 'none' must be.")
            : Finding.failedThoughNotForTheLibrary(
                "The format is 'none', yet the statement is not empty.");
    return finding.with("members of attStmt", "0", Integer.toString(members));
  }
}
