package dev.touchstone.key.ctap;

import dev.touchstone.key.transport.Symptom;
import dev.touchstone.key.transport.WireError;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Why a key did not do what it was asked. It refused ({@link KeyRefused}, {@link PinRefused}), it
 * was not asked ({@link NotPossible}), it cannot be reached or understood ({@link KeyGone}, {@link
 * ReplyGarbled}), or we stopped ({@link Stopped}). The message is a sentence for a person and holds
 * no secret.
 */
public abstract sealed class KeyException extends Exception {

  private final transient @Nullable WireError wireError;

  private KeyException(String message, @Nullable WireError wireError, @Nullable Throwable cause) {
    super(message, cause);
    this.wireError = wireError;
  }

  /** The raw code of the wire, or what was seen there; empty where the key itself answered. */
  public Optional<WireError> wireError() {
    return Optional.ofNullable(wireError);
  }

  /** The key answered with an error status, CTAP 2.3 §8.2. */
  public static final class KeyRefused extends KeyException {
    private final CtapStatus status;
    private final int code;

    /**
     * @param code the status byte as it came, 0 to 255
     */
    public KeyRefused(int code) {
      this(code, null);
    }

    /**
     * A U2F key refused, which it does by status words.
     *
     * @param code the status byte that a CTAP2 key would give
     */
    public KeyRefused(int code, WireError.@Nullable StatusWord word) {
      super(
          CtapStatus.of(code) == CtapStatus.UNKNOWN
              ? String.format(
                  Locale.ROOT,
                  "The key reports the error 0x%02x, which the specification does not list.",
                  code)
              : CtapStatus.of(code).sentence(),
          word,
          null);
      this.status = CtapStatus.of(code);
      this.code = code;
    }

    public CtapStatus status() {
      return status;
    }

    /** The status byte as it came, 0 to 255. */
    public int code() {
      return code;
    }
  }

  /**
   * A PIN was not taken: the one of the key (CTAP 2.3 §6.5.5.7), which may have cost a try, or one
   * that was to become it (§6.5.5.5, §6.5.5.6), which cost none.
   */
  public static final class PinRefused extends KeyException {

    /** What is wrong with the PIN. */
    public enum Kind {
      /** The key compared it and it is not the one. */
      WRONG("The PIN is wrong."),
      /** Shorter than the key's minimum; the key was not asked, so no try was lost. */
      TOO_SHORT("The PIN is too short."),
      /** Longer than 63 bytes; the key was not asked, so no try was lost. */
      TOO_LONG("The PIN is too long: at most 63 bytes as UTF-8."),
      /** Three wrong ones in a row: the key takes no PIN before it is plugged in again. */
      REPLUG_NEEDED("Too many wrong PINs in a row. Unplug the key and plug it in again."),
      /** No tries left: only a reset, which deletes all credentials, makes the key usable again. */
      BLOCKED("The PIN is blocked. Only a reset, which deletes every credential, helps."),
      /** The key wants another PIN to be set before it takes this one again. */
      CHANGE_REQUIRED("The key wants its PIN changed before it can be used."),
      /** The key can have no PIN: an old U2F key, or one with a finger only. */
      NOT_SUPPORTED("This key has no PIN."),
      /** There is a PIN already; it can be changed by who knows it. */
      ALREADY_SET("The key has a PIN already."),
      /** There is no PIN to change. */
      NOT_SET("The key has no PIN yet."),
      /** Fewer code points than the key's minimum; the key was not asked. */
      NEW_TOO_SHORT("The new PIN is too short."),
      /** More than 63 bytes, or than the key takes; the key was not asked. */
      NEW_TOO_LONG("The new PIN is too long."),
      /** A key could not tell where it ends; the key was not asked. */
      NEW_ENDS_IN_NUL("The new PIN ends in a NUL character."),
      /** The key itself turned it down, as too simple or as not new. */
      NEW_AGAINST_POLICY("The key does not accept this new PIN.");

      private final String sentence;

      Kind(String sentence) {
        this.sentence = sentence;
      }

      /** One sentence for a person. */
      public String sentence() {
        return sentence;
      }
    }

    private final Kind kind;
    private final OptionalInt triesLeft;

