/**
 * What people do who look after accounts. Above: the front ends. Below: the relying party's desks.
 * Start at {@link dev.touchstone.app.usecase.account.ManageAccounts}.
 */
@NullMarked
package dev.touchstone.app.usecase.account;

import org.jspecify.annotations.NullMarked;
