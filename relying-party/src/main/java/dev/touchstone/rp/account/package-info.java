/**
 * Users and their credentials, and the ports to where they are stored. Knows nothing of the rest of
 * the module; start at {@link dev.touchstone.rp.account.CredentialRecord}.
 */
@NullMarked
package dev.touchstone.rp.account;

import org.jspecify.annotations.NullMarked;