    /**
     * @param triesLeft before the key blocks itself; empty when the key did not tell
     */
    public PinRefused(Kind kind, OptionalInt triesLeft) {
      this(kind, kind.sentence() + triesLeftSentence(kind, triesLeft), triesLeft);
    }

    /** For what has nothing to do with tries. */
    public PinRefused(Kind kind) {
      this(kind, kind.sentence(), OptionalInt.empty());
    }

    /**
     * The same.
     *
     * @param message the kind's sentence, with the key's own numbers
     */
    public PinRefused(Kind kind, String message) {
      this(kind, message, OptionalInt.empty());
    }

    private PinRefused(Kind kind, String message, OptionalInt triesLeft) {
      super(message, null, null);
      this.kind = kind;
      this.triesLeft = triesLeft;
    }

    public Kind kind() {
      return kind;
    }

    public OptionalInt triesLeft() {
      return triesLeft;
    }

    private static String triesLeftSentence(Kind kind, OptionalInt triesLeft) {
      if (triesLeft.isEmpty() || kind == Kind.BLOCKED) {
        return "";
      }
      int tries = triesLeft.getAsInt();
      return tries == 1 ? " One try is left." : " " + tries + " tries are left.";
    }
  }

  /**
   * The key was not asked, because that would have been in vain or have done harm, or could not be.
   * Nothing was changed.
   */
  public static final class NotPossible extends KeyException {

    /** What stands in the way. */
    public enum Obstacle {
      /** This key cannot do it, as it tells itself. */
      NOT_SUPPORTED,
      /** What was named is not on the key. */
      NOT_FOUND,
      /** It is larger than the key has room for, or longer than it takes. */
      TOO_LARGE,
      /** The key was changed by somebody since it was looked at. */
      CHANGED_MEANWHILE,
      /** What the key holds cannot be understood. */
      DAMAGED,
      /** Another program, or another command of this one, is using the key. */
      IN_USE,
      /** The operating system does not let this user open the key. */
      NOT_PERMITTED
    }

    private final Obstacle obstacle;

    /**
     * @param message why not, in one sentence; then what can be done, in the others
     */
    public NotPossible(Obstacle obstacle, String message) {
      this(
          obstacle,
          message,
          switch (obstacle) {
            case IN_USE -> Symptom.IN_USE;
            case NOT_PERMITTED -> Symptom.NOT_PERMITTED;
            case NOT_SUPPORTED, NOT_FOUND, TOO_LARGE, CHANGED_MEANWHILE, DAMAGED -> null;
          },
          null);
    }

    /** The same with what the wire told. */
    public NotPossible(
        Obstacle obstacle, String message, @Nullable WireError error, @Nullable Throwable cause) {
      super(message, error, cause);
      this.obstacle = obstacle;
    }

    public Obstacle obstacle() {
      return obstacle;
    }
  }

  /** The key was unplugged, or stopped answering. */
  public static final class KeyGone extends KeyException {
    public KeyGone(String message) {
      super(message, Symptom.UNPLUGGED, null);
    }

    public KeyGone(String message, Throwable cause) {
      this(message, Symptom.UNPLUGGED, cause);
    }

    public KeyGone(String message, WireError error, @Nullable Throwable cause) {
      super(message, error, cause);
    }
  }

  /** What the key sent is not what the specification says. */
  public static final class ReplyGarbled extends KeyException {
    public ReplyGarbled(String message) {
      super(message, Symptom.NOT_THE_PROTOCOL, null);
    }

    public ReplyGarbled(String message, Throwable cause) {
      this(message, Symptom.NOT_THE_PROTOCOL, cause);
    }

    public ReplyGarbled(String message, WireError error, @Nullable Throwable cause) {
      super(message, error, cause);
    }
  }

  /** We stopped: the person cancelled, or the time that was given ran out. */
  public static final class Stopped extends KeyException {

    /** Who stopped. */
    public enum Why {
      /** The person cancelled, or declined to type a PIN or to choose an account. */
      CANCELLED("Cancelled."),
      /** The ceremony's time ran out. */
      TIMED_OUT("The time for this ran out.");

      private final String sentence;

      Why(String sentence) {
        this.sentence = sentence;
      }
    }

    private final Why why;

    public Stopped(Why why) {
      super(why.sentence, null, null);
      this.why = why;
    }

    public Why why() {
      return why;
    }
  }
}
