package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code touchstone users password} */
@Command(
    name = "password",
    header = "Show whether anybody may sign in by a password",
    description = {
      "",
      "For systems that still need it; off at first. A password counts only together with a device"
          + " for one-time passwords.",
      ""
    },
    commandListHeading = "%nCommands:%n")
final class PasswordSettingCommand extends TouchstoneCommand {

  PasswordSettingCommand(RootCommand root) {
    super(root);
  }

  static String sentence(boolean allowed) {
    return allowed
        ? "Who has a password and a device for one-time passwords may sign in by both."
        : "Nobody may sign in by a password; 'users password allow' changes that.";
  }

  @Override
  int run(UseCases useCases) throws Failure {
    boolean allowed = useCases.passwords().isAllowed();
    answer(_ -> PasswordDocuments.setting(allowed), List.of(sentence(allowed)));
    return ExitCode.DONE;
  }

  /** Allows it or not. */
  abstract static class Switch extends TouchstoneCommand {

    private final boolean allowed;

    @Mixin private ChangeOptions change = new ChangeOptions();

    Switch(RootCommand root, boolean allowed) {
      super(root);
      this.allowed = allowed;
    }

    @Override
    int run(UseCases useCases) throws Failure {
      String preview =
          allowed
              ? "Would let everybody sign in who has a password and a device for one-time"
                  + " passwords."
              : "Would let nobody sign in by a password; what is stored stays.";
      boolean done = change.wanted(root.context(), List.of(preview), true);
      if (done) {
        boolean _ = useCases.passwords().allow(allowed);
      }
      answer(
          _ -> PasswordDocuments.switched(done, allowed),
          done ? List.of(sentence(allowed)) : List.of(preview, "Nothing was changed."));
      return ExitCode.DONE;
    }
  }

  /** {@code touchstone users password allow} */
  @Command(
      name = "allow",
      header = "Let users sign in by password and one-time password",
      description = {"", "By POST /auth/credentials of a server.", ""})
  static final class Allow extends Switch {
    Allow(RootCommand root) {
      super(root, true);
    }
  }

  /** {@code touchstone users password forbid} */
  @Command(
      name = "forbid",
      header = "Let nobody sign in by a password",
      description = {"", "As it is at first; passwords that are stored stay.", ""})
  static final class Forbid extends Switch {
    Forbid(RootCommand root) {
      super(root, false);
    }
  }
}
