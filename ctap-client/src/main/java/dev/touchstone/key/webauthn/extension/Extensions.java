package dev.touchstone.key.webauthn.extension;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.key.ctap.ClientPin.Permission;
import dev.touchstone.key.ctap.CredentialId;
import dev.touchstone.key.ctap.GetAssertion;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.MakeCredential;
import dev.touchstone.key.largeblob.BlobCipher;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.uv.Verification;
import dev.touchstone.key.webauthn.failure.WebAuthnException;
import dev.touchstone.key.webauthn.option.CreationOptions;
import dev.touchstone.key.webauthn.option.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All extensions that the client knows, as one. Others are ignored, as a client has to. */
public final class Extensions {

  private final List<Extension> all;

  /**
   * The extensions as the program has them.
   *
   * @param largeBlobs how large blobs are sealed
   */
  public Extensions(BlobCipher largeBlobs) {
    all =
        List.of(
            new CredProps(),
            new CredProtect(),
            new Prf(),
            new HmacCreateSecret(),
            new MinPinLength(),
            new LargeBlob(largeBlobs));
  }

  /**
   * Reads the inputs of a registration.
   *
   * @param residentKey whether the credential will be discoverable
   * @throws WebAuthnException if an input is malformed, or asks for what the key does not have
   */
  public Registration of(CreationOptions options, boolean residentKey, Conversation conversation)
      throws WebAuthnException {
    List<AtRegistration> wanted = new ArrayList<>();
    for (Extension extension : all) {
      extension.atRegistration(options, residentKey, conversation).ifPresent(wanted::add);
    }
    return new Registration(wanted);
  }

  /**
   * Reads the inputs of an authentication.
   *
   * @throws WebAuthnException if an input is malformed
   */
  public Authentication of(RequestOptions options, Conversation conversation)
      throws WebAuthnException {
    List<AtAuthentication> wanted = new ArrayList<>();
    for (Extension extension : all) {
      extension.atAuthentication(options, conversation).ifPresent(wanted::add);
    }
    return new Authentication(wanted);
  }

  /** Those that take part in one registration. */
  public static final class Registration {
    private final List<AtRegistration> wanted;

    private Registration(List<AtRegistration> wanted) {
      this.wanted = wanted;
    }

    /** What the key has to know. */
    public MakeCredential.Extensions inputs() throws KeyException {
      MakeCredential.Extensions inputs = MakeCredential.Extensions.NONE;
      for (AtRegistration extension : wanted) {
        inputs = extension.input(inputs);
      }
      return inputs;
    }

    /** The client extension results, WebAuthn Level 3 §5.7.2 in JSON. */
    public ObjectNode outputs(MakeCredential.Reply reply) throws KeyException {
      ObjectNode results = JsonNodeFactory.instance.objectNode();
      for (AtRegistration extension : wanted) {
        extension.output(reply, results);
      }
      return results;
    }
  }

  /** Those that take part in one authentication. */
  public static final class Authentication {
    private final List<AtAuthentication> wanted;

    private Authentication(List<AtAuthentication> wanted) {
      this.wanted = wanted;
    }

    /** What a token has to permit besides the assertion. */
    public Set<Permission> permissions() {
      return wanted.stream()
          .flatMap(extension -> extension.permissions().stream())
          .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether an input depends on the credential, so that it has to be known beforehand. */
    public boolean needCredential() {
      return wanted.stream().anyMatch(AtAuthentication::needsCredential);
    }

    /**
     * What the key has to know.
     *
     * @param credential the one that will be used, where that is known
     */
    public GetAssertion.Extensions inputs(Optional<CredentialId> credential) throws KeyException {
      GetAssertion.Extensions inputs = GetAssertion.Extensions.NONE;
      for (AtAuthentication extension : wanted) {
        inputs = extension.input(inputs, credential);
      }
      return inputs;
    }

    /** The client extension results, WebAuthn Level 3 §5.7.2 in JSON. */
    public ObjectNode outputs(GetAssertion.Reply reply, Verification verification)
        throws KeyException {
      ObjectNode results = JsonNodeFactory.instance.objectNode();
      for (AtAuthentication extension : wanted) {
        extension.output(reply, verification, results);
      }
      return results;
    }
  }
}
