package dev.touchstone.app.usecase.account;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.admin.transfer.UserFileException;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;

/** Asks the relying party, and tells in the words of a person why it did not do it. */
public final class AtTheDesk {

  private AtTheDesk() {}

  /** Something that the relying party is asked. */
  @FunctionalInterface
  public interface Errand<T> {
    T run() throws RelyingPartyException, IOException, UserFileException, Failure;
  }

  /**
   * Runs the errand.
   *
   * @throws Failure as the relying party or a file refuses
   */
  public static <T> T run(Errand<T> errand) throws Failure {
    try {
      return errand.run();
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    } catch (UserFileException e) {
      throw new Failure(advice(String.valueOf(e.getMessage()), ""), e);
    } catch (CharacterCodingException e) {
      throw new Failure(
          advice("The file is no text in UTF-8.", "Save it as UTF-8, and try again."), e);
    } catch (IOException e) {
      throw new Failure(
          advice(
              "The file cannot be used: %s.".formatted(e.getMessage()),
              "Check its name, that you may use it, and that there is space left."),
          e);
    }
  }

  private static Advice advice(String happened, String next) {
    return new Advice(Advice.Kind.FAILED, happened, "Nothing was changed.", next, "");
  }
}
