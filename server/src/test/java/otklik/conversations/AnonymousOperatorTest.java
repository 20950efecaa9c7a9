package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import playground.Message;

/// An operator writes in the group's name without noticing.
class AnonymousOperatorTest extends TimedConversation {
  private static final String TOLD = "Это написано от имени группы, поэтому дальше не ушло";
  private static final String TROUBLE = "Кто-то из операторов пишет от имени группы.";

  @AfterEach
  void speakUnderTheirOwnName() {
    desk.group.addAdmin(desk.operator("Marek"));
  }

  @Test
  void they_are_told_once_in_a_topic_and_the_group_hears_it_and_when_it_is_mended() {
    Client olena = person("Olena").bound("ACME-1").opensTicket("Другое", "Не открывается");
    Room room = desk.topic("#0001");
    desk.settles();
    desk.group.addAnonymousAdmin(desk.operator("Marek"));
    room.operator("Marek").hands().anonymously().writes("Уже смотрим");
    room.shows(TOLD);
    room.operator("Marek").hands().anonymously().writes("/take");
    room.operator("Marek").hands().anonymously().writes("// заметка");
    desk.settles();
    assertThat(room.texts()).filteredOn(text -> text.startsWith(TOLD)).hasSize(1);
    assertThat(olena.texts()).noneMatch(text -> text.contains("смотрим"));
    general(TROUBLE);

    desk.group.addAdmin(desk.operator("Marek"));
    pass(Duration.ofMinutes(2));
    general("Операторы снова пишут от своего имени");
    room.operator("Marek").writes("Теперь от себя");
    olena.sees("Теперь от себя");
  }

  private void general(String words) {
    desk.await("General to say " + words + " in " + said(), () -> {
      desk.stage.time.advance(Duration.ofSeconds(1));
      return said().stream().anyMatch(text -> text.startsWith(words));
    });
  }

  private List<String> said() {
    return desk.group.messages(0).stream().filter(message -> desk.isBot(message.from()))
        .map(Message::text).toList();
  }

  @Test
  void reactions_that_the_group_does_not_allow_are_told_of_there() {
    person("Olena").bound("ACME-1").opensTicket("Другое", "Не открывается");
    desk.settles();
    desk.group.allowReactions("👍", "🔥");
    desk.await("General to hear of it", () -> {
      desk.stage.time.advance(Duration.ofMinutes(5));
      return said().stream().anyMatch(text -> text.startsWith("В группе разрешены не все реакции"));
    });
    desk.group.allowReactions();
    general("Реакции снова разрешены");
  }

  /// Each such message is marked, but for notes, which are for nobody else.
  @Test
  void whatever_goes_nowhere_is_marked() {
    person("Olena").bound("ACME-1").opensTicket("Другое", "Не открывается");
    Room room = desk.topic("#0001");
    desk.settles();
    desk.group.addAnonymousAdmin(desk.operator("Marek"));
    int first = room.operator("Marek").hands().anonymously().writes("Уже смотрим");
    int note = room.operator("Marek").hands().anonymously().writes("// заметка");
    int second = room.operator("Marek").hands().anonymously().writes("Готово");
    room.shows(TOLD);
    desk.await("both to be marked", () -> reactions(room, first).contains("🤷") && reactions(room, second).contains("🤷"));
    assertThat(reactions(room, note)).doesNotContain("🤷");
  }

  private static String reactions(Room room, int message) {
    return room.messages().stream().filter(each -> each.id() == message).findFirst().orElseThrow().reactions().toString();
  }
}
