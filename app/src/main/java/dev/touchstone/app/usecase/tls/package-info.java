/**
 * What a person does about the certificate of the server, before it runs. Above it are the front
 * ends; below it {@code rp.http.tls}. Start at {@link dev.touchstone.app.usecase.tls.TlsUseCases}.
 */
@NullMarked
package dev.touchstone.app.usecase.tls;

import org.jspecify.annotations.NullMarked;
