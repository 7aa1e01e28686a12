package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.factor.ManagePasswords;
import dev.touchstone.rp.factor.password.account.Passwords;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is done with the password of one user. */
abstract class PasswordCommand extends TouchstoneCommand {

  private static final String UNCHANGED = "Nothing was changed.";

  @Parameters(index = "0", paramLabel = "NAME", description = "The user.")
  private String user = "";

  PasswordCommand(RootCommand root) {
    super(root);
  }

  String user() {
    return user;
  }

  String shownUser() {
    return Visible.line(user);
  }

  /** {@code touchstone users password show} */
  @Command(
      name = "show",
      header = "Show whether a user has a password",
      description = {"", "Never the password.", ""})
  static final class Show extends PasswordCommand {
    Show(RootCommand root) {
      super(root);
    }

    @Override
    int run(UseCases useCases) throws Failure {
      Passwords.State state = useCases.passwords().state(user());
      boolean allowed = useCases.passwords().isAllowed();
      answer(
          _ -> PasswordDocuments.state(user(), state, allowed),
          List.of(
              "'%s' has %s, and %s."
                  .formatted(
                      shownUser(),
                      state.isSet() ? "a password" : "no password",
                      state.hasDevice()
                          ? "a device for one-time passwords"
                          : "no device for one-time passwords, without which a password is of no"
                              + " use"),
              PasswordSettingCommand.sentence(allowed)));
      return ExitCode.DONE;
    }
  }

  /** {@code touchstone users password set} */
  @Command(
      name = "set",
      header = "Give a user a password",
      description = {
        "",
        "It is typed twice without echo, or read from standard input as one line, and stored as a"
            + " hash. It counts only together with a device for one-time passwords.",
        ""
      })
  static final class Set extends PasswordCommand {

    @Option(names = "--password-stdin", description = "Read the password from standard input.")
    private boolean passwordStdin;

    @Mixin private ChangeOptions change = new ChangeOptions();

    Set(RootCommand root) {
      super(root);
    }

    @Override
    int run(UseCases useCases) throws Failure {
      ManagePasswords passwords = useCases.passwords();
      String preview =
          passwords.state(user()).isSet()
              ? "Would give '%s' another password; the one before counts no more."
                  .formatted(shownUser())
              : "Would give '%s' a password.".formatted(shownUser());
      boolean done = change.wanted(root.context(), List.of(preview), !passwordStdin);
      if (done) {
        char[] password = ask();
        try {
          passwords.set(user(), password);
        } finally {
          Arrays.fill(password, '\0');
        }
      }
      answer(
          _ -> PasswordDocuments.changed(done, user()),
          done
              ? List.of("'%s' has a password.".formatted(shownUser()))
              : List.of(preview, UNCHANGED));
      return ExitCode.DONE;
    }

    private char[] ask() throws Failure {
      char[] password = SecretQuestion.ask(root.context(), passwordStdin, "Password: ", "password");
      if (passwordStdin || !terminal().inIsTerminal()) {
        return password;
      }
      char[] again =
          SecretQuestion.ask(root.context(), false, "Password once more: ", "second password");
      boolean same = Arrays.equals(password, again);
      Arrays.fill(again, '\0');
      if (!same) {
        Arrays.fill(password, '\0');
        throw new Failure(
            new Advice(
                Advice.Kind.USAGE,
                "These were two different passwords.",
                UNCHANGED,
                "Type the same one twice.",
                ""));
      }
      return password;
    }
  }

  /** {@code touchstone users password remove} */
  @Command(
      name = "remove",
      header = "Take a user's password away",
      description = {"", "Passkeys and the device for one-time passwords stay.", ""})
  static final class Remove extends PasswordCommand {

    @Mixin private ChangeOptions change = new ChangeOptions();

    Remove(RootCommand root) {
      super(root);
    }

    @Override
    int run(UseCases useCases) throws Failure {
      boolean there = useCases.passwords().state(user()).isSet();
      String preview =
          there
              ? "Would take the password of '%s' away.".formatted(shownUser())
              : "'%s' has no password.".formatted(shownUser());
      boolean done =
          there
              && change.wanted(root.context(), List.of(preview), true)
              && useCases.passwords().remove(user());
      answer(
          _ -> PasswordDocuments.changed(done, user()),
          done
              ? List.of("'%s' has no password any more.".formatted(shownUser()))
              : List.of(preview, UNCHANGED));
      return ExitCode.DONE;
    }
  }
}
