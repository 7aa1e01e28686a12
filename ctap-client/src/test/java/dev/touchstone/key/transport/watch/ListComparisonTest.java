package dev.touchstone.key.transport.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.yubico.yubikit.core.fido.FidoConnection;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyEvent;
import dev.touchstone.key.transport.KeyEvent.Added;
import dev.touchstone.key.transport.KeyEvent.ListComplete;
import dev.touchstone.key.transport.KeyEvent.Removed;
import dev.touchstone.key.transport.Transport;
import dev.touchstone.key.transport.TransportException.DeviceGone;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListComparisonTest {

  private static final KeyDevice ONE = new PluggedIn("hid-1", "/dev/hidraw1");
  private static final KeyDevice TWO = new PluggedIn("hid-2", "/dev/hidraw2");

  private final List<KeyEvent> told = new ArrayList<>();
  private final ListComparison comparison = new ListComparison(told::add);

  @Test
  void tellsEveryKeyThatIsThereAndThenThatTheListIsComplete() {
    comparison.next(List.of(ONE, TWO));

    assertThat(told).containsExactly(new Added(ONE), new Added(TWO), new ListComplete());
  }

  @Test
  void tellsNothingWhileNothingChanges() {
    comparison.next(List.of(ONE));
    told.clear();

    comparison.next(List.of(ONE));

    assertThat(told).isEmpty();
  }

  @Test
  void tellsWhatCameAndWhatWent() {
    comparison.next(List.of(ONE));
    told.clear();

    comparison.next(List.of(TWO));

    assertThat(told).containsExactly(new Removed(ONE), new Added(TWO));
  }

  @Test
  void anEmptyListIsCompleteToo() {
    comparison.next(List.of());

    assertThat(told).containsExactly(new ListComplete());
  }

  private record PluggedIn(String id, String path) implements KeyDevice {
    @Override
    public String name() {
      return "Key";
    }

    @Override
    public Transport transport() {
      return Transport.USB_HID;
    }

    @Override
    public int vendorId() {
      return 0;
    }

    @Override
    public int productId() {
      return 0;
    }

    @Override
    public FidoConnection connect() throws DeviceGone {
      throw new DeviceGone("only listed");
    }
  }
}
