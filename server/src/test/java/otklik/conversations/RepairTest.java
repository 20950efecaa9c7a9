package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import otklik.standing.ChannelInspector;
import playground.Media;
import playground.Message;
import playground.PrivateHands;
import playground.Right;
import playground.TopicView;

/// What people take away from the bot and give back, and that nothing of the time between is lost.
class RepairTest extends Faulty {
  private PrivateHands adminsChat() {
    PrivateHands chat = desk.operator("Marek").inPrivate(desk.bot);
    chat.starts("");
    desk.settles();
    return chat;
  }

  private boolean goesOn(String kind) {
    return desk.count("select count(*) from trouble where workspace_id = %s and ended_at is null and kind = '" + kind
        + "'") == 1;
  }

  private void begins(String kind) {
    desk.await(kind + " to be noticed", () -> goesOn(kind));
  }

  private void ends(String kind) {
    desk.await(kind + " to be over", () -> !goesOn(kind));
  }

  /// What the bot said there, besides how to work in the group.
  private List<String> general() {
    return desk.group.messages(0).stream().filter(message -> message.from() == desk.bot.id() && !message.service())
        .map(Message::text).filter(text -> !text.startsWith("Как мы здесь работаем")).toList();
  }

  private long saidInGeneral(String words) {
    return general().stream().filter(text -> text.contains(words)).count();
  }

  private void generalShows(String words) {
    desk.await("the group to be told " + words + ", told: " + general(), () -> saidInGeneral(words) > 0);
  }

  private void look() {
    desk.stage.bean(ChannelInspector.class).soon(desk.channel());
  }

  @Test
  void what_is_said_while_the_bot_is_out_of_the_group_arrives_in_order_when_it_is_back() {
    PrivateHands admin = adminsChat();
    Client olena = ticketOf("Olena");
    Room room = roomOf(olena);
    desk.settles();

    desk.group.kick(desk.bot);
    begins("group-lost");
    for (int i = 1; i <= 3; i++) {
      olena.writes("без бота " + i);
    }
    Client timur = person("Timur").bound("ACME-1").opensTicket("Другое", "Новая беда");
    timur.writes("и ещё строка");
    desk.await("the admin to be told", () -> admin.messages().stream()
        .anyMatch(message -> message.text().startsWith("Бота нет в группе операторов")));
    desk.stage.time.advance(Duration.ofMinutes(5));
    assertThat(desk.stage.get("/health/ready")).contains("\"kind\":\"group-lost\"", desk.workspace() + "/desk",
        "\"status\":\"ready\"").doesNotContain(desk.bot.token());
    assertThat(desk.stage.get("/metrics")).contains("otklik_channels_troubles{kind=\"group-lost\"} 1");

    desk.group.promote(desk.bot);
    ends("group-lost");
    room.shows("без бота 3");
    Room second = roomOf(timur);
    second.shows("и ещё строка");
    second.card();
    generalShows("Того, что вы писали здесь без него, он не видел");
    desk.settles();
    assertThat(room.texts()).containsExactly("без бота 1", "без бота 2", "без бота 3");
    assertThat(desk.topics()).hasSize(2);
    assertThat(admin.messages().stream().map(Message::text)
        .filter(text -> text.startsWith("Бот снова в группе операторов"))).hasSize(1);
    assertThat(olena.texts()).noneMatch(text -> text.contains("сохранено") || text.contains("не так"));
    room.operator("Marek").writes("вижу всё");
    olena.sees("вижу всё");
  }

  @Test
  void a_bot_that_is_thrown_out_and_taken_in_again_and_again_repeats_nothing() {
    Client olena = ticketOf("Olena");
    Room room = roomOf(olena);
    desk.settles();

    for (int i = 1; i <= 4; i++) {
      desk.group.kick(desk.bot);
      olena.writes("раз " + i);
      if (i == 2) {
        begins("group-lost");
        desk.restart();
      }
      desk.group.promote(desk.bot);
      olena.writes("два " + i);
    }
    Client timur = person("Timur").bound("ACME-1").opensTicket("Другое", "Среди дрожи");

    room.shows("два 4");
    roomOf(timur).card();
    ends("group-lost");
    desk.settles();
    assertThat(room.texts()).containsExactly("раз 1", "два 1", "раз 2", "два 2", "раз 3", "два 3", "раз 4", "два 4");
    assertThat(desk.topics()).extracting(TopicView::deleted).containsExactly(false, false);
  }

  @Tag("slow")
  @Test
  void without_the_right_to_manage_topics_the_group_is_told_and_new_tickets_wait_for_it() {
    Client olena = ticketOf("Olena");
    Room room = roomOf(olena);
    desk.settles();

    desk.group.promote(desk.bot, Right.CAN_PIN_MESSAGES, Right.CAN_DELETE_MESSAGES);
    generalShows("включите «Управление темами»");
    Client timur = person("Timur").bound("ACME-1").opensTicket("Другое", "Где моя тема?");
    timur.writes("жду");
    olena.writes("у меня всё есть");
    room.shows("у меня всё есть");
    assertThat(desk.topics()).hasSize(1);
    desk.restart();

    desk.group.promote(desk.bot);
    Room second = roomOf(timur);
    second.shows("жду");
    generalShows("Бот снова может открывать темы");
    desk.settles();
    assertThat(desk.topics()).hasSize(2);
    assertThat(saidInGeneral("включите «Управление темами»")).isEqualTo(1);
    assertThat(saidInGeneral("Бот снова может открывать темы")).isEqualTo(1);
  }

