package dev.touchstone.rp.ceremony;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.CredentialDescriptor;
import dev.touchstone.rp.account.CredentialRecord;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.attestation.policy.Trust;
import dev.touchstone.rp.attestation.statement.AttestationObject;
import dev.touchstone.rp.attestation.statement.AuthenticatorData;
import dev.touchstone.rp.attestation.statement.AuthenticatorData.Flag;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.CeremonyReference.ById;
import dev.touchstone.rp.ceremony.authentication.Authentication;
import dev.touchstone.rp.ceremony.authentication.Decoys;
import dev.touchstone.rp.ceremony.library.Library;
import dev.touchstone.rp.ceremony.option.CreationOptions;
import dev.touchstone.rp.ceremony.option.RequestOptions;
import dev.touchstone.rp.ceremony.registration.Registration;
import dev.touchstone.rp.ceremony.response.Json;
import dev.touchstone.rp.ceremony.token.CeremonyLookup;
import dev.touchstone.rp.ceremony.token.ChallengeTokens;
import dev.touchstone.rp.ceremony.token.Issuer;
import dev.touchstone.rp.secret.SigningKeys;
import dev.touchstone.rp.secret.key.KeyFile;
import dev.touchstone.rp.secret.vault.KeptSigningKeys;
import dev.touchstone.rp.secret.vault.Vault;
import dev.touchstone.rp.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * A relying party to which answers recorded elsewhere are given: it remembers having given out the
 * challenges that they answer.
 */
final class Rehearsal implements AutoCloseable {

  private static final Bytes USER_HANDLE = Bytes.ofUtf8("the handle of ada");
  private static final List<Integer> ALGORITHMS = List.of(-7, -8, -35, -36, -53, -257, -65535);

  private final Instant now;
  private final User ada;
  private final Policy policy;
  private final Store store;
  private final Registration registration;
  private final Authentication authentication;

  Rehearsal(Path folder, Instant now, String rpId, String origin, TrustAnchors anchors)
      throws Exception {
    this.now = now;
    this.ada = User.made(USER_HANDLE.base64Url(), "ada", "Ada", now);
    this.store = SqliteStore.open(folder.resolve("rehearsal.db"), SqliteStore.PATIENCE);
    this.policy =
        new Policy(rpId, rpId, List.of(origin), CounterPolicy.REFUSE, false, Duration.ofMinutes(5));
    InstantSource clock = InstantSource.fixed(now);
    Library library = new Library(policy, clock);
    SigningKeys keys =
        new KeptSigningKeys(
            new Vault(store, new KeyFile(folder.resolve("secret.key")), clock, new SecureRandom()),
            new SecureRandom());
    CeremonyLookup lookup = new CeremonyLookup(new ChallengeTokens(keys, policy.rpId()));
    Issuer issuer = new Issuer(clock, new SecureRandom(), policy.challengeLifetime());
    this.registration =
        new Registration(store, policy, _ -> Trust.of(anchors), library, issuer, lookup);
    this.authentication =
        new Authentication(store, policy, library, issuer, lookup, new Decoys(keys));
  }

  Verdict register(Bytes challenge, Bytes clientData, Bytes attestationObject) throws Exception {
    RegistrationRequest request =
        new RegistrationRequest(
            "ada", "", "", "preferred", "preferred", "direct", List.of(), ALGORITHMS, "{}");
    CreationOptions options = CreationOptions.make(request, policy, ada, challenge, List.of());
    store.write(records -> {
      records.users().add(ada);
      records
          .ceremonies()
          .add(ceremony(CeremonyKind.REGISTRATION, challenge, options.json().toString()));
      return "";
    });
    ObjectNode response = credential(credentialId(attestationObject));
    response
        .putObject("response")
        .put("clientDataJSON", clientData.base64Url())
        .put("attestationObject", attestationObject.base64Url());
    return registration.finish(
        new ById(challenge.base64Url()), response.toString(), Caller.CONSOLE);
  }

  /** Stores the credential of a registration without asking anybody. */
  void plant(Bytes attestationObject) throws Exception {
    AttestationObject attestation = AttestationObject.parse(attestationObject.toArray());
    AuthenticatorData data = attestation.authenticatorData();
    Credential credential =
        new Credential(
            credentialId(attestationObject).base64Url(),
            "ada",
            "",
            data.aaguid().orElseThrow().toString(),
            Optional.empty(),
            "",
            List.of(),
            Optional.empty(),
            data.has(Flag.UV),
            data.has(Flag.BE),
            data.has(Flag.BS),
            data.signCount(),
            attestation.format(),
            false,
            false,
            now,
            Optional.empty(),
            Optional.empty(),
            List.of());
    Bytes key = Bytes.of(data.credential().orElseThrow().key().map().EncodeToBytes());
    Bytes none = Bytes.of(new byte[0]);
    store.write(records -> {
      records.users().add(ada);
      records
          .credentials()
          .add(new CredentialRecord(credential, USER_HANDLE, key, none, none, policy.rpId()));
      return "";
    });
  }

  /** Signs in with the credential that was planted. */
  Verdict signIn(Bytes challenge, Bytes clientData, Bytes authenticatorData, Bytes signature)
      throws Exception {
    String id =
        store.write(records -> {
          List<CredentialDescriptor> allowed = records.credentials().descriptors(USER_HANDLE);
          RequestOptions options =
              RequestOptions.make(AuthenticationRequest.forUser("ada"), policy, challenge, allowed);
          records
              .ceremonies()
              .add(ceremony(CeremonyKind.AUTHENTICATION, challenge, options.json().toString()));
          return allowed.getFirst().id();
        });
    ObjectNode response = credential(Bytes.ofBase64Url(id));
    response
        .putObject("response")
        .put("clientDataJSON", clientData.base64Url())
        .put("authenticatorData", authenticatorData.base64Url())
        .put("signature", signature.base64Url());
    return authentication.finish(
        new ById(challenge.base64Url()), response.toString(), Caller.CONSOLE);
  }

  @Override
  public void close() {
    store.close();
  }

  private Ceremony ceremony(CeremonyKind kind, Bytes challenge, String optionsJson) {
    return new Ceremony(
        kind,
        Optional.of(USER_HANDLE),
        Optional.empty(),
        "",
        challenge,
        optionsJson,
        now,
        now.plus(Duration.ofMinutes(5)),
        Optional.empty());
  }

  private static Bytes credentialId(Bytes attestationObject) throws Exception {
    AttestationObject attestation = AttestationObject.parse(attestationObject.toArray());
    return Bytes.ofHex(attestation.authenticatorData().credential().orElseThrow().idHex());
  }

  private static ObjectNode credential(Bytes id) {
    return Json.MAPPER
        .createObjectNode()
        .put("id", id.base64Url())
        .put("rawId", id.base64Url())
        .put("type", "public-key");
  }
}
