/**
 * What an administrator does to a key, one class per job, each with a preview that changes nothing
 * and an apply. Above are the use cases, below is {@code key.session}. Start at {@link SetPin}.
 */
@NullMarked
package dev.touchstone.key.manage;

import org.jspecify.annotations.NullMarked;
