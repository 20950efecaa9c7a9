package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import otklik.standing.ChannelInspector;
import playground.Group;
import playground.GroupHands;
import playground.Message;
import playground.Right;
import tools.jackson.databind.JsonNode;

/// The coordinators' group: what stands there for all to see, and what happens while the bot can't do there what it
/// should. «A group with topics (or a plain chat) where each open request is a card»: nobody waits for topics.
class SosRoomTest extends Coordination {
  private boolean goesOn(String kind) {
    return town.count("select count(*) from trouble where workspace_id = %s and ended_at is null and kind = '" + kind
        + "'") == 1;
  }

  private void begins(String kind) {
    town.await(kind + " to be noticed", () -> goesOn(kind));
  }

  private void ends(String kind) {
    town.await(kind + " to be over", () -> !goesOn(kind));
  }

  private void look() {
    town.stage.bean(ChannelInspector.class).soon(town.channel());
  }

  private void anotherAsks(String story) {
    nana = town.person("Gia", "gia", "ru");
    comes(nana);
    asksAgain(story);
  }

  private Message shownWith(String words) {
    groupShows(words);
    return shown().stream().filter(message -> message.text().contains(words)).findFirst().orElseThrow();
  }

  @Test
  void how_to_work_there_is_pinned_and_commands_are_offered() {
    town.await("the guide, pinned", () -> shown().stream().anyMatch(Message::pinned));
    Message guide = shown().stream().filter(Message::pinned).findFirst().orElseThrow();
    assertThat(guide.text()).startsWith("Как здесь работать").contains("//", "/help");
    String scope = "chat|" + town.coordinators.id() + "||";
    town.await("the menu", () -> town.stage.playground.commands(town.bot, scope).isPresent());
    JsonNode menu = town.stage.playground.commands(town.bot, scope).orElseThrow();
    List<String> commands = menu.valueStream().map(command -> command.path("command").asString()).toList();
    assertThat(commands).containsExactly("block", "chats", "help", "history", "open", "unblock", "who");
    assertThat(menu.valueStream().map(command -> command.path("description").asString()))
        .contains("открытые просьбы").allMatch(words -> words.length() <= 256);
  }

  @Test
  void while_topics_are_off_requests_stand_in_the_chat_and_later_ones_get_topics_again() {
    town.coordinators.topics(false);
    asks("Упало дерево");
    groupShows("В группе координаторов выключены темы");
    cardShows("ищем помощь");
    assertThat(town.coordinators.topics()).isEmpty();
    card();
    town.settles();
    general("Nino").replies(card().id(), "Мы вас видим");
    nana.sees("Мы вас видим");
    nana.writes("Спасибо");
    groupShows("#0001:\nСпасибо");

    town.coordinators.topics(true);
    look();
    groupShows("Темы в группе координаторов снова включены");
    anotherAsks("Пожар");
    assertThat(shownWith("#0002 · ищем помощь").threadId()).isNotZero();
    presses("Nino", "Закрыть");
    presses("Nino", "Да, закрыть");
    cardShows("закрыта координатором");
  }

  @Test
  void without_the_right_to_open_topics_a_request_that_waits_for_one_is_shown_in_the_chat() {
    town.settles();
    town.coordinators.promote(town.bot, Right.CAN_PIN_MESSAGES, Right.CAN_DELETE_MESSAGES);
    asks("Упало дерево");
    groupShows("Боту нельзя открывать темы");
    cardShows("ищем помощь");
    assertThat(card().threadId()).isZero();

    town.coordinators.promote(town.bot);
    ends("no-right-topics");
    groupShows("Бот снова может открывать темы");
    anotherAsks("Пожар");
    assertThat(shownWith("#0002 · ищем помощь").threadId()).isNotZero();
    town.settles();
    assertThat(shown().stream().filter(message -> message.text().startsWith("#0001 · "))).hasSize(1);
  }

  @Test
  void a_bot_that_is_no_administrator_says_so_and_still_shows_requests() {
    town.settles();
    town.coordinators.add(town.bot);
    begins("not-admin");
    asks("Упало дерево");
    cardShows("ищем помощь");
    groupShows("Бот в группе координаторов не администратор");
    town.coordinators.promote(town.bot);
    ends("not-admin");
    groupShows("Бот снова администратор группы координаторов");
  }

  @Test
  void a_request_made_while_the_bot_is_out_of_the_group_is_searched_for_and_shown_when_it_is_back() {
    Client ana = volunteer("Ana");
    town.settles();
    town.coordinators.kick(town.bot);
    begins("group-lost");
    asks("Упало дерево");
    ana.sees("Нужна помощь");
    ana.presses("Взять в работу");
    ana.sees("Вы помогаете");
    town.coordinators.promote(town.bot);
    ends("group-lost");
    cardShows("взял(а) @ana");
    groupShows("Бот снова в группе координаторов");
  }

  @Test
  void a_group_that_becomes_a_supergroup_is_followed_with_its_open_requests() {
    asks("Упало дерево");
    cardShows("ищем помощь");
    town.settles();
    Group next = town.coordinators.migrate();
    nana.writes("И провода на земле");
    town.await("the card in the new group", () -> cardIn(next).filter(card ->
        card.text().contains("И провода на земле")).isPresent());
    Message card = cardIn(next).orElseThrow();
    GroupHands nino = town.coordinator("Nino").in(next).topic(card.threadId());
    nino.writes("Вас видим");
    nana.sees("Вас видим");
    assertThat(nino.presses(card.id(), "Продлить").answer()).isEqualTo("Готово.");
    town.coordinator("Nino").in(next).writes("/open");
    town.await("an answer there", () -> town.said(next).stream().anyMatch(message -> message.threadId() == 0
        && message.text().startsWith("#0001 · Тбилиси · ищем помощь")));
  }

  private Optional<Message> cardIn(Group group) {
    return town.said(group).stream().filter(message -> !message.deleted() && message.threadId() != 0
        && message.text().startsWith("#0001 · ")).reduce((earlier, later) -> later);
  }
}
