package dev.touchstone.rp.attestation.mds;

import java.net.URI;
import java.nio.file.Path;

/** Where a BLOB comes from. */
public sealed interface MetadataSource {

  /** Where the FIDO Alliance publishes its own. */
  MetadataSource FIDO = new Address(URI.create("https://mds3.fidoalliance.org/"));

  /** The web. */
  record Address(URI address) implements MetadataSource {
    @Override
    public String name() {
      return address.toString();
    }
  }

  /** A file on this computer. */
  record LocalFile(Path file) implements MetadataSource {
    @Override
    public String name() {
      return file.toAbsolutePath().normalize().toUri().toString();
    }
  }

  /** By which a BLOB from there is remembered. */
  String name();
}
