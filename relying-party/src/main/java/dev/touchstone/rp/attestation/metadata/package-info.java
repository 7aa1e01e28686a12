/**
 * What vendors and the FIDO Alliance publish of authenticator models: the payload of a metadata
 * BLOB as records (FIDO Metadata Service 3.1 §3.1, FIDO Metadata Statement 3.1 §3).
 *
 * <p>Above it are {@code attestation}, which draws trust anchors from it, and {@code
 * attestation.mds}, which fetches and verifies BLOBs; below it is nothing of ours. Start at {@link
 * dev.touchstone.rp.attestation.metadata.MetadataBlob}.
 */
@NullMarked
package dev.touchstone.rp.attestation.metadata;

import org.jspecify.annotations.NullMarked;
