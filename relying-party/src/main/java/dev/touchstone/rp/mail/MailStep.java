package dev.touchstone.rp.mail;

import java.util.Locale;

/** The steps by which a mail reaches a server, in order. */
public enum MailStep {
  /** The server's name becomes an address. */
  NAME("name resolution"),
  /** Something answers there that speaks SMTP. */
  CONNECTION("connection"),
  /** The connection is encrypted, and the certificate is the server's. */
  TLS("TLS"),
  /** The server knows user and password. */
  LOGIN("login"),
  /** The server takes mail from this sender. */
  SENDER("sender"),
  /** The server takes mail for this recipient. */
  RECIPIENT("recipient"),
  /** The server takes the mail itself. */
  MESSAGE("message");

  private final String title;

  MailStep(String title) {
    this.title = title;
  }

  /** As it stands in a sentence. */
  public String title() {
    return title;
  }

  /** As it is written in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
