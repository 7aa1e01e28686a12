/**
 * The large blobs of a key, for who administers it (CTAP 2.3 §6.10): whose they are, read, write,
 * delete, and collecting those that nobody can read any more; one class per job. Above are the use
 * cases, below {@code key.largeblob} and the walk through the key's credentials. Start at {@link
 * dev.touchstone.key.manage.largeblob.ListLargeBlobs}.
 */
@NullMarked
package dev.touchstone.key.manage.largeblob;

import org.jspecify.annotations.NullMarked;
