package dev.touchstone.rp.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.upokecenter.cbor.CBORObject;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** What an input turned out to be. */
sealed interface Recognised {

  /** In the field's term. */
  String kind();

  /** W3C {@code RegistrationResponseJSON}, or an older shape of it. */
  record RegistrationResponse(JsonNode json) implements Recognised {
    @Override
    public String kind() {
      return "registration response";
    }
  }

  /** W3C {@code AuthenticationResponseJSON}, or an older shape of it. */
  record AuthenticationResponse(JsonNode json) implements Recognised {
    @Override
    public String kind() {
      return "authentication response";
    }
  }

  /** W3C {@code PublicKeyCredentialCreationOptionsJSON}. */
  record CreationOptions(JsonNode json) implements Recognised {
    @Override
    public String kind() {
      return "creation options";
    }
  }

  /** W3C {@code PublicKeyCredentialRequestOptionsJSON}. */
  record RequestOptions(JsonNode json) implements Recognised {
    @Override
    public String kind() {
      return "request options";
    }
  }

  /** {@code CollectedClientData} (WebAuthn Level 3 §5.8.1). */
  record ClientData(JsonNode json) implements Recognised {
    @Override
    public String kind() {
      return "client data";
    }
  }

  /** WebAuthn Level 3 §6.5. */
  record AttestationObject(Reading reading, CBORObject map) implements Recognised {
    @Override
    public String kind() {
      return "attestation object";
    }
  }

  /** WebAuthn Level 3 §6.1. */
  record AuthenticatorData(Reading reading) implements Recognised {
    @Override
    public String kind() {
      return "authenticator data";
    }
  }

  /** RFC 9052 §7. */
  record CoseKey(CBORObject map) implements Recognised {
    @Override
    public String kind() {
      return "COSE key";
    }
  }

  /** Any other CBOR. */
  record Cbor(CBORObject value) implements Recognised {
    @Override
    public String kind() {
      return "CBOR";
    }
  }

  /**
   * One certificate or several.
   *
   * @param damaged what could not be read, one sentence each
   */
  record Certificates(List<X509Certificate> certificates, List<String> damaged)
      implements Recognised {
    @Override
    public String kind() {
      return certificates.size() == 1 ? "X.509 certificate" : "X.509 certificates";
    }
  }

  /** SubjectPublicKeyInfo (RFC 5280 §4.1). */
  record SubjectPublicKey(PublicKey key) implements Recognised {
    @Override
    public String kind() {
      return "public key";
    }
  }

  /**
   * Never shown.
   *
   * @param form such as {@code PKCS#8}
   */
  record PrivateKey(String form) implements Recognised {
    @Override
    public String kind() {
      return "private key";
    }
  }

  /** RFC 7517. */
  record JsonWebKey(JsonNode json) implements Recognised {
    @Override
    public String kind() {
      return "JSON Web Key";
    }
  }

  /** A JWT, or another JWS in compact serialization (RFC 7519, RFC 7515). */
  record Jwt(String compact) implements Recognised {
    @Override
    public String kind() {
      return "JWT";
    }
  }

  /** JSON of no kind that is known here. */
  record Json(JsonNode json) implements Recognised {
    @Override
    public String kind() {
      return "JSON";
    }
  }
}
