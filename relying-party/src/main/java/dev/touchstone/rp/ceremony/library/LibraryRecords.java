package dev.touchstone.rp.ceremony.library;

import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.CredentialRecord;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.ceremony.Stored;
import java.util.Optional;
import java.util.Set;

/**
 * What is stored as the library asks for it: that which the calling thread was given with {@link
 * #CURRENT}, so that one judge, which is dear to make, serves all ceremonies.
 */
final class LibraryRecords implements CredentialRepository {

  /** What the ceremony being judged sees. */
  static final ScopedValue<Stored> CURRENT = ScopedValue.newInstance();

  static ByteArray byteArray(Bytes bytes) {
    return new ByteArray(bytes.toArray());
  }

  private static Bytes bytes(ByteArray bytes) {
    return Bytes.of(bytes.getBytes());
  }

  /** It would be asked for options, which we make ourselves. */
  @Override
  public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String userName) {
    throw new UnsupportedOperationException("the library judges and makes no options");
  }

  @Override
  public Optional<ByteArray> getUserHandleForUsername(String userName) {
    return CURRENT.get().account(userName).map(user -> byteArray(Bytes.ofBase64Url(user.handle())));
  }

  @Override
  public Optional<String> getUsernameForUserHandle(ByteArray userHandle) {
    return CURRENT.get().account(bytes(userHandle)).map(User::name);
  }

  @Override
  public Optional<RegisteredCredential> lookup(ByteArray credentialId, ByteArray userHandle) {
    return CURRENT
        .get()
        .credential(bytes(credentialId))
        .filter(record -> record.userHandle().equals(bytes(userHandle)))
        .map(LibraryRecords::registered);
  }

  @Override
  public Set<RegisteredCredential> lookupAll(ByteArray credentialId) {
    return CURRENT
        .get()
        .credential(bytes(credentialId))
        .map(LibraryRecords::registered)
        .map(Set::of)
        .orElse(Set.of());
  }

  // The backup flags are marked deprecated because the library once called them experimental.
  @SuppressWarnings("deprecation")
  private static RegisteredCredential registered(CredentialRecord record) {
    return RegisteredCredential.builder()
        .credentialId(byteArray(record.id()))
        .userHandle(byteArray(record.userHandle()))
        .publicKeyCose(byteArray(record.publicKey()))
        .signatureCount(record.credential().signCount())
        .backupEligible(record.credential().backupEligible())
        .backupState(record.credential().backedUp())
        .build();
  }
}
