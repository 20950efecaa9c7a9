package otklik.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.kernel.TicketId;

class PressTest {
  private enum Fruit implements Press.Kind {
    PEAR("pear"),
    PLUM("plum");

    private final String word;

    Fruit(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  private record Basket(String scenario, Press.Kind... kinds) implements PersonButton {
    @Override
    public Set<Press.Kind> buttons() {
      return Set.of(kinds);
    }

    @Override
    public Response pressed(Pressing pressing) {
      return Response.done();
    }
  }

  private static final Basket PEARS = new Basket("market", Fruit.PEAR);
  private static final Basket EVERYBODYS = new Basket(Part.EVERY, Fruit.PEAR, Fruit.PLUM);

  private static Optional<KnownButton.Read<PersonButton>> read(String scenario, String data) {
    Map<String, Map<String, KnownButton<PersonButton>>> known =
        KnownButton.byWord(List.of(PEARS, EVERYBODYS), PersonButton::buttons);
    return KnownButton.read(known, scenario, data);
  }

  @Test
  void what_a_scenario_brings_stands_before_what_all_have() {
    assertThat(read("market", "pear").orElseThrow().button()).isSameAs(PEARS);
    assertThat(read("market", "plum").orElseThrow().button()).isSameAs(EVERYBODYS);
    assertThat(read("garden", "pear").orElseThrow().button()).isSameAs(EVERYBODYS);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", ":", "apple", "pears", "PEAR", " pear", "apple:7"})
  void what_nobody_answers_for_is_nobodys(String data) {
    assertThat(read("market", data)).isEmpty();
  }

  @Test
  void a_press_carries_what_it_was_made_with() {
    Press made = Press.of(Fruit.PEAR, new TicketId(7), 12);
    Press read = read("market", made.data()).orElseThrow().press();
    assertThat(read).isEqualTo(made);
    assertThat(read.ticket()).contains(new TicketId(7));
    assertThat(read.moreNumber()).contains(12L);
    assertThat(Press.of(Fruit.PLUM).data()).isEqualTo("plum");
    assertThat(Press.of(Fruit.PLUM, "08:00–09:00").data()).isEqualTo("plum:08:00–09:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pear:x", "pear:/", "pear:99999999999999999999", "pear:7/8/9", "pear:-"})
  void details_that_are_no_numbers_are_none(String data) {
    Press press = read("market", data).orElseThrow().press();
    assertThat(press.number()).isEmpty();
    assertThat(press.moreNumber()).isEmpty();
  }

  @Test
  void two_of_a_word_in_one_scenario_are_refused() {
    assertThatThrownBy(() -> KnownButton.byWord(List.of(PEARS, new Basket("market", Fruit.PEAR)), PersonButton::buttons))
        .hasMessageContaining("market").hasMessageContaining("pear");
  }
}
