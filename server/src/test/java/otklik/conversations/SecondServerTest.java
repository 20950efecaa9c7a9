package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class SecondServerTest extends Conversation {
  @Test
  void a_second_server_on_the_same_database_is_refused_and_the_first_goes_on() {
    assertThatThrownBy(desk.stage::begin).rootCause().hasMessageContaining("Another Otklik serves this database already");

    person("Olena").bound("ACME-1").opensTicket("Другое", "Всё по-прежнему работает");
    desk.topic("#0001").cardShows("Всё по-прежнему работает");
  }
}
