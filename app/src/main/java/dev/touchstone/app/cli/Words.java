package dev.touchstone.app.cli;

import dev.touchstone.app.jwt.Forgery;
import dev.touchstone.app.jwt.JwtAlgorithm;
import dev.touchstone.rp.ceremony.CounterPolicy;
import dev.touchstone.rp.mail.template.MailKind;
import dev.touchstone.rp.token.Scope;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The words that an option takes, for a shell to complete; whether they fit is judged elsewhere.
 * Within a command, options with other words need another {@code paramLabel}: the script names its
 * lists by that.
 */
abstract class Words implements Iterable<String> {

  private final List<String> words;

  private Words(String... words) {
    this.words = List.of(words);
  }

  @Override
  public Iterator<String> iterator() {
    return words.iterator();
  }

  /** Algorithms of JWTs. */
  static final class JwtAlgorithms extends Words {
    JwtAlgorithms() {
      super(Stream.of(JwtAlgorithm.values()).map(JwtAlgorithm::word).toArray(String[]::new));
    }
  }

  /** Ways to sign badly. */
  static final class Forgeries extends Words {
    Forgeries() {
      super(
          Stream.concat(Stream.of("list"), Stream.of(Forgery.values()).map(Forgery::word))
              .toArray(String[]::new));
    }
  }

  /** How a connection to a mail server is encrypted. */
  static final class MailSecurity extends Words {
    MailSecurity() {
      super("starttls", "tls", "none");
    }
  }

  /** RFC 6238 §1.2. */
  static final class OtpHashes extends Words {
    OtpHashes() {
      super("SHA1", "SHA256", "SHA512");
    }
  }

  /** The occasions of mail. */
  static final class MailKinds extends Words {
    MailKinds() {
      super(Stream.of(MailKind.values()).map(MailKind::word).toArray(String[]::new));
    }
  }

  /** The parts of a letter. */
  static final class LetterParts extends Words {
    LetterParts() {
      super("subject", "text", "html");
    }
  }

  /** What an API token may be used for. */
  static final class Scopes extends Words {
    Scopes() {
      super(Scope.forScripts().stream().map(Scope::word).toArray(String[]::new));
    }
  }

  /** What signs access tokens. */
  static final class TokenAlgorithms extends Words {
    TokenAlgorithms() {
      super("ES256", "EdDSA", "HS256");
    }
  }

  /** What became of a mail. */
  static final class MailStates extends Words {
    MailStates() {
      super("waiting", "sent", "failed", "withheld");
    }
  }

  /** WebAuthn Level 3 §5.8.6 and §5.4.6. */
  static final class Requirement extends Words {
    Requirement() {
      super("required", "preferred", "discouraged");
    }
  }

  /** WebAuthn Level 3 §5.4.7. */
  static final class Attestation extends Words {
    Attestation() {
      super("none", "indirect", "direct", "enterprise");
    }
  }

  /** WebAuthn Level 3 §5.8.7. */
  static final class Hint extends Words {
    Hint() {
      super("security-key", "client-device", "hybrid");
    }
  }

  /** In the letters of the help. */
  static final class Policy extends Words {
    Policy() {
      super(
          Stream.of(CounterPolicy.values())
              .map(policy -> policy.name().toLowerCase(Locale.ROOT))
              .toArray(String[]::new));
    }
  }

  /** How a virtual key gets its touches. */
  static final class TouchedBy extends Words {
    TouchedBy() {
      super("person", "itself");
    }
  }

  /** What a server speaks. */
  static final class ServerApi extends Words {
    ServerApi() {
      super("touchstone", "conformance");
    }
  }
}
