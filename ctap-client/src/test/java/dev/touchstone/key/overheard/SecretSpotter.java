package dev.touchstone.key.overheard;

import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import com.yubico.yubikit.core.Transport;
import com.yubico.yubikit.core.fido.FidoConnection;
import com.yubico.yubikit.core.smartcard.SmartCardConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what passes before the recorder does, with a CBOR library of its own and a list of its own
 * of where secrets stand in CTAP 2.3 §6.
 */
final class SecretSpotter {

  private static final Map<Integer, Set<Integer>> IN_COMMANDS =
      Map.of(
          0x01, Set.of(8),
          0x02, Set.of(6),
          0x06, Set.of(4, 5, 6),
          0x09, Set.of(5),
          0x40, Set.of(5),
          0x0A, Set.of(4),
          0x41, Set.of(4),
          0x0C, Set.of(2, 5),
          0x0D, Set.of(4));

  private static final Map<Integer, Set<Integer>> IN_REPLIES =
      Map.of(
          0x01, Set.of(5),
          0x02, Set.of(7),
          0x08, Set.of(7),
          0x04, Set.of(0x19, 0x1E),
          0x06, Set.of(2),
          0x0A, Set.of(0x0B),
          0x41, Set.of(0x0B),
          0x0C, Set.of(1));

  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private int rest;
  private int command;
  private boolean ctap2;

  static FidoConnection of(FidoConnection connection) {
    SecretSpotter spotter = new SecretSpotter();
    return new FidoConnection() {
      @Override
      public void send(byte[] packet) throws IOException {
        spotter.packet(packet, true);
        connection.send(packet);
      }

      @Override
      public void receive(byte[] packet) throws IOException {
        connection.receive(packet);
        spotter.packet(packet, false);
      }

      @Override
      public void close() throws IOException {
        connection.close();
      }
    };
  }

  static SmartCardConnection of(SmartCardConnection connection) {
    SecretSpotter spotter = new SecretSpotter();
    return new SmartCardConnection() {
      @Override
      public byte[] sendAndReceive(byte[] apdu) throws IOException {
        spotter.command(apdu);
        byte[] response = connection.sendAndReceive(apdu);
        spotter.response(response);
        return response;
      }

      @Override
      public Transport getTransport() {
        return connection.getTransport();
      }

      @Override
      public boolean isExtendedLengthApduSupported() {
        return connection.isExtendedLengthApduSupported();
      }

      @Override
      public byte[] getAtr() {
        return connection.getAtr();
      }

      @Override
      public void close() throws IOException {
        connection.close();
      }
    };
  }

  private void packet(byte[] packet, boolean toKey) {
    if (packet[4] == (byte) 0x90) {
      message.reset();
      rest = ((packet[5] & 0xff) << 8) | (packet[6] & 0xff);
      take(packet, 7, toKey);
    } else if (packet[4] >= 0 && rest > 0) {
      take(packet, 5, toKey);
    }
  }

  private void take(byte[] packet, int from, boolean toKey) {
    int length = Math.min(rest, packet.length - from);
    message.write(packet, from, length);
    rest -= length;
    if (rest == 0) {
      look(message.toByteArray(), toKey);
    }
  }

  private void command(byte[] apdu) {
    if (apdu[1] != 0x11 && apdu[1] != (byte) 0xc0) {
      ctap2 = (apdu[0] & 0x80) != 0 && apdu[1] == 0x10;
    }
    if (ctap2 && apdu[1] == 0x10 && apdu.length > 7) {
      boolean extended = apdu[4] == 0;
      int from = extended ? 7 : 5;
      int length = extended ? ((apdu[5] & 0xff) << 8) | (apdu[6] & 0xff) : apdu[4] & 0xff;
      message.write(apdu, from, Math.min(length, apdu.length - from));
      if ((apdu[0] & 0x10) == 0) {
        look(message.toByteArray(), true);
        message.reset();
      }
    }
  }

  private void response(byte[] response) {
    if (!ctap2 || response.length < 2) {
      return;
    }
    message.write(response, 0, response.length - 2);
    if (response[response.length - 2] != 0x61) {
      look(message.toByteArray(), false);
      message.reset();
    }
  }

  private void look(byte[] whole, boolean toKey) {
    if (whole.length == 0) {
      return;
    }
    if (toKey) {
      command = whole[0] & 0xff;
    }
    Set<Integer> secret = (toKey ? IN_COMMANDS : IN_REPLIES).getOrDefault(command, Set.of());
    try {
      CBORObject map =
          whole.length == 1
              ? CBORObject.NewMap()
              : CBORObject.DecodeFromBytes(Arrays.copyOfRange(whole, 1, whole.length));
      if (map.getType() != CBORType.Map) {
        return;
      }
      for (int label : secret) {
        add(
            "member %d of command %02x".formatted(label, command),
            map.get(CBORObject.FromObject(label)));
      }
      if (toKey && (command == 1 || command == 2)) {
        CBORObject extensions = map.get(CBORObject.FromObject(command == 1 ? 6 : 4));
        lookAtExtensions(extensions);
      } else if (!toKey && (command == 2 || command == 8)) {
        lookAtAuthenticatorData(map.get(CBORObject.FromObject(2)));
      }
    } catch (CBORException | IllegalArgumentException | IllegalStateException e) {
      // a key that sends garbage on purpose
      KnownSecrets.add(
          "garbage " + HexFormat.of().formatHex(whole, 0, 1),
          Arrays.copyOfRange(whole, 1, whole.length));
    }
  }

  private static void lookAtAuthenticatorData(@Nullable CBORObject data) {
    if (data == null || data.getType() != CBORType.ByteString) {
      return;
    }
    byte[] bytes = data.GetByteString();
    if (bytes.length > 37 && (bytes[32] & 0x40) == 0) {
      lookAtExtensions(CBORObject.DecodeFromBytes(Arrays.copyOfRange(bytes, 37, bytes.length)));
    }
  }

  private static void lookAtExtensions(@Nullable CBORObject extensions) {
    if (extensions == null || extensions.getType() != CBORType.Map) {
      return;
    }
    for (String name : Set.of("hmac-secret", "hmac-secret-mc", "credBlob")) {
      CBORObject value = extensions.get(name);
      if (value != null && value.getType() == CBORType.Map) {
        add(name + " saltEnc", value.get(CBORObject.FromObject(2)));
        add(name + " saltAuth", value.get(CBORObject.FromObject(3)));
      } else {
        add(name, value);
      }
    }
  }

  private static void add(String name, @Nullable CBORObject value) {
    if (value != null && value.getType() == CBORType.ByteString) {
      KnownSecrets.add(name, value.GetByteString());
    }
  }
}
