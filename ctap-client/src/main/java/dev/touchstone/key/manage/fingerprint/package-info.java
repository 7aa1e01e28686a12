/**
 * The fingerprints of a key, for who administers it: list, enrol, name, delete (CTAP 2.3 §6.7), one
 * class per job. Above are the use cases, below {@code key.session.uv}. Start at {@link
 * dev.touchstone.key.manage.fingerprint.EnrolFingerprint}.
 */
@NullMarked
package dev.touchstone.key.manage.fingerprint;

import org.jspecify.annotations.NullMarked;
