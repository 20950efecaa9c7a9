package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;

/// `/forget` of somebody who said very much: it is done in portions, and the person hears when it is done.
@Tag("slow")
class ForgetMuchTest extends Erasure {
  private static final int MESSAGES = 600;

  private Client talkative() {
    Client olena = marked().bound("ACME-1").opensTicket("Другое", marker);
    desk.topic("#0001").card();
    for (int i = 1; i <= MESSAGES; i++) {
      olena.writes(marker + " " + i);
    }
    desk.topic("#0001").shows(marker + " " + MESSAGES);
    desk.settles();
    return olena;
  }

  private void asksToBeForgotten(Client client) {
    client.writes("/forget");
    client.sees("Удалю всё, что знаю о вас");
    client.presses("Удалить мои данные");
    client.sees("Удаляю ваши данные. Их много");
  }

  private String erasure() {
    return desk.value("""
        select tickets || ' ' || messages || case when done_at is null then ' going' else ' done' end from erasure
        where workspace_id = %s
        """);
  }

  @Test
  void it_goes_on_until_nothing_is_left_and_only_then_it_is_told() {
    Client olena = talkative();
    asksToBeForgotten(olena);
    olena.sees("Готово, ваши данные удалены");
    desk.settles();
    isForgotten(olena);
    assertThat(erasure()).isEqualTo("1 " + (MESSAGES + 1) + " done");
    assertThat(desk.count("select count(*) from messages where workspace_id = %s")).isZero();
    assertThat(desk.topics()).hasSize(1).allMatch(topic -> topic.deleted());
  }

  @Test
  void what_is_left_when_the_program_ends_is_erased_by_the_next_one_and_what_was_said_since_stays() {
    Client olena = talkative();
    SmartLifecycle timers = desk.stage.bean("clockwork", SmartLifecycle.class);
    timers.stop();
    asksToBeForgotten(olena);
    assertThat(erasure()).endsWith(" going");
    olena.writes("А теперь о другом");
    olena.sees("нужен код проекта");
    desk.restart();
    olena.sees("Готово, ваши данные удалены");
    desk.settles();
    isForgottenSoFar();
    assertThat(erasure()).isEqualTo("1 " + (MESSAGES + 1) + " done");
    assertThat(rowsWith("А теперь о другом")).isNotEmpty();
  }

  private void isForgottenSoFar() {
    assertThat(rowsWith(marker + " 1")).isEmpty();
    assertThat(desk.count("select count(*) from timer where workspace_id = %s and kind = 'erasure.rest'")).isZero();
  }
}
