package dev.touchstone.app.cli;

import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.UserQuery;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which users. */
final class UserFilterOptions {

  @Option(
      names = {"-s", "--search"},
      paramLabel = "WORDS",
      description = "Only those whose names, address, labels or serials have words that begin so.")
  private String search = "";

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = "Only these: user, support, auditor or admin.")
  private @Nullable Role role;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "Only these: active or disabled.")
  private @Nullable Status status;

  /** Whether nobody is left out. */
  boolean all() {
    return search.isBlank() && role == null && status == null;
  }

  UserQuery query(String after, int limit) {
    return new UserQuery(
        search, Optional.ofNullable(role), Optional.ofNullable(status), after, limit);
  }
}
