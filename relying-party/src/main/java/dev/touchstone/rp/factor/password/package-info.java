/**
 * Passwords, for systems that still need them: Argon2id and their rows. Start at {@link
 * dev.touchstone.rp.factor.password.PasswordHash}.
 */
@NullMarked
package dev.touchstone.rp.factor.password;

import org.jspecify.annotations.NullMarked;