  @Test
  void a_card_that_could_not_be_pinned_is_pinned_when_the_bot_may_again() {
    desk.group.promote(desk.bot, Right.CAN_MANAGE_TOPICS, Right.CAN_DELETE_MESSAGES);
    begins("no-right-pin");
    Client olena = person("Olena").bound("ACME-1").opensTicket("Другое", "Без булавки");
    olena.writes("дальше");
    Room room = roomOf(olena);
    room.shows("дальше");
    desk.settles();
    assertThat(room.fromBot()).noneMatch(Message::pinned);

    desk.group.promote(desk.bot);
    assertThat(room.card().text()).contains("Без булавки");
    generalShows("закрепляет карточки");
  }

  @Test
  void a_muted_bot_loses_no_words() {
    Client olena = ticketOf("Olena");
    Room room = roomOf(olena);
    desk.settles();

    desk.group.mute(desk.bot);
    begins("muted");
    olena.writes("слышно?");
    olena.sends(Media.photo("а это?"));
    desk.await("the words to be kept", () -> desk.count("""
        select count(*) from delivery where workspace_id = %s and state = 'pending'
        """) > 0);
    desk.group.promote(desk.bot);
    room.shows("слышно?");
    room.showsMessage("the photo", message -> message.type().equals("photo"));
    desk.settles();
    assertThat(desk.count("select count(*) from message where workspace_id = %s and failure is not null")).isZero();
  }

  @Test
  void a_bot_that_is_no_administrator_says_so_and_a_deleted_right_is_named() {
    desk.settles();
    desk.group.add(desk.bot);
    generalShows("Бот в этой группе не администратор");
    desk.group.promote(desk.bot, Right.CAN_MANAGE_TOPICS, Right.CAN_PIN_MESSAGES);
    generalShows("включите «Удаление сообщений»");
    desk.group.promote(desk.bot);
    generalShows("Бот снова может удалять сообщения");
    desk.settles();
    assertThat(general()).hasSize(4);
  }

  @Tag("slow")
  @Test
  void one_cause_is_told_once_however_it_shows() {
    desk.settles();
    desk.group.add(desk.bot);
    begins("not-admin");
    Client olena = person("Olena").bound("ACME-1").opensTicket("Другое", "Без прав");
    look();
    desk.restart();
    desk.await("the topic to be tried again", () -> playground().calls("createForumTopic").stream()
        .filter(call -> call.chatId() == desk.group.id()).count() >= 2);
    assertThat(goesOn("no-right-topics")).isFalse();

    desk.group.promote(desk.bot);
    roomOf(olena).card();
    ends("not-admin");
    desk.settles();
    assertThat(general()).hasSize(2);
    assertThat(desk.topics()).hasSize(1);
  }

  @Test
  void topics_that_are_switched_off_are_told_of_and_tickets_wait_until_they_are_on() {
    desk.group.topics(false);
    Client olena = person("Olena").bound("ACME-1").opensTicket("Другое", "Куда?");
    olena.writes("сюда");
    generalShows("В группе выключены темы");
    desk.group.topics(true);
    look();
    roomOf(olena).shows("сюда");
    generalShows("Темы в группе снова включены");
    desk.settles();
    assertThat(desk.topics()).hasSize(1);
  }

  @Test
  void words_for_a_topic_wait_until_the_group_has_topics_again() {
    Client olena = ticketOf("Olena");
    Room room = roomOf(olena);
    desk.settles();
    desk.group.topics(false);
    olena.writes("раз");
    generalShows("В группе выключены темы");
    olena.writes("два");
    desk.restart();
    olena.writes("три");
    olena.writes("четыре");
    desk.await("the words to wait", () -> desk.count("""
        select count(*) from delivery where workspace_id = %s and state = 'pending'
        """) == 3);
    assertThat(general()).contains("раз").doesNotContain("два", "три", "четыре");

    desk.group.topics(true);
    look();
    room.shows("четыре");
    desk.settles();
    assertThat(room.texts()).containsExactly("два", "три", "четыре");
    assertThat(desk.topics()).hasSize(1);
  }

  @Test
  void a_revoked_token_is_noticed_and_nothing_is_lost_until_there_is_a_good_one() {
    Client olena = ticketOf("Olena");
    Room room = roomOf(olena);
    desk.settles();

    playground().revoke(desk.bot);
    begins("revoked");
    olena.writes("меня слышно?");
    assertThat(desk.stage.get("/health/ready")).contains("\"kind\":\"revoked\"").doesNotContain(desk.bot.token());
    desk.restart();
    begins("revoked");

    playground().restore(desk.bot);
    desk.restart();
    ends("revoked");
    room.shows("меня слышно?");
    desk.settles();
    assertThat(room.texts()).containsExactly("меня слышно?");
    assertThat(desk.count("select count(*) from trouble where workspace_id = %s and kind = 'revoked'")).isEqualTo(1);
  }
}
