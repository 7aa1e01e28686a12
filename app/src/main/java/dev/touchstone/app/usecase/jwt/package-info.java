/**
 * The token workshop: JWTs of any server decoded, verified, changed and signed again. Start at
 * {@link dev.touchstone.app.usecase.jwt.JwtWorkshop}.
 */
@NullMarked
package dev.touchstone.app.usecase.jwt;

import org.jspecify.annotations.NullMarked;
