// The browser's half of both ceremonies: options in JSON to a response in JSON (WebAuthn Level 3 §5.1.8 to §5.1.10).
// Browsers have had these conversions since 2023 to 2025; for older ones they are done here.

function bytes(base64url) {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function base64url(buffer) {
  const text = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

const descriptors = (list) => (list ?? []).map((it) => ({ ...it, id: bytes(it.id) }));

function creationOptions(json) {
  if (PublicKeyCredential.parseCreationOptionsFromJSON) {
    return PublicKeyCredential.parseCreationOptionsFromJSON(json);
  }
  return {
    ...json,
    challenge: bytes(json.challenge),
    user: { ...json.user, id: bytes(json.user.id) },
    excludeCredentials: descriptors(json.excludeCredentials),
  };
}

function requestOptions(json) {
  if (PublicKeyCredential.parseRequestOptionsFromJSON) {
    return PublicKeyCredential.parseRequestOptionsFromJSON(json);
  }
  return {
    ...json,
    challenge: bytes(json.challenge),
    allowCredentials: descriptors(json.allowCredentials),
  };
}

function json(credential) {
  if (credential.toJSON) {
    return credential.toJSON();
  }
  const { response } = credential;
  const parts = { clientDataJSON: base64url(response.clientDataJSON) };
  if (response.attestationObject) {
    parts.attestationObject = base64url(response.attestationObject);
    parts.transports = response.getTransports?.() ?? [];
  } else {
    parts.authenticatorData = base64url(response.authenticatorData);
    parts.signature = base64url(response.signature);
    if (response.userHandle) {
      parts.userHandle = base64url(response.userHandle);
    }
  }
  return {
    id: credential.id,
    rawId: base64url(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: parts,
  };
}

/** Whether this browser, at this address, can do any of it. */
export function available() {
  return window.isSecureContext && typeof PublicKeyCredential !== 'undefined';
}

/** Whether the e-mail field can offer passkeys by itself. */
export async function canAutofill() {
  return (await PublicKeyCredential.isConditionalMediationAvailable?.()) ?? false;
}

export async function create(options, signal) {
  return json(await navigator.credentials.create({ publicKey: creationOptions(options), signal }));
}

export async function get(options, signal, mediation) {
  return json(await navigator.credentials.get({ publicKey: requestOptions(options), signal, mediation }));
}

/** What a browser's refusal means. It does not say more on purpose: a website is not to learn what keys there are. */
export function sentence(failure) {
  switch (failure.name) {
    case 'NotAllowedError':
      return 'It was cancelled, took too long, or no key of yours fits. Nothing was changed.';
    case 'InvalidStateError':
      return 'This key is registered for this account already. Sign in with it, or take another one.';
    case 'SecurityError':
      return `The server does not belong to ${location.host}: open this page at the address that its relying party id names.`;
    case 'NotSupportedError':
      return 'Neither this browser nor the key can do what the server asks for. Take another key.';
    case 'ConstraintError':
      return 'The key cannot verify you. Set a PIN for it, or take another key.';
    default:
      return `The browser could not do it: ${failure.message || failure.name}.`;
  }
}
