/**
 * Rows of the audit trail in the words of other programs: JSON Lines, CEF, and syslog messages.
 * Pure functions of a row. Start at {@link dev.touchstone.rp.audit.export.RowFormat}.
 */
@NullMarked
package dev.touchstone.rp.audit.export;

import org.jspecify.annotations.NullMarked;
