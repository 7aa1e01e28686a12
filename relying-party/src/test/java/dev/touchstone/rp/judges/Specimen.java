package dev.touchstone.rp.judges;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.upokecenter.cbor.CBORObject;
import com.webauthn4j.WebAuthnRegistrationManager;
import com.webauthn4j.anchor.TrustAnchorRepository;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.attestation.statement.androidkey.AndroidKeyAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.apple.AppleAnonymousAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.none.NoneAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.packed.PackedAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.tpm.TPMAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.u2f.FIDOU2FAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.certpath.DefaultCertPathTrustworthinessVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.self.DefaultSelfAttestationTrustworthinessVerifier;
import dev.touchstone.fixture.cbor.ByteString;
import dev.touchstone.fixture.cbor.Cbor;
import dev.touchstone.fixture.cbor.CborMap;
import dev.touchstone.fixture.client.BareClient;
import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.cose.CoseKey;
import dev.touchstone.fixture.key.credential.Attestation;
import dev.touchstone.fixture.key.credential.Attestor;
import dev.touchstone.fixture.key.credential.AuthenticatorData;
import dev.touchstone.fixture.key.credential.Digest;
import dev.touchstone.fixture.key.credential.Faults;
import dev.touchstone.fixture.key.credential.SigningKey;
import dev.touchstone.fixture.key.fault.DueFaults;
import dev.touchstone.fixture.key.model.KeyAlgorithm;
import dev.touchstone.fixture.key.model.KeyModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A registration with a virtual key, and webauthn4j to judge it. */
final class Specimen {

  private static final String ORIGIN = "https://localhost";
  private static final byte[] CHALLENGE = new byte[32];

  private final byte[] attestationObject;
  private final byte[] clientData;
  private final KeyAlgorithm algorithm;

  private Specimen(byte[] attestationObject, byte[] clientData, KeyAlgorithm algorithm) {
    this.attestationObject = attestationObject;
    this.clientData = clientData;
    this.algorithm = algorithm;
  }

  /** Registers a new key by its first algorithm. */
  static Specimen of(KeyModel model, Laboratory laboratory) throws IOException {
    KeyAlgorithm algorithm = model.algorithms().getFirst();
    String options =
        """
        {"rp": {"id": "localhost", "name": "Test"},
         "user": {"id": "YWRh", "name": "ada", "displayName": "Ada"},
         "challenge": "%s",
         "pubKeyCredParams": [{"type": "public-key", "alg": %d}],
         "attestation": "direct"}
        """
            .formatted(
                Base64.getUrlEncoder().withoutPadding().encodeToString(CHALLENGE),
                algorithm.cose());
    try (VirtualKey key = VirtualKey.open(model, laboratory, Surroundings.forgetful())) {
      JsonNode response =
          new ObjectMapper()
              .readTree(new BareClient(key, ORIGIN).register(options))
              .path("response");
      return new Specimen(
          Base64.getUrlDecoder().decode(response.path("attestationObject").asText()),
          Base64.getUrlDecoder().decode(response.path("clientDataJSON").asText()),
          algorithm);
    }
  }

  /** What a key answers when enterprise attestation is enabled and asked for. */
  static Specimen enterprise(KeyModel model, Laboratory laboratory) throws IOException {
    SecureRandom random = new SecureRandom();
    Faults honest = new Faults(new DueFaults());
    KeyPair pair = SigningKey.generate(KeyAlgorithm.ES256, random);
    ByteString id = ByteString.copyOf(new byte[32]);
    AuthenticatorData data =
        new AuthenticatorData(Digest.ofRpId("localhost"), AuthenticatorData.UP, 1, honest)
            .credential(model.aaguid(), id, CoseKey.of(pair.getPublic(), -7), Optional::empty);
    byte[] clientData =
        """
        {"type":"webauthn.create","challenge":"%s","origin":"%s","crossOrigin":false}\
        """
            .formatted(Base64.getUrlEncoder().withoutPadding().encodeToString(CHALLENGE), ORIGIN)
            .getBytes(StandardCharsets.UTF_8);
    Attestation attestation =
        new Attestor(model, laboratory.issue(model), laboratory, honest, Set::of, random)
            .attest(
                model.attestation(),
                data,
                ByteString.copyOf(Digest.sha256(clientData)),
                new Attestor.NewCredential(
                    id, new SigningKey(KeyAlgorithm.ES256, pair.getPrivate()), pair.getPublic()),
                true);
    byte[] attestationObject =
        new CborMap()
            .put("fmt", Cbor.of(attestation.format()))
            .put("attStmt", attestation.statement())
            .put("authData", Cbor.of(data.encode()))
            .encode();
    return new Specimen(attestationObject, clientData, KeyAlgorithm.ES256);
  }

  /** Throws what webauthn4j has against it, trusting that certificate alone. */
  void judge(X509Certificate root) {
    Set<TrustAnchor> anchors = Set.of(new TrustAnchor(root, null));
    judge(
        new TrustAnchorRepository() {
          @Override
          public Set<TrustAnchor> find(AAGUID aaguid) {
            return anchors;
          }

          @Override
          public Set<TrustAnchor> find(byte[] attestationCertificateKeyIdentifier) {
            return anchors;
          }
        });
  }

  /** The first certificate of its statement. */
  X509Certificate leaf() throws GeneralSecurityException {
    CBORObject statement = CBORObject.DecodeFromBytes(attestationObject).get("attStmt");
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(statement.get("x5c").get(0).GetByteString()));
  }

  /** Throws what webauthn4j has against it. */
  void judge(TrustAnchorRepository anchors) {
    WebAuthnRegistrationManager manager =
        new WebAuthnRegistrationManager(
            List.of(
                new NoneAttestationStatementVerifier(),
                new PackedAttestationStatementVerifier(),
                new FIDOU2FAttestationStatementVerifier(),
                new AndroidKeyAttestationStatementVerifier(),
                new TPMAttestationStatementVerifier(),
                new AppleAnonymousAttestationStatementVerifier()),
            new DefaultCertPathTrustworthinessVerifier(anchors),
            new DefaultSelfAttestationTrustworthinessVerifier());
    manager.verify(
        new RegistrationRequest(attestationObject, clientData),
        new RegistrationParameters(
            ServerProperty.builder()
                .origin(new Origin(ORIGIN))
                .rpId("localhost")
                .challenge(new DefaultChallenge(CHALLENGE))
                .build(),
            List.of(
                new PublicKeyCredentialParameters(
                    PublicKeyCredentialType.PUBLIC_KEY,
                    COSEAlgorithmIdentifier.create(algorithm.cose()))),
            false,
            true));
  }
}
