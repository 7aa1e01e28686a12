package dev.touchstone.key.webauthn.failure;

/**
 * Why a ceremony could not be done, as far as it is not the key's doing. The message is a sentence
 * for a person; {@link #domExceptionName} is what a browser's {@code navigator.credentials} would
 * have rejected with.
 */
public abstract sealed class WebAuthnException extends Exception {

  private final String domExceptionName;

  private WebAuthnException(String domExceptionName, String message) {
    super(message);
    this.domExceptionName = domExceptionName;
  }

  /** Such as {@code SecurityError}; {@code TypeError} for JSON that a browser could not convert. */
  public String domExceptionName() {
    return domExceptionName;
  }

  /** The options are malformed, or ask for what cannot be. */
  public static final class OptionsRejected extends WebAuthnException {
    private final String member;

    /**
     * @param member where, such as {@code user.id}; {@code options} for the whole
     */
    public OptionsRejected(String domExceptionName, String member, String problem) {
      super(domExceptionName, subject(member) + " " + problem);
      this.member = member;
    }

    private static String subject(String member) {
      return member.equals("options") ? "The text of the options" : "The options' member " + member;
    }

    public String member() {
      return member;
    }
  }

  /** The RP ID does not belong to the origin, or the origin cannot use WebAuthn. */
  public static final class OriginRefused extends WebAuthnException {
    public OriginRefused(String message) {
      super("SecurityError", message);
    }
  }

  /** The key already holds a credential of the exclude list. */
  public static final class CredentialExcluded extends WebAuthnException {
    public CredentialExcluded() {
      super(
          "InvalidStateError",
          "This key is registered already: it holds a credential of the exclude list.");
    }
  }

  /** The key holds no credential that would do for this sign-in. */
  public static final class NoMatchingCredential extends WebAuthnException {
    public NoMatchingCredential(String message) {
      super("NotAllowedError", message);
    }
  }

  /** The key cannot do what the options require. */
  public static final class KeyUnsuitable extends WebAuthnException {

    /** What would make it suitable. */
    public enum Remedy {
      /** Nothing that can be done to this key. */
      NONE,
      /** A PIN, which it could have. */
      SET_PIN
    }

    private final Remedy remedy;

    public KeyUnsuitable(String domExceptionName, String message) {
      this(domExceptionName, message, Remedy.NONE);
    }

    public KeyUnsuitable(String domExceptionName, String message, Remedy remedy) {
      super(domExceptionName, message);
      this.remedy = remedy;
    }

    public Remedy remedy() {
      return remedy;
    }
  }
}
