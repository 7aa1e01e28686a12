package dev.touchstone.rp.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.webauthn4j.verifier.exception.CertificateException;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.model.AttestationStyle;
import dev.touchstone.fixture.key.model.KeyAlgorithm;
import dev.touchstone.fixture.key.model.KeyFeature;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.model.KeyModels;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sound attestations of the virtual key, as webauthn4j sees them. */
class SoundAttestationTest {

  private final Laboratory laboratory =
      Laboratory.forgetful(InstantSource.system(), new SecureRandom());

  @ParameterizedTest
  @EnumSource(value = AttestationStyle.class, mode = EnumSource.Mode.EXCLUDE, names = "COMPOUND")
  void everyFormatIsFoundSoundUpToTheRoot(AttestationStyle style) throws Exception {
    Specimen specimen = Specimen.of(attesting(style), laboratory);

    assertThatCode(() -> specimen.judge(laboratory.root())).doesNotThrowAnyException();
  }

  @Test
  void compoundIsAFormatThatWebauthn4jCannotRead() throws Exception {
    Specimen specimen = Specimen.of(attesting(AttestationStyle.COMPOUND), laboratory);

    assertThatThrownBy(() -> specimen.judge(laboratory.root()))
        .hasMessageContaining("Could not resolve type id 'compound'");
  }

  @ParameterizedTest
  @EnumSource(
      value = AttestationStyle.class,
      names = {"PACKED_CERTIFICATE", "FIDO_U2F", "TPM", "ANDROID_KEY", "APPLE"})
  void rootOfAnotherLaboratoryIsNotEnough(AttestationStyle style) throws Exception {
    Specimen specimen = Specimen.of(attesting(style), laboratory);
    Laboratory other = Laboratory.forgetful(InstantSource.system(), new SecureRandom());

    assertThatThrownBy(() -> specimen.judge(other.root())).isInstanceOf(CertificateException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyAlgorithm.class,
      names = {"ES256", "EDDSA", "ES384", "ES512", "PS256", "RS256"})
  void selfAttestationIsVerifiedByEveryAlgorithmThatWebauthn4jKnows(KeyAlgorithm algorithm)
      throws Exception {
    Specimen specimen = Specimen.of(signingBy(algorithm), laboratory);

    assertThatCode(() -> specimen.judge(laboratory.root())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyAlgorithm.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ES256", "EDDSA", "ES384", "ES512", "PS256", "RS256"})
  void algorithmThatWebauthn4jDoesNotKnowIsRefused(KeyAlgorithm algorithm) throws Exception {
    Specimen specimen = Specimen.of(signingBy(algorithm), laboratory);

    assertThatThrownBy(() -> specimen.judge(laboratory.root()))
        .isInstanceOf(RuntimeException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyAlgorithm.class,
      names = {"ES256", "ES384", "ES512", "RS256"})
  void tpmCertifiesKeysOfAllItsKinds(KeyAlgorithm algorithm) throws Exception {
    KeyModel model =
        KeyModels.TOUCHSTONE.with(
            like -> like.algorithms(algorithm).attestation(AttestationStyle.TPM));

    assertThatCode(() -> Specimen.of(model, laboratory).judge(laboratory.root()))
        .doesNotThrowAnyException();
  }

  @Test
  void enterpriseAttestationIsSoundAndHasACertificateOfItsOwn() throws Exception {
    KeyModel model =
        KeyModels.TOUCHSTONE.with(like -> like.adding(KeyFeature.ENTERPRISE_ATTESTATION));
    Specimen one = Specimen.enterprise(model, laboratory);

    assertThatCode(() -> one.judge(laboratory.root())).doesNotThrowAnyException();
    assertThat(one.leaf().getExtensionValue("1.3.6.1.4.1.45724.1.1.2"))
        .isNotNull()
        .isNotEqualTo(
            Specimen.enterprise(model, laboratory)
                .leaf()
                .getExtensionValue("1.3.6.1.4.1.45724.1.1.2"));
  }

  private static KeyModel attesting(AttestationStyle style) {
    return KeyModels.TOUCHSTONE.with(model -> model.attestation(style));
  }

  private static KeyModel signingBy(KeyAlgorithm algorithm) {
    return KeyModels.TOUCHSTONE.with(
        model -> model.algorithms(algorithm).attestation(AttestationStyle.PACKED_SELF));
  }
}
