package dev.touchstone.key.ctap.yubikit;

import com.upokecenter.cbor.CBORObject;
import dev.touchstone.key.ctap.LargeBlobs;
import java.util.Optional;

/** CTAP 2.3 §6.10 on the wire. */
final class LargeBlobsExchange {

  private static final int CODE = 0x0C;

  private LargeBlobsExchange() {}

  static Exchange<?> of(LargeBlobs<?> command) {
    return switch (command) {
      case LargeBlobs.Read read ->
          new Exchange<>(
              CODE,
              Optional.of(CBORObject.NewMap().Add(1, read.count()).Add(3, read.offset())),
              map -> new LargeBlobs.Read.Reply(map.requiredBytes(1)));
      case LargeBlobs.Write write ->
          new Exchange<>(CODE, Optional.of(parameters(write)), _ -> new LargeBlobs.Write.Reply());
    };
  }

  private static CBORObject parameters(LargeBlobs.Write write) {
    CBORObject parameters =
        CBORObject.NewMap().Add(2, write.fragment().toArray()).Add(3, write.offset());
    write.length().ifPresent(length -> parameters.Add(4, length));
    write.pinUvAuth().ifPresent(param -> Parameters.addPinUvAuth(parameters, param, 5, 6));
    return parameters;
  }
}
