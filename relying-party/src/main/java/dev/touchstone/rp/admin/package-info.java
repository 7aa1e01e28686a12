/**
 * What people who look after the relying party do: accounts and the audit trail. Each thing that is
 * done is a row in the trail with who did it. Above: the facade, the HTTP API. Below: the records
 * and where they are kept. Start at {@link dev.touchstone.rp.admin.AuditDesk} and {@code Accounts}.
 */
@NullMarked
package dev.touchstone.rp.admin;

import org.jspecify.annotations.NullMarked;
