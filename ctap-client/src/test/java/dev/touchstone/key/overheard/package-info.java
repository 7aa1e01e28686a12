/**
 * Records every connection that any test of this module opens, and looks for secrets in what was
 * recorded. Start at {@code NothingSecretRecorded}.
 */
package dev.touchstone.key.overheard;
