package otklik.conversations;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import playground.Message;

/// A conversation in a town whose chat is a community: some of its people help, some need help.
abstract class HelpingConversation extends TownConversation {
  @Override
  Town newTown(Stage stage) {
    return stage.newOpenTown();
  }

  @BeforeEach
  void joinATown() {
    town.joins(town.tbilisi, "Тбилиси");
  }

  Client resident(String name) {
    return atHome(person(name));
  }

  Client atHome(Client client) {
    client.starts("");
    client.sees("В каком вы городе?");
    town.tbilisi.add(client.person);
    client.writes("Тбилиси");
    client.sees("Вы участник чата");
    return client;
  }

  Client volunteer(String name) {
    Client client = resident(name);
    client.presses("Хочу стать помощником");
    client.sees("вы теперь помощник");
    return client;
  }

  /// Up to the button that sends it.
  void prepares(Client client, String story) {
    client.presses("Мне нужна помощь");
    client.sees("Что случилось?");
    client.writes(story);
    client.sees("Где вы?");
    client.writes("Руставели 24");
    client.sees("Проверьте, пожалуйста");
  }

  void asks(Client client, String story) {
    prepares(client, story);
    client.presses("Отправить");
    client.sees("отправлена");
  }

  void takes(Client volunteer) {
    volunteer.sees("Нужна помощь");
    volunteer.presses("Взять в работу");
    volunteer.sees("Вы помогаете");
  }

  /// The search comes to that ring.
  void ring(int number) {
    pass(Duration.ofMinutes(3).plusSeconds(1));
    town.await("the ring " + number, () -> town.count(
        "select count(*) from emergency_request where workspace_id = %s and ring = " + number) > 0);
  }

  /// What stands now where they saw that.
  String now(Client client, Message seen) {
    return client.chat.message(seen.id()).orElseThrow().text();
  }

  void becomes(Client client, Message seen, String words) {
    town.await("«" + words + "» to stand there", () -> now(client, seen).contains(words));
  }
}
