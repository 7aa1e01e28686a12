package dev.touchstone.rp.http.tls.certificate;

/** What became of a running server's certificate. */
public sealed interface CertificateEvent {

  /** Connections from now on see another one. */
  record Replaced(ServerIdentity identity) implements CertificateEvent {}

  /** The files hold something new that cannot be used; the one from before stays. */
  record Kept(ServerIdentity identity, CertificateRefused reason) implements CertificateEvent {}

  /** Nobody has renewed it yet, and its end is near or past. Told once a day. */
  record Ending(ServerIdentity identity) implements CertificateEvent {}
}
