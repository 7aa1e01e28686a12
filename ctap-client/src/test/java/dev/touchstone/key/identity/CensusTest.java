package dev.touchstone.key.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.transport.Hint;
import dev.touchstone.key.transport.KeyColour;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyLabel;
import dev.touchstone.key.transport.Mark;
import dev.touchstone.key.transport.Mark.Serial;
import dev.touchstone.key.transport.Mark.UsbDevice;
import dev.touchstone.key.transport.TransportException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CensusTest {

  private static final Serial ADAS = new Serial("Yubico", "12345678");
  private static final Serial BOBS = new Serial("Yubico", "87654321");

  private final Map<String, Serial> told = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final Map<Object, KeyLabel> names = new HashMap<>();
  private boolean busy;

  private final Census census =
      new Census(
          new KeyLabels() {
            @Override
            public Optional<KeyLabel> ofNumber(Serial serial) {
              return Optional.ofNullable(names.get(serial));
            }

            @Override
            public Optional<KeyLabel> ofLikeness(String likeness) {
              return Optional.ofNullable(names.get(likeness));
            }
          },
          new Serials.Question() {
            @Override
            public boolean isFor(KeyDevice device) {
              return true;
            }

            @Override
            public Optional<Serial> ask(KeyDevice device) throws KeyException {
              asked.add(device.id());
              if (busy) {
                throw new KeyException.KeyGone("It is gone.");
              }
              return Optional.ofNullable(told.get(device.id()));
            }
          });

  @Test
  void oneNumberOnTwoWiresIsOneKey() {
    told.put("hid-1", ADAS);
    told.put("card-1", ADAS);
    told.put("hid-2", BOBS);

    List<KeyDevice> keys =
        census.of(List.of(OneWire.card("card-1"), OneWire.hid("hid-1"), OneWire.hid("hid-2")));

    assertThat(keys).extracting(KeyDevice::id).containsExactly("hid-1", "hid-2");
    assertThat(keys.getFirst().wires())
        .extracting(KeyDevice::id)
        .containsExactly("hid-1", "card-1");
    assertThat(keys.getFirst().serial()).contains("12345678");
    assertThat(keys.getLast().serial()).contains("87654321");
  }

  @Test
  void twoKeysOfOneModelThatTellNoNumberStayTwo() {
    assertThat(census.of(List.of(OneWire.hid("hid-1"), OneWire.hid("hid-2")))).hasSize(2);
  }

  @Test
  void aReaderInTheSameUsbDeviceIsTheSameKey() {
    UsbDevice stick = new UsbDevice(3, 12);

    assertThat(census.of(List.of(OneWire.hid("hid-1", stick), OneWire.card("card-1", stick))))
        .singleElement()
        .satisfies(key -> assertThat(key.wires()).hasSize(2));
    assertThat(
            census.of(
                List.of(OneWire.hid("hid-1", stick), OneWire.card("card-1", new UsbDevice(3, 13)))))
        .hasSize(2);
  }

  @Test
  void whatJoinsTwoKeysMakesThemOne() {
    UsbDevice stick = new UsbDevice(3, 12);
    told.put("card-2", ADAS);

    List<KeyDevice> keys =
        census.of(
            List.of(
                OneWire.hid("hid-1", stick),
                OneWire.card("card-2"),
                OneWire.card("card-1", stick, ADAS)));

    assertThat(keys).singleElement().satisfies(key -> assertThat(key.wires()).hasSize(3));
  }

  @Test
  void aKeyIsAskedOnceUntilItIsPluggedInAnew() {
    OneWire key = OneWire.hid("hid-1");
    census.of(List.of(key));
    census.of(List.of(key));
    assertThat(asked).containsExactly("hid-1");

    census.of(List.of(key.pluggedAnew()));
    assertThat(asked).hasSize(2);
    census.of(List.of());
    census.of(List.of(key));
    assertThat(asked).hasSize(3);
  }

  @Test
  void aBusyKeyIsNotAskedAgainAtOnce() {
    busy = true;
    census.of(List.of(OneWire.hid("hid-1")));
    census.of(List.of(OneWire.hid("hid-1")));

    assertThat(asked).hasSize(1);
  }

  @Test
  void aNameGoesWithTheNumberWhateverTheWire() {
    told.put("card-1", ADAS);
    names.put(ADAS, new KeyLabel("Ada's blue", KeyColour.BLUE, true));

    KeyDevice key = census.of(List.of(OneWire.card("card-1"))).getFirst();

    assertThat(key.title()).isEqualTo("Ada's blue");
    assertThat(key.name()).isEqualTo("Security key");
  }

  @Test
  void aNameThatFitsTwoKeysIsShownAtNeitherAndSaidSo() {
    OneWire one = OneWire.hid("hid-1");
    names.put(one.likeness(), new KeyLabel("Spare", KeyColour.NONE, false));

    assertThat(census.of(List.of(one)).getFirst().title()).isEqualTo("Spare");
    assertThat(census.of(List.of(one, OneWire.hid("hid-2"))))
        .extracting(KeyDevice::title)
        .containsOnly("YubiKey FIDO");
    assertThat(census.hints())
        .extracting(Hint::happened)
        .singleElement()
        .asString()
        .contains("Spare");
  }

  @Test
  void theOtherWireIsTakenWhereTheSystemKeepsOneFromUs() {
    Mark stick = new UsbDevice(1, 1);
    List<String> tried = new ArrayList<>();
    KeyDevice key =
        census
            .of(
                List.of(
                    OneWire.hid("hid-1", stick)
                        .through(() -> {
                          tried.add("hid");
                          throw new TransportException.AccessDenied("Not for you.");
                        }),
                    OneWire.card("card-1", stick)
                        .through(() -> {
                          tried.add("card");
                          throw new TransportException.DeviceGone("It is gone.");
                        })))
            .getFirst();

    assertThatThrownBy(key::connect).isInstanceOf(TransportException.AccessDenied.class);
    assertThat(tried).containsExactly("hid", "card");
  }

  @Test
  void twentyKeysAreAskedOnceEachAndThenCostNothing() {
    List<KeyDevice> twenty =
        IntStream.rangeClosed(1, 20).<KeyDevice>mapToObj(i -> OneWire.hid("hid-" + i)).toList();
    for (int i = 0; i < 100; i++) {
      assertThat(census.of(twenty)).hasSize(20);
    }

    assertThat(asked).hasSize(20);
  }
}
