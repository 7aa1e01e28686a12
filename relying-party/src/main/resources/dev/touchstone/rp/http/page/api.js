// The HTTP API as any client sees it. What the server refuses is a problem document (RFC 9457).

/** The server refused, or could not be reached. Its message is for a person. */
export class Problem extends Error {
  constructor(message, status = 0, code = '', errors = [], seconds = 0) {
    super(message);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.errors = errors; // which fields are wrong, by JSON pointer
    this.seconds = seconds; // until it may be tried again
  }
}

function wait(seconds) {
  return seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}

async function problem(response) {
  let document = {};
  if ((response.headers.get('Content-Type') ?? '').includes('json')) {
    document = await response.json().catch(() => ({}));
  }
  let text = document.detail || document.title || `The server answered with ${response.status}.`;
  const seconds = Number(response.headers.get('Retry-After'));
  if (seconds > 0) {
    text += ` Try again in ${wait(seconds)}.`;
  }
  return new Problem(text, response.status, document.code ?? '', document.errors ?? [], seconds || 0);
}

async function call(method, path, { body, token, type = 'application/json' } = {}) {
  const headers = { Accept: `${type}, application/problem+json` };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (token) {
    headers.Authorization = `Bearer ${token}`;
  }
  let response;
  try {
    response = await fetch(path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
  } catch {
    throw new Problem('The server cannot be reached. Check your connection, then try again.');
  }
  if (!response.ok) {
    throw await problem(response);
  }
  if (response.status === 204) {
    return null;
  }
  return type === 'application/json' ? response.json() : response.blob();
}

const user = (id) => `/users/${encodeURIComponent(id)}`;
const credential = (id, credentialId) => `${user(id)}/credentials/${encodeURIComponent(credentialId)}`;

const apiToken = (id, tokenId) => `${user(id)}/tokens/${encodeURIComponent(tokenId)}`;

/** With a token, a further key for the account that it is of. */
export const beginRegistration = (person, token) => call('POST', '/register/begin', { body: person, token });
export const completeRegistration = (body) => call('POST', '/register/complete', { body });
export const beginSignIn = (email) => call('POST', '/login/begin', { body: email ? { email } : {} });
export const completeSignIn = (body) => call('POST', '/login/complete', { body });
export const readUser = (id, token) => call('GET', user(id), { token });
export const listCredentials = (id, token) => call('GET', `${user(id)}/credentials`, { token });
export const labelCredential = (id, credentialId, label, token) =>
  call('PATCH', credential(id, credentialId), { body: { label }, token });
export const revokeCredential = (id, credentialId, token) =>
  call('DELETE', credential(id, credentialId), { token });
export const listTokens = (id, token) => call('GET', `${user(id)}/tokens`, { token });
export const createToken = (id, wish, token) => call('POST', `${user(id)}/tokens`, { body: wish, token });
export const revokeToken = (id, tokenId, token) => call('DELETE', apiToken(id, tokenId), { token });

export const beginByMail = (email) => call('POST', '/api/auth/register', { body: { email } });
export const finishByMail = (body) => call('POST', '/api/auth/verify-otp', { body });
export const beginRecovery = (email) => call('POST', '/api/auth/recover', { body: { email } });
export const finishRecovery = (body) => call('POST', '/api/auth/recover/verify', { body });

/** Another address, or the own one that is not verified yet. */
export const beginAddress = (email, token) => call('POST', '/api/auth/change-email', { body: { email }, token });
export const finishAddress = (body, token) => call('POST', '/api/auth/change-email/verify', { body, token });

/** By a code of the help desk. */
export const beginEnrolment = (body) => call('POST', '/enrol/begin', { body });
export const completeEnrolment = (body) => call('POST', '/enrol/complete', { body });

export const readOtp = (id, token) => call('GET', '/auth/otp', { token });
export const enableOtp = (token) => call('PUT', '/auth/otp/enable', { token });
/** The secret as a picture. */
export const otpPicture = (token) => call('GET', '/auth/otp/generate', { token, type: 'image/png' });
export const confirmOtp = (otp, token) => call('POST', '/auth/otp/confirm', { body: { otp }, token });
export const disableOtp = (otp, token) => call('PUT', '/auth/otp/disable', { body: { otp }, token });
