package dev.touchstone.rp.http.tls.certificate;

import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.GeneralName;
import org.jspecify.annotations.Nullable;

/**
 * A host for which a certificate is to be good: a DNS name, one with a star in front, or an
 * address.
 *
 * @param text in ASCII and lower case; an address without brackets
 * @param address whether it is one
 */
public record HostName(String text, boolean address) {

  private static final Pattern DNS_NAME =
      Pattern.compile(
          "(?:\\*\\.)?(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?)(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  /** The JDK takes 10.1 for 10.0.0.1, as C did. */
  private static final Pattern SHORTENED = Pattern.compile("[0-9]*(?:\\.[0-9]*){0,2}");

  private static final int LONGEST = 253;

  /**
   * Reads what a person typed.
   *
   * @throws CertificateRefused if no host is called so
   */
  public static HostName of(String typed) throws CertificateRefused {
    String bare = typed.strip().replaceFirst("^\\[(.*)]$", "$1");
    if (ADDRESS.matcher(bare).matches()) {
      try {
        if (SHORTENED.matcher(bare).matches()) {
          throw refused(typed, null);
        }
        return new HostName(InetAddress.ofLiteral(bare).getHostAddress(), true);
      } catch (IllegalArgumentException e) {
        throw refused(typed, e);
      }
    }
    try {
      String name = IDN.toASCII(bare, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      if (name.length() <= LONGEST && DNS_NAME.matcher(name).matches()) {
        return new HostName(name, false);
      }
    } catch (IllegalArgumentException e) {
      throw refused(typed, e);
    }
    throw refused(typed, null);
  }

  private static CertificateRefused refused(String typed, @Nullable Exception cause) {
    return new CertificateRefused(
        "'%s' is neither a host's DNS name nor an address.".formatted(typed),
        "Give names such as login.example.com, *.example.com or 192.0.2.1, without https:// and"
            + " port.",
        cause);
  }

  /** As a subjectAltName has it (RFC 5280 §4.2.1.6). */
  GeneralName subjectName() {
    return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, text);
  }

  /** As nameConstraints have it: this host and, below a star, its siblings (RFC 5280 §4.2.1.10). */
  GeneralName constraint() {
    if (!address) {
      return new GeneralName(GeneralName.dNSName, text.replaceFirst("^\\*\\.", ""));
    }
    byte[] bytes = InetAddress.ofLiteral(text).getAddress();
    byte[] withMask = Arrays.copyOf(bytes, 2 * bytes.length);
    Arrays.fill(withMask, bytes.length, withMask.length, (byte) 0xff);
    return new GeneralName(GeneralName.iPAddress, new DEROctetString(withMask));
  }

  /** As it stands in a URL. */
  String inUrl() {
    return address && InetAddress.ofLiteral(text) instanceof Inet6Address ? "[" + text + "]" : text;
  }
}
