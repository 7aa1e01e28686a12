package dev.touchstone.key.ctap;

/** Names a public key credential: PublicKeyCredentialDescriptor of type {@code public-key}. */
public record CredentialId(Bytes bytes) {

  @Override
  public String toString() {
    return bytes.base64Url();
  }
}
