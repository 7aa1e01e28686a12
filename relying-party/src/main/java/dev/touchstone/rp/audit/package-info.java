/**
 * Who did what for whom, from where, and how it ended. The ceremonies and everybody who changes
 * something write here; knows only what is below it. Start at {@link
 * dev.touchstone.rp.audit.AuditEvent}.
 */
@NullMarked
package dev.touchstone.rp.audit;

import org.jspecify.annotations.NullMarked;
