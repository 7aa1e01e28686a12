/**
 * What people do with the audit trail: read it, verify it, hand it out, keep it short. Start at
 * {@link dev.touchstone.app.usecase.audit.AuditUseCases}.
 */
@NullMarked
package dev.touchstone.app.usecase.audit;

import org.jspecify.annotations.NullMarked;
