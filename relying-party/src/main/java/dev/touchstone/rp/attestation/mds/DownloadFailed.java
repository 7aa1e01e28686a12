package dev.touchstone.rp.attestation.mds;

import java.net.URI;

/** Something could not be had over the network. The message is a clause for a person. */
public final class DownloadFailed extends Exception {

  /** Why not. */
  public enum Reason {
    NOT_A_WEB_ADDRESS,
    NO_CONNECTION,
    TOO_SLOW,
    TOO_LARGE,
    REFUSED
  }

  private final Reason reason;

  DownloadFailed(Reason reason, URI address, String detail) {
    super(clause(reason, address, detail));
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** A clause that goes on after "because". */
  public String because() {
    return String.valueOf(getMessage());
  }

  private static String clause(Reason reason, URI address, String detail) {
    String words =
        switch (reason) {
          case NOT_A_WEB_ADDRESS -> "%s is no address that begins with https:// or http://";
          case NO_CONNECTION -> "%s cannot be reached";
          case TOO_SLOW -> "%s did not answer in time";
          case TOO_LARGE -> "what stands at %s is too large";
          case REFUSED -> "%s did not give it";
        };
    return words.formatted(address) + (detail.isEmpty() ? "" : " (" + detail + ")");
  }
}
