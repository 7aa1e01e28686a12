/**
 * Accounts and the audit trail for those who look after them. Below it are {@code access}, {@code
 * body} and {@code rp.admin}. Start at {@link dev.touchstone.rp.http.admin.UserRoutes}.
 */
@NullMarked
package dev.touchstone.rp.http.admin;

import org.jspecify.annotations.NullMarked;
