package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import playground.Fault;
import playground.Media;

/// Somebody's settings let nobody send them recordings: whoever sends one is told in plain words what to do.
class NoVoiceTest extends Faulty {
  @Test
  void an_operator_is_told_to_write_or_to_send_a_file() {
    Client olena = ticketOf("Olena");
    Room room = roomOf(olena);
    desk.settles();
    playground().fault(Fault.refusal("VOICE_MESSAGES_FORBIDDEN").forMethods("sendVoice", "sendVideoNote")
        .inChat(olena.person.id()));
    String told = "Не доставлено: клиент не принимает голосовые и видеосообщения. Напишите словами или пришлите запись файлом";
    room.operator("Marek").sends(Media.voice());
    room.shows(told);
    room.operator("Marek").sends(Media.videoNote());
    room.shows(told);
    assertThat(room.texts()).noneMatch(text -> text.contains("FORBIDDEN"));
  }
}
