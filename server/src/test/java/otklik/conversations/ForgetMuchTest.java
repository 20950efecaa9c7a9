package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;

/// `/forget` of somebody who said very much: it is done in portions, and the person hears when it is done.
@Tag("slow")
class ForgetMuchTest extends Erasure {
  private static final int MESSAGES = 600;

  private String erasure() {
    return desk.value("""
        select tickets || ' ' || messages || case when done_at is null then ' going' else ' done' end from erasure
        where workspace_id = %s
        """);
  }

  /// The timers stand still from the press on, so that the program ends between two portions.
  @Test
  void what_is_left_when_the_program_ends_is_erased_by_the_next_one_and_only_then_it_is_told() {
    Client olena = marked().bound("ACME-1").opensTicket("Другое", marker);
    Room room = desk.topic("#0001");
    room.card();
    for (int i = 1; i <= MESSAGES; i++) {
      olena.writes(marker + " " + i);
    }
    room.shows(marker + " " + MESSAGES);
    desk.settles();
    desk.stage.bean("otklik.timers.TimerScheduler", SmartLifecycle.class).stop();

    olena.writes("/forget");
    olena.sees("Удалю всё, что знаю о вас");
    olena.presses("Удалить мои данные");
    olena.sees("Удаляю ваши данные. Их много");
    olena.writes("А теперь о другом");
    olena.sees("нужен код проекта");
    assertThat(erasure()).isEqualTo("0 500 going");
    assertThat(rowsWith(marker + " " + MESSAGES)).isNotEmpty();

    desk.restart();
    olena.sees("Готово, у меня ваших данных больше нет");
    desk.settles();
    assertThat(erasure()).isEqualTo("1 " + (MESSAGES + 1) + " done");
    assertThat(rowsWith(marker + " ")).allMatch(row -> row.startsWith("person.name"));
    assertThat(rowsWith("А теперь о другом")).isNotEmpty();
    assertThat(desk.topics()).hasSize(1).allMatch(topic -> topic.deleted());
    assertThat(desk.count("select count(*) from timer where workspace_id = %s and kind = 'erasure.rest'")).isZero();
  }
}
