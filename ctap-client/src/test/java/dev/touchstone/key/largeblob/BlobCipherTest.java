package dev.touchstone.key.largeblob;

import static org.assertj.core.api.Assertions.assertThat;

import com.upokecenter.cbor.CBORObject;
import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.largeblob.LargeBlobEntry.Sealed;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class BlobCipherTest {

  private static final Bytes KEY = Bytes.of(new byte[32]);
  private static final byte[] BLOB = "a certificate, say".getBytes(StandardCharsets.UTF_8);

  private final BlobCipher cipher = new BlobCipher(new SecureRandom());

  @Test
  void opensWhatItSealed() {
    assertThat(cipher.open(cipher.seal(BLOB, KEY), KEY)).hasValue(BLOB);
  }

  @Test
  void opensAnEmptyBlob() {
    assertThat(cipher.open(cipher.seal(new byte[0], KEY), KEY)).hasValue(new byte[0]);
  }

  @Test
  void doesNotOpenTheBlobOfAnotherCredential() {
    byte[] other = new byte[32];
    other[31] = 1;

    assertThat(cipher.open(cipher.seal(BLOB, KEY), Bytes.of(other))).isEmpty();
  }

  @Test
  void theOriginalSizeCannotBeChanged() {
    Sealed sealed = cipher.seal(BLOB, KEY).sealed().orElseThrow();
    LargeBlobEntry changed =
        LargeBlobEntry.of(sealed.ciphertext(), sealed.nonce(), BLOB.length + 1);

    assertThat(cipher.open(changed, KEY)).isEmpty();
  }

  @Test
  void whatOtherProgramsPutThereIsPassedOver() {
    assertThat(cipher.open(entry(CBORObject.FromObject("x")), KEY)).isEmpty();
    assertThat(cipher.open(entry(CBORObject.NewMap().Add(1, "x")), KEY)).isEmpty();
    assertThat(cipher.open(LargeBlobEntry.of(Bytes.of(new byte[3]), Bytes.of(new byte[0]), 5), KEY))
        .isEmpty();
  }

  private static LargeBlobEntry entry(CBORObject cbor) {
    return new LargeBlobEntry(Bytes.of(cbor.EncodeToBytes()));
  }
}
