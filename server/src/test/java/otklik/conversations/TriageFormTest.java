package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import playground.Media;

/// What people without a code send where they are asked for a line of words.
class TriageFormTest extends Conversation {
  private Client olena;

  @BeforeEach
  void comesWithoutACode() {
    olena = person("Olena");
    olena.chat.starts();
    olena.sees("нужен код проекта");
    olena.presses("Нет кода");
    olena.sees("Из какой вы компании");
  }

  private long told(String words) {
    desk.settles();
    return olena.texts().stream().filter(text -> text.contains(words)).count();
  }

  private void bothPhotosAreInTheTicket() {
    olena.presses("Пропустить");
    olena.sees("принято");
    Room triage = desk.topic("UNKNOWN/TRIAGE");
    triage.showsMessage("the second photo", message -> message.text().equals("второе"));
    assertThat(triage.fromBot()).filteredOn(message -> message.type().equals("photo")).hasSize(2);
  }

  @Test
  void an_album_in_place_of_a_company_is_answered_once_and_kept() {
    olena.chat.album(Media.photo("первое"), Media.photo("второе"));
    olena.sees("А как коротко называется ваша компания");
    assertThat(told("А как коротко называется ваша компания")).isEqualTo(1);
    olena.writes("Acme");
    olena.sees("Как с вами связаться");
    bothPhotosAreInTheTicket();
  }

  @Test
  void an_album_in_place_of_a_contact_is_answered_once_and_kept() {
    olena.writes("Acme");
    olena.sees("Как с вами связаться");
    olena.chat.album(Media.photo("первое"), Media.photo("второе"));
    olena.sees("Не похоже на почту или телефон");
    assertThat(told("Не похоже на почту или телефон")).isEqualTo(1);
    bothPhotosAreInTheTicket();
  }
}
