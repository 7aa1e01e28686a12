package dev.touchstone.rp.failure;

import dev.touchstone.rp.account.Mistake;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The relying party could not even begin to judge. A ceremony that was judged and refused is no
 * exception but a verdict. The message says what was wrong, where, and what to do; it is meant for
 * a person and holds no secret.
 */
public abstract sealed class RelyingPartyException extends Exception {

  private RelyingPartyException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** There is no account of that name. */
  public static final class UnknownUser extends RelyingPartyException {
    public UnknownUser(String name) {
      super(
          "There is no user '%s'; list the users, or register a key for this one first."
              .formatted(name),
          null);
    }
  }

  /** There is no credential with that id. */
  public static final class UnknownCredential extends RelyingPartyException {
    public UnknownCredential(String id) {
      super(
          "There is no credential '%s'; list the credentials to see their ids.".formatted(id),
          null);
    }
  }

  /** There is no ceremony of that id and kind, or it has been forgotten. */
  public static final class UnknownCeremony extends RelyingPartyException {
    public UnknownCeremony(String id, String kind) {
      super(
          "There is no %s ceremony '%s', or it is so old that it was forgotten; begin a new one."
              .formatted(kind, id),
          null);
    }
  }

  /** The token that should tell which ceremony is answered is not ours. */
  public static final class ChallengeTokenInvalid extends RelyingPartyException {
    /**
     * Says why.
     *
     * @param why the end of a sentence about the token
     */
    public ChallengeTokenInvalid(String why) {
      super(
          "The challenge token cannot be used, because %s; begin a new ceremony.".formatted(why),
          null);
    }
  }

  /** What is said of an account cannot be right. */
  public static final class AccountInvalid extends RelyingPartyException {
    private final transient List<Mistake> mistakes;

    public AccountInvalid(List<Mistake> mistakes) {
      super(mistakes.stream().map(Mistake::sentence).collect(Collectors.joining(" ")), null);
      this.mistakes = List.copyOf(mistakes);
    }

    /** Each of them, by field. */
    public List<Mistake> mistakes() {
      return mistakes;
    }
  }

  /** What was asked for would take a name twice, or the last administrator away. */
  public static final class AccountConflict extends RelyingPartyException {
    public AccountConflict(String sentence) {
      super(sentence, null);
    }
  }

  /** What the operator asked for cannot be put into options. */
  public static final class RequestInvalid extends RelyingPartyException {
    public RequestInvalid(String sentence) {
      super(sentence, null);
    }
  }

  /** The text handed in is no response to a ceremony at all. The ceremony stays open. */
  public static final class ResponseMalformed extends RelyingPartyException {
    public ResponseMalformed(String sentence) {
      super(sentence, null);
    }
  }

  /** A secret that is kept encrypted cannot be read or kept. */
  public static final class SecretUnreadable extends RelyingPartyException {
    public SecretUnreadable(String sentence) {
      super(sentence, null);
    }

    public SecretUnreadable(String sentence, @Nullable Throwable cause) {
      super(sentence, cause);
    }

    /** The key is the right one, and the row is not as it was written. */
    public static SecretUnreadable damaged(String name, @Nullable Throwable cause) {
      return new SecretUnreadable(
          "The secret '%s' in the database is damaged or was exchanged; restore a copy of the database, or delete the secret to have it made or given anew."
              .formatted(name),
          cause);
    }

    /** The row is under a key that is not where the keys are. */
    public static SecretUnreadable keyMissing(String name, String keyId, String place) {
      return new SecretUnreadable(
          "The secret '%s' in the database is encrypted under the key %s, which is not in %s; put the right key there, as the other replicas and your back-ups have it."
              .formatted(name, keyId, place));
    }
  }

  /** The database cannot be used. */
  public static final class StoreUnavailable extends RelyingPartyException {

    /** What is the matter with it. */
    public enum Reason {
      READ_ONLY,
      LOCKED,
      DAMAGED,
      NEWER_PROGRAM,
      FULL,
      UNREACHABLE
    }

    private final Reason reason;

    /** A database that is a file. */
    public StoreUnavailable(Reason reason, Path file, @Nullable Throwable cause) {
      this(reason, sentence(reason, file), cause);
    }

    /** Any database, in words of its own. */
    public StoreUnavailable(Reason reason, String sentence, @Nullable Throwable cause) {
      super(sentence, cause);
      this.reason = reason;
    }

    public Reason reason() {
      return reason;
    }

    private static String sentence(Reason reason, Path file) {
      return switch (reason) {
        case READ_ONLY ->
            "The database %s is read-only; give yourself permission to write to it and its folder, or choose another data folder."
                .formatted(file);
        case LOCKED ->
            "The database %s is locked by another process; wait for it to finish or close it, then try again."
                .formatted(file);
        case DAMAGED ->
            "The database %s is damaged or is not a Touchstone database; move it away to begin with an empty one, or restore a copy."
                .formatted(file);
        case NEWER_PROGRAM ->
            "The database %s was written by a newer version of this program; use that version, or choose another data folder."
                .formatted(file);
        case FULL ->
            "The database %s cannot grow: its disk is full; make room there, nothing else is needed."
                .formatted(file);
        case UNREACHABLE ->
            "The database %s cannot be opened; check that its folder exists, can be written to, and has space left."
                .formatted(file);
      };
    }
  }
}
