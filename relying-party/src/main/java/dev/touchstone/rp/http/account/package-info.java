/**
 * Accounts and credentials over HTTP, for those whose they are. Below it are {@code access} and
 * {@code body}.
 */
@NullMarked
package dev.touchstone.rp.http.account;

import org.jspecify.annotations.NullMarked;
