package dev.touchstone.key.webauthn.extension;

import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.largeblob.BlobCipher;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.webauthn.failure.WebAuthnException;
import dev.touchstone.key.webauthn.failure.WebAuthnException.KeyUnsuitable;
import dev.touchstone.key.webauthn.option.CreationOptions;
import dev.touchstone.key.webauthn.option.Member;
import dev.touchstone.key.webauthn.option.RequestOptions;
import java.util.Optional;

/** WebAuthn Level 3 §10.1.5 largeBlob: opaque data that the key keeps beside a credential. */
final class LargeBlob implements Extension {

  static final String ID = "largeBlob";

  private static final String SUPPORT = "support";
  private static final String READ = "read";
  private static final String WRITE = "write";

  private final BlobCipher cipher;

  LargeBlob(BlobCipher cipher) {
    this.cipher = cipher;
  }

  @Override
  public Optional<AtRegistration> atRegistration(
      CreationOptions options, boolean residentKey, Conversation conversation)
      throws WebAuthnException {
    Member input = options.extensions().member(ID);
    if (!input.isPresent()) {
      return Optional.empty();
    }
    for (String forSigningIn : new String[] {READ, WRITE}) {
      if (input.member(forSigningIn).isPresent()) {
        throw input.member(forSigningIn).unsupported("is for signing in only.");
      }
    }
    boolean required = input.member(SUPPORT).text().filter("required"::equals).isPresent();
    boolean capable = residentKey && isSupported(conversation);
    if (required && !capable) {
      throw new KeyUnsuitable(
          "NotSupportedError",
          isSupported(conversation)
              ? "This key keeps large blobs beside discoverable credentials only."
              : "This key cannot keep large blobs, which the options require.");
    }
    return Optional.of(new LargeBlobAtRegistration(capable));
  }

  @Override
  public Optional<AtAuthentication> atAuthentication(
      RequestOptions options, Conversation conversation) throws WebAuthnException {
    Member input = options.extensions().member(ID);
    if (!input.isPresent()) {
      return Optional.empty();
    }
    if (input.member(SUPPORT).isPresent()) {
      throw input.member(SUPPORT).unsupported("is for registration only.");
    }
    Optional<Bytes> write = input.member(WRITE).bytes();
    if (write.isPresent() && input.member(READ).isPresent()) {
      throw input.unsupported("can either read or write.");
    }
    if (write.isPresent() && options.allowCredentials().size() != 1) {
      throw input.member(WRITE).unsupported("needs exactly one allowed credential.");
    }
    if (write.isEmpty() && !input.member(READ).flag()) {
      return Optional.empty();
    }
    return Optional.of(
        new LargeBlobAtAuthentication(conversation, cipher, write, isSupported(conversation)));
  }

  private static boolean isSupported(Conversation conversation) {
    return conversation.info().supportsExtension("largeBlobKey")
        && conversation.info().options().largeBlobs();
  }
}
