package dev.touchstone.app;

import dev.touchstone.app.naming.KeyNames;
import dev.touchstone.app.recorder.RunRecording;
import dev.touchstone.app.remembered.RememberedKeys;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.ChooseByTouch;
import dev.touchstone.app.usecase.ChooseKey;
import dev.touchstone.app.usecase.KeyUseCases;
import dev.touchstone.app.usecase.audit.KeyTrail;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.transport.KeyDiscovery;
import dev.touchstone.key.transport.udp.UdpDiscovery;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The keys of this run: found on every wire, recorded, chosen, named. */
final class PluggedKeys implements AutoCloseable {

  private final Settings settings;
  private final List<Supplier<KeyDiscovery>> hardware;
  private final VirtualKeys virtualKeys;
  private final KeyTrail trail;
  private final InstantSource clock;
  private final KeyNames names;
  private @Nullable KeyRing ring;
  private @Nullable RunRecording recording;
  private @Nullable ChooseByTouch byTouch;

  /**
   * Looks for nothing yet.
   *
   * @param hardware finds keys that are not ours
   */
  PluggedKeys(
      Settings settings,
      List<Supplier<KeyDiscovery>> hardware,
      VirtualKeys virtualKeys,
      KeyTrail trail,
      InstantSource clock) {
    this.settings = settings;
    this.hardware = hardware;
    this.virtualKeys = virtualKeys;
    this.trail = trail;
    this.clock = clock;
    this.names = new KeyNames(settings.data());
  }

  /** What can be done to them. */
  KeyUseCases useCases(RememberedKeys remembered) {
    return new KeyUseCases(ring(), choose(), byTouch(), names, remembered, clock);
  }

  ChooseKey choose() {
    return new ChooseKey(ring(), byTouch());
  }

  synchronized KeyRing ring() {
    if (ring == null) {
      List<KeyDiscovery> wires = new ArrayList<>();
      hardware.forEach(wire -> wires.add(wire.get()));
      wires.add(new UdpDiscovery(settings.simulators()));
      if (settings.virtualKey()) {
        wires.add(virtualKeys.discovery());
      }
      // not as a method reference: the recorder is not needed to list keys
      ring = new KeyRing(wires, names, device -> recording().connect(device), trail);
    }
    return ring;
  }

  /** What passes between them and this program. */
  synchronized RunRecording recording() {
    if (recording == null) {
      recording = new RunRecording(settings, clock);
    }
    return recording;
  }

  private synchronized ChooseByTouch byTouch() {
    if (byTouch == null) {
      byTouch = new ChooseByTouch(ring());
    }
    return byTouch;
  }

  @Override
  public synchronized void close() {
    if (ring != null) {
      ring.close();
    }
    if (recording != null) {
      recording.close();
    }
  }
}
