/**
 * One class per thing a person can do. Blocking, free of JavaFX and picocli. Above: the window and
 * the terminal. Below: the key, the relying party and the JSON text that travels between them.
 * Start with {@link dev.touchstone.app.usecase.RegisterCredential}.
 */
@NullMarked
package dev.touchstone.app.usecase;

import org.jspecify.annotations.NullMarked;
