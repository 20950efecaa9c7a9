package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import playground.Message;

/// An operator answers in the topic of a ticket that is closed.
class ClosedAnswersTest extends Conversation {
  private static final String TOLD = "#0001 закрыто, поэтому ответ ушёл клиенту с этим номером.";

  private Client olena;
  private Room closed;

  private void aClosedTicket() {
    olena = person("Olena").bound("ACME-1").opensTicket("Другое", "Первое");
    closed = desk.topic("#0001");
    closed.operator("Marek").presses("Закрыть");
    olena.sees("Кажется, решили");
    desk.settles();
  }

  @Test
  void the_client_sees_of_which_ticket_and_the_operator_that_it_is_closed() {
    aClosedTicket();
    closed.operator("Marek").writes("Ещё одно: обновите приложение");
    olena.sees("К обращению #0001:\nЕщё одно: обновите приложение");
    Message line = closed.shows(TOLD);
    closed.operator("Marek").writes("И перезапустите");
    olena.sees("К обращению #0001:\nИ перезапустите");
    desk.settles();
    assertThat(closed.texts()).filteredOn(text -> text.startsWith(TOLD)).hasSize(1);
    assertThat(closed.operator("Marek").hands().presses(line.id(), "Открыть заново").answer()).isNotEmpty();
    closed.cardShows("● Статус: New");
  }

  @Test
  void where_another_ticket_is_open_its_operators_know_what_was_said_besides() {
    aClosedTicket();
    olena.writes("Новая беда");
    olena.presses("Открыть новый тикет");
    olena.sees("Выберите, что случилось");
    olena.presses("Другое");
    olena.sees("Можно прикрепить");
    olena.presses("Пропустить");
    olena.sees("обращение #0002 принято");
    Room open = desk.topic("#0002");
    desk.settles();
    closed.operator("Marek").writes("По первому: готово");
    int answer = olena.sees("К обращению #0001:\nПо первому: готово").id();
    open.shows("Клиенту ответили из закрытого обращения #0001: «По первому: готово»");
    olena.chat.replies(answer, "Спасибо, понял");
    Message reply = open.shows("↩ К #0001:\nСпасибо, понял");
    assertThat(reply.replyTo()).isIn(0, open.id);
  }
}
