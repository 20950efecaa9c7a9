package otklik.conversations;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// «can pause, set quiet hours» and «a helper who joins or wakes later sees what is still open».
class SosWakingTest extends HelpingConversation {
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

  private Client ana;
  private Client beso;
  private Client nana;

  @BeforeEach
  void haveOneWhoAsksAndTwoWhoHelp() {
    ana = volunteer("Ana");
    beso = volunteer("Beso");
    nana = resident("Nana");
  }

  private void restsForTwoHours(Client client) {
    ZonedDateTime now = town.stage.time.instant().atZone(ZoneId.of("Asia/Tbilisi"));
    String hours = HOUR.format(now.minusHours(1)) + "–" + HOUR.format(now.plusHours(2));
    client.presses("Тихие часы");
    client.sees("Когда вас не беспокоить?");
    client.writes(hours);
    client.sees("Тихие часы: " + hours);
  }

  @Test
  void whoever_rests_hears_of_it_when_they_wake() {
    restsForTwoHours(ana);
    asks(nana, "Сломала ногу");
    beso.sees("Нужна помощь");
    ring(1);
    ring(2);
    ana.seesNothingNew();
    pass(Duration.ofHours(2).plusMinutes(1));
    ana.sees("Нужна помощь");
  }

  @Test
  void whoever_wakes_when_it_is_taken_is_not_disturbed() {
    restsForTwoHours(ana);
    asks(nana, "Сломала ногу");
    beso.sees("Нужна помощь");
    ring(1);
    ring(2);
    beso.presses("Взять в работу");
    beso.sees("Вы помогаете");
    pass(Duration.ofMinutes(31));
    beso.sees("как у вас дела?");
    beso.presses("Выполнена");
    nana.sees("Помощник отметил, что по просьбе #0001 всё сделано");
    pass(Duration.ofHours(2));
    ana.seesNothingNew();
  }

  @Test
  void whoever_pauses_hears_of_it_when_they_go_on() {
    ana.presses("Приостановить");
    ana.sees("Пауза.");
    asks(nana, "Сломала ногу");
    beso.sees("Нужна помощь");
    ring(1);
    ring(2);
    ana.seesNothingNew();
    ana.presses("Возобновить");
    ana.sees("Нужна помощь");
  }

  @Test
  void whoever_joins_later_sees_what_is_open_and_nothing_else() {
    asks(nana, "Сломала ногу");
    Client eka = resident("Eka");
    asks(eka, "Заперта дверь");
    ana.sees("Сломала ногу");
    ana.sees("Заперта дверь");
    ana.presses("Взять в работу");
    ana.sees("Вы помогаете · #0002");
    Client gia = volunteer("Gia");
    gia.sees("Сломала ногу");
    gia.seesNothingNew();
  }

  @Test
  void whoever_could_not_be_reached_sees_what_is_open_when_they_are_back() {
    town.settles();
    ana.chat.blocks();
    town.settles();
    asks(nana, "Сломала ногу");
    beso.sees("Нужна помощь");
    ana.chat.unblocks();
    ana.sees("Нужна помощь");
  }

  /// Whoever needs help isn't asked to give it.
  @Test
  void nobody_is_asked_to_help_themself() {
    asks(ana, "Сломала ногу");
    beso.sees("Нужна помощь");
    ring(1);
    ring(2);
    ana.seesNothingNew();
  }
}
