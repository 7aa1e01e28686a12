/**
 * The only place that speaks {@code com.yubico.yubikit.fido}: typed commands become CBOR here, and
 * replies become records. Start at {@link Ctap}; above is {@code key.session}, below {@code
 * key.transport}.
 *
 * <p>Known issues of yubikit 3.3, and why some of its classes are passed by: {@code Ctap2Session}
 * logs the parameters of each command at debug, asks for all assertions at once and cannot be told
 * to stop between them; its {@code Cbor} reads integers of 32 bits only, which some keys' {@code
 * getInfo} exceed, and believes any length that it is told. So commands go through {@code
 * FidoProtocol} and {@code SmartCardProtocol} with a full CBOR library. {@code FidoProtocol} logs
 * packets at trace: keep the logger {@code com.yubico.yubikit} at INFO.
 */
@NullMarked
package dev.touchstone.key.ctap.yubikit;

import org.jspecify.annotations.NullMarked;
