// Who is signed in. The token stays in memory: nothing that outlives the page can be stolen from it.

/** The moment at which a token ends, in milliseconds; its signature is the server's business. */
function claims(token) {
  const payload = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}

export class Session {
  constructor(token, user) {
    this.token = token;
    this.user = user;
    const { iat, exp } = claims(token);
    // By the server's clock it lasts this long; ours may be wrong.
    this.lifetime = (exp - iat) * 1000;
    this.until = performance.now() + this.lifetime;
    this.warned = false;
  }

  /** Milliseconds. */
  left() {
    return Math.max(0, this.until - performance.now());
  }
}

/** Such as “59 min 12 s”. */
export function span(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = String(seconds % 60).padStart(2, '0');
  if (hours > 0) {
    return `${hours} h ${String(minutes).padStart(2, '0')} min`;
  }
  return minutes > 0 ? `${minutes} min ${rest} s` : `${seconds} s`;
}
