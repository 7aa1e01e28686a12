/**
 * Requests to any server: sent, kept, handed on, with tokens that are minted for the occasion or
 * kept encrypted. Start at {@link dev.touchstone.app.usecase.request.RequestUseCases}.
 */
@NullMarked
package dev.touchstone.app.usecase.request;

import org.jspecify.annotations.NullMarked;
