package dev.touchstone.rp.factor.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {

  private static final String SEED =
      "1234567890123456789012345678901234567890123456789012345678901234";

  /** RFC 6238 appendix B; the seeds are as long as the hash, as its errata say. */
  @ParameterizedTest
  @CsvSource({
    "59, 94287082, 46119246, 90693936",
    "1111111109, 07081804, 68084774, 25091201",
    "1111111111, 14050471, 67062674, 99943326",
    "1234567890, 89005924, 91819424, 93441116",
    "2000000000, 69279037, 90698825, 38618901",
    "20000000000, 65353130, 77737706, 47863826"
  })
  void vectorsOfTheSpecificationAreMet(long time, String sha1, String sha256, String sha512) {
    assertThat(code(HashAlgorithm.SHA1, time)).isEqualTo(sha1);
    assertThat(code(HashAlgorithm.SHA256, time)).isEqualTo(sha256);
    assertThat(code(HashAlgorithm.SHA512, time)).isEqualTo(sha512);
  }

  /** RFC 4226 appendix D. */
  @ParameterizedTest
  @CsvSource({
    "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
    "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
  })
  void vectorsOfHotpAreMet(long counter, String code) {
    assertThat(Totp.USUAL.code(seed(HashAlgorithm.SHA1), counter)).isEqualTo(code);
  }

  /** RFC 4648 §10, without padding. */
  @ParameterizedTest
  @CsvSource({
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  void base32IsThatOfTheSpecification(String text, String base32) {
    assertThat(Base32.write(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(base32);
    assertThat(Base32.read(base32.toLowerCase(java.util.Locale.ROOT)))
        .isEqualTo(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "otpauth://hotp/x?secret=MZXW6YTBOJRGCYTS",
        "otpauth://totp/x?secret=1111111111111111",
        "otpauth://totp/x?secret=MZXW6YTBOJRGCYTS&digits=7",
        "otpauth://totp/x?secret=MZXW6YTBOJRGCYTS&period=-30",
        "otpauth://totp/x?secret=MZXW6YTBOJRGCYTS&algorithm=MD5",
        "otpauth://totp/x",
        "MZXW6YTBOI",
        "MZXW6YTBOJRGCYT1"
      })
  void whatIsNoSecretIsRefusedWithoutBeingRepeated(String text) {
    assertThatThrownBy(() -> OtpAuth.parse(text, Totp.USUAL))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("MZXW");
  }

  @Test
  void uriIsReadAsItWasWrittenAndFromItsQrCode() throws Exception {
    OtpAuth told =
        new OtpAuth(
            "Keys & Co",
            "ada@example.org",
            seed(HashAlgorithm.SHA512),
            new Totp(HashAlgorithm.SHA512, 8, 60));
    assertThat(OtpAuth.parse(told.uri(), Totp.USUAL)).isEqualTo(told);
    assertThat(told.toString()).doesNotContain(Base32.write(told.secret()));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(QrCode.png(told.uri(), 300)));
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    BinaryBitmap bitmap =
        new BinaryBitmap(
            new HybridBinarizer(
                new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
    assertThat(new QRCodeReader().decode(bitmap).getText()).isEqualTo(told.uri());
  }

  private static String code(HashAlgorithm algorithm, long time) {
    Totp totp = new Totp(algorithm, 8, 30);
    return totp.code(seed(algorithm), totp.step(Instant.ofEpochSecond(time)));
  }

  private static byte[] seed(HashAlgorithm algorithm) {
    return SEED.substring(0, algorithm.secretBytes()).getBytes(StandardCharsets.US_ASCII);
  }
}
