package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import playground.Fault;
import playground.Media;

/// A helper's settings let no bot send them recordings, and somebody in need has told what happened in one.
class SosNoVoiceTest extends Coordination {
  @AfterEach
  void recordingsPassAgain() {
    town.stage.playground.endFaults();
  }

  @Test
  void the_helper_and_the_coordinators_hear_that_a_recording_did_not_arrive() {
    Client ana = volunteer("Ana");
    asks("Упало дерево");
    ana.sees("Нужна помощь");
    nana.sends(Media.voice());
    nana.sees("Добавили к просьбе");
    town.settles();
    town.stage.playground.fault(Fault.refusal("VOICE_MESSAGES_FORBIDDEN").forMethods("sendVoice")
        .inChat(ana.person.id()));
    assertThat(ana.presses("Вложения (1)")).isNullOrEmpty();
    ana.sees("ваш мессенджер не пропускает голосовые от бота");
    groupShows("Помощник @ana не получил запись голосом");
    ana.presses("Взять в работу");
    ana.sees("Вы помогаете");
    nana.sees("Ana идёт на помощь");
    nana.sends(Media.voice());
    nana.sees("Помощник не принимает голосовые и видеосообщения. Напишите, пожалуйста, словами.");
  }
}
