/**
 * The FIDO Metadata Service: fetches BLOBs, judges them, keeps those that are good for when there
 * is no network (FIDO Metadata Service 3.1 §3.2).
 *
 * <p>Above it are the use cases of trust; below it are {@code attestation}, whose certificate paths
 * it uses, and {@code attestation.metadata}, the payload. Start at {@link
 * dev.touchstone.rp.attestation.mds.MetadataService}. It can only be as current as the last BLOB
 * that was fetched: nothing fetches by itself.
 */
@NullMarked
package dev.touchstone.rp.attestation.mds;

import org.jspecify.annotations.NullMarked;
