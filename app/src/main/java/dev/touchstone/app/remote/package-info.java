/**
 * Relying parties on servers, over HTTP: our own API, and the one that the FIDO Alliance's
 * conformance tools speak. Start at {@link dev.touchstone.app.remote.RemoteServer}.
 */
@NullMarked
package dev.touchstone.app.remote;

import org.jspecify.annotations.NullMarked;
