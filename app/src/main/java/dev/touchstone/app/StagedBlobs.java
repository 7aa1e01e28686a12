package dev.touchstone.app;

import dev.touchstone.app.virtual.PluggedKey;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.ClientPin.Permission;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.LargeBlobs;
import dev.touchstone.key.largeblob.BlobCipher;
import dev.touchstone.key.manage.ListKeyCredentials;
import dev.touchstone.key.manage.StoredCredential;
import dev.touchstone.key.manage.largeblob.WriteLargeBlob;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.Interaction;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.PinRequest;
import dev.touchstone.key.session.uv.HeldVerification;
import dev.touchstone.key.session.uv.TokenScope;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** Large blobs on a key, in states that are seldom seen, for pictures. */
final class StagedBlobs {

  private final VirtualKey key;
  private final String pin;

  StagedBlobs(VirtualKey key, String pin) {
    this.key = key;
    this.pin = pin;
  }

  /** A job at the open key. */
  @FunctionalInterface
  private interface Job {
    void run(Conversation conversation, HeldVerification held) throws KeyException;
  }

  /** Two credentials have one, and little room is left. */
  void fill() {
    byte[] large = new byte[3700];
    new Random(1).nextBytes(large);
    atTheKey((conversation, held) -> {
      List<StoredCredential> all = new ListKeyCredentials(conversation, held).run().credentials();
      write(conversation, held, all.get(0), large);
      write(
          conversation,
          held,
          all.get(1),
          "-----BEGIN NOTE-----\nthe spare is in the safe".getBytes(StandardCharsets.US_ASCII));
    });
  }

  /** Another program left something in their place that is no array. */
  void damage() {
    byte[] content = "notes of another program".getBytes(StandardCharsets.US_ASCII);
    byte[] array =
        ByteBuffer.allocate(content.length + 16)
            .put(content)
            .put(Bytes.of(content).sha256().toArray(), 0, 16)
            .array();
    atTheKey((conversation, held) -> {
      var _ =
          held.run(
              conversation,
              verification ->
                  conversation.send(
                      new LargeBlobs.Write(
                          0,
                          Bytes.of(array),
                          OptionalInt.of(array.length),
                          verification.proofOver(message(array)))));
    });
  }

  private static void write(
      Conversation conversation, HeldVerification held, StoredCredential credential, byte[] blob)
      throws KeyException {
    var write = new WriteLargeBlob(conversation, held, new BlobCipher(new SecureRandom()));
    write.apply(write.preview(credential, blob));
  }

  private void atTheKey(Job job) {
    try (KeyRing ring = new KeyRing(List.of());
        KeySession session = ring.open(new PluggedKey("staged", key));
        HeldVerification held =
            new HeldVerification(
                TokenScope.management(
                    Permission.CREDENTIAL_MANAGEMENT, Permission.LARGE_BLOB_WRITE),
                "The stage is set.")) {
      job.run(new Conversation(session, new Typist(pin), new Cancellation()), held);
    } catch (KeyException e) {
      throw new IllegalStateException("the stage could not be set", e);
    }
  }

  /** CTAP 2.3 §6.10.2: what a proof for the first fragment is computed over. */
  private static byte[] message(byte[] fragment) {
    byte[] prefix = new byte[32];
    Arrays.fill(prefix, (byte) 0xff);
    return ByteBuffer.allocate(70)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(prefix)
        .put((byte) 0x0c)
        .put((byte) 0x00)
        .putInt(0)
        .put(Bytes.of(fragment).sha256().toArray())
        .array();
  }

  /** Types the PIN of the staged key, which is no secret. */
  private record Typist(String pin) implements Interaction {
    @Override
    public void touchWanted() {}

    @Override
    public void touchEnded() {}

    @Override
    public Optional<Pin> pinWanted(PinRequest request) {
      return Optional.of(new Pin(pin.toCharArray()));
    }

    @Override
    public int chooseAccount(List<Account> accounts) {
      return 0;
    }
  }
}
