package dev.touchstone.rp.attestation.mds;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** Fetches the lists from where a certificate says that they are (RFC 5280 §4.2.1.13). */
public final class HttpRevocationLists implements RevocationLists {

  private final Download download;

  public HttpRevocationLists(Download download) {
    this.download = download;
  }

  @Override
  public Answer forCertificate(X509Certificate certificate) {
    List<URI> addresses;
    try {
      addresses = addresses(certificate);
    } catch (IOException | IllegalArgumentException e) {
      return new Answer.Unreachable("the place that it names cannot be read");
    }
    if (addresses.isEmpty()) {
      return new Answer.NoneNamed();
    }
    List<X509CRL> found = new ArrayList<>();
    String because = "";
    for (URI address : addresses) {
      try {
        found.add(list(download.get(address, Optional.empty())));
      } catch (DownloadFailed e) {
        because = e.because();
      } catch (GeneralSecurityException e) {
        because = "what stands at %s is no such list".formatted(address);
      }
    }
    return found.isEmpty() ? new Answer.Unreachable(because) : new Answer.Found(found);
  }

  private static X509CRL list(Download.Answer answer) throws GeneralSecurityException {
    return switch (answer) {
      case Download.Answer.Body body ->
          (X509CRL)
              CertificateFactory.getInstance("X.509")
                  .generateCRL(new ByteArrayInputStream(body.bytes().toArray()));
      case Download.Answer.Unchanged unchanged ->
          throw new GeneralSecurityException("nothing was asked for by its tag: " + unchanged);
    };
  }

  private static List<URI> addresses(X509Certificate certificate) throws IOException {
    byte[] extension = certificate.getExtensionValue(Extension.cRLDistributionPoints.getId());
    if (extension == null) {
      return List.of();
    }
    ASN1Primitive content =
        ASN1Primitive.fromByteArray(ASN1OctetString.getInstance(extension).getOctets());
    return Stream.of(CRLDistPoint.getInstance(content).getDistributionPoints())
        .map(DistributionPoint::getDistributionPoint)
        .filter(name -> name != null && name.getType() == DistributionPointName.FULL_NAME)
        .flatMap(name -> Stream.of(GeneralNames.getInstance(name.getName()).getNames()))
        .filter(name -> name.getTagNo() == GeneralName.uniformResourceIdentifier)
        .map(name -> URI.create(name.getName().toString()))
        .filter(Download::isWebAddress)
        .toList();
  }
}
