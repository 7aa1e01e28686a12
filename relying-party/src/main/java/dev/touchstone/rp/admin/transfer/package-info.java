/**
 * Many accounts at once, as CSV and as JSON. Files are read and written row by row. Start at {@link
 * dev.touchstone.rp.admin.transfer.UserImport} and {@link
 * dev.touchstone.rp.admin.transfer.UserExport}.
 */
@NullMarked
package dev.touchstone.rp.admin.transfer;

import org.jspecify.annotations.NullMarked;
