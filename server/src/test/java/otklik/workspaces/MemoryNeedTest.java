package otklik.workspaces;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import otklik.settings.WrongConfiguration;
import otklik.storage.Address;

/// Too little memory is told at the start, with what to set.
class MemoryNeedTest {
  private static Installation of(int channels) {
    return TestChannels.installation(new Address.Sqlite(Path.of("data.sqlite")),
        IntStream.range(0, channels).mapToObj(number -> "desk" + number).toArray(String[]::new));
  }

  @Test
  void one_desk_needs_no_more_than_the_least_heap() {
    assertThatCode(() -> MemoryNeed.check(of(1), 120L << 20)).doesNotThrowAnyException();
  }

  @Test
  void a_thousand_desks_are_told_how_much_they_need() {
    assertThatThrownBy(() -> MemoryNeed.check(of(1_000), 120L << 20)).isInstanceOf(WrongConfiguration.class)
        .hasMessage("environment: HEAP: 120m of memory are too little for 1000 channels: set HEAP=256m or more "
            + "(docs/operating.md)");
    assertThatCode(() -> MemoryNeed.check(of(1_000), 250L << 20)).doesNotThrowAnyException();
  }
}
