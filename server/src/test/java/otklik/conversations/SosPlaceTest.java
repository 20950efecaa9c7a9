package otklik.conversations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import playground.Call;
import playground.Fault;
import playground.Media;
import playground.Message;

/// «The exact point only to the helper who took it, a rounded area to the others; precise location erased after
/// closing.»
class SosPlaceTest extends Neighbours {
  /// Others play in the same file.
  private final int own = ThreadLocalRandom.current().nextInt(1_000_000);
  private final String address = "Маркерная" + own;
  private final double latitude = 41.712345 + own * 1e-12;
  private static final String LATITUDE = "41.7123";
  private static final String LONGITUDE = "44.7987";
  private static final String HELPERS_LATITUDE = "41.7333";

  private Client nana;
  private Client vera;
  private Client beso;

  @BeforeEach
  void joinATown() {
    town.joins(town.tbilisi, "Тбилиси");
    nana = member("Nana");
    vera = volunteer("Vera");
    beso = volunteer("Beso");
  }

  private void asksForHelp() {
    asks(nana, "Сломала ногу", Media.venue("Дом у реки", "улица " + address + " 77", latitude, 44.798765));
  }

  /// Until both sides have said to each other where they are.
  private void isHelped() {
    asksForHelp();
    takes(vera);
    nana.writes("Вход со двора, " + address + " 77");
    vera.sees("Вход со двора");
    vera.writes("Еду на " + address);
    nana.sees("Еду на");
    vera.sends(Media.location(41.733333, 44.755555));
    nana.seesMessage("where the volunteer is", message -> message.type().equals("location"));
    vera.chat.replies(position().id(), "Вижу, рядом");
    nana.sees("Вижу, рядом");
    nana.sends(Media.location(41.712399, 44.798701, 37));
    vera.sees("теперь в другом месте");
    town.settles();
    assertThat(Traces.of(town, address)).isNotEmpty();
    assertThat(Traces.of(town, LATITUDE)).isNotEmpty();
  }

  private Message position() {
    return vera.fromBot().stream().filter(message -> message.type().equals("location")).findFirst().orElseThrow();
  }

  private void isNowhere() {
    town.settles();
    for (String marker : new String[] {address, LATITUDE, LONGITUDE, HELPERS_LATITUDE}) {
      assertThat(Traces.of(town, marker)).as(marker).isEmpty();
    }
    assertThat(town.stage.filesHold(address.getBytes(UTF_8))).as("the address in free pages").isFalse();
    assertThat(town.stage.filesHold(ByteBuffer.allocate(Double.BYTES).putDouble(latitude).array()))
        .as("the position in free pages").isFalse();
    assertThat(town.count("""
        select count(*) from emergency_request where workspace_id = %s and (latitude is not null or accuracy is not null
        or located_at is not null or address is not null or told_at is not null or place_message is not null)
        """)).isZero();
    for (Client each : new Client[] {nana, vera, beso}) {
      assertThat(each.fromBot()).noneMatch(message -> message.type().equals("location"));
    }
    assertThat(shownTo(vera)).noneMatch(text -> text.contains(LATITUDE) || text.contains("Дом у реки"));
  }

  @Test
  void it_is_erased_when_the_person_was_helped() {
    isHelped();
    vera.presses("Выполнена");
    nana.sees("Это так?");
    nana.presses("Спасибо, помогли");
    nana.sees("пару слов");
    isNowhere();
  }

  @Test
  void it_is_erased_when_the_person_cancels() {
    isHelped();
    cancels(nana);
    isNowhere();
  }

  @Test
  void it_is_erased_when_the_time_is_over() {
    asksForHelp();
    pass(Duration.ofHours(25));
    nana.sees("Время вышло");
    isNowhere();
  }

  @Test
  void it_is_erased_when_it_was_not_urgent() {
    isHelped();
    closesWith(vera, "Не соответствует");
    nana.sees("Если это срочно, скажите");
    isNowhere();
  }

  @Test
  void it_is_erased_when_the_person_is_blocked() {
    isHelped();
    town.coordinator("Nino").in(town.coordinators).writes("/block 1");
    nana.sees("Координаторы закрыли вам доступ");
    isNowhere();
  }

  @Test
  void nobody_but_the_taker_ever_has_more_than_the_area() {
    isHelped();
    assertThat(calls(call -> call.chatId() != vera.person.id() && call.chatId() != nana.person.id())).isNotEmpty()
        .noneMatch(call -> call.contains(LATITUDE) || call.contains(LONGITUDE) || call.contains(address)
            || call.contains("Дом у реки"));
    assertThat(calls(call -> call.chatId() == beso.person.id()))
        .anyMatch(call -> call.contains("openstreetmap.org/#map="));
    int copy = Integer.parseInt(town.value("select copy_id from asking where workspace_id = %s and state = 'seen'"));
    assertThat(calls(call -> call.chatId() == vera.person.id() && call.params().path("message_id").asInt() == copy))
        .isNotEmpty().noneMatch(call -> call.contains(LATITUDE) || call.contains(address));
    assertThat(calls(call -> call.chatId() == vera.person.id())).filteredOn(call -> call.contains("Нужна помощь"))
        .isNotEmpty().noneMatch(call -> call.contains(LATITUDE) || call.contains(address));
  }

  /// What the messenger was asked to show.
  private Stream<String> calls(Predicate<Call> which) {
    return town.stage.playground.calls().stream().filter(call -> call.bot() == town.bot.id()).filter(which)
        .map(call -> call.params().toString());
  }

  @Test
  void whoever_gives_it_back_keeps_nothing_and_the_next_one_is_told() {
    isHelped();
    vera.presses("Вернуть в пул");
    vera.sees("Почему возвращаете");
    vera.presses("Без комментария");
    nana.sees("Vera не сможет помочь");
    town.settles();
    assertThat(vera.fromBot()).noneMatch(message -> message.type().equals("location"));
    assertThat(shownTo(vera)).noneMatch(text -> text.contains(LATITUDE) || text.contains("Дом у реки"));
    takes(beso);
    assertThat(shownTo(beso)).anyMatch(text -> text.contains("Дом у реки"));
    assertThat(beso.fromBot()).anyMatch(message -> message.type().equals("location"));
  }

  @Test
  void what_waits_to_be_told_when_it_is_closed_is_never_told() {
    asksForHelp();
    vera.sees("Нужна помощь");
    var trouble = town.stage.playground.fault(
        Fault.of(Fault.Kind.SERVER_ERROR).forMethods("sendLocation").inChat(vera.person.id()));
    vera.presses("Взять в работу");
    nana.sees("Vera идёт на помощь");
    nana.presses("Отменить просьбу");
    nana.sees("Точно?");
    nana.presses("Да, отменить");
    nana.sees("отменена");
    trouble.close();
    isNowhere();
  }
}
