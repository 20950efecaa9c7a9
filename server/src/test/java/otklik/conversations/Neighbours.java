package otklik.conversations;

import java.util.List;
import java.util.stream.Stream;
import playground.Media;
import playground.Message;

/// Somebody asks, neighbours help.
abstract class Neighbours extends TownConversation {
  @Override
  Town newTown(Stage stage) {
    return stage.newOpenTown();
  }

  Client member(String name) {
    return comes(person(name));
  }

  Client comes(Client client) {
    client.starts("");
    client.sees("В каком вы городе?");
    town.tbilisi.add(client.person);
    client.writes("Тбилиси");
    client.sees("Вы участник чата");
    return client;
  }

  Client volunteer(String name) {
    return volunteers(member(name));
  }

  Client volunteers(Client client) {
    client.presses("Хочу стать помощником");
    client.sees("вы теперь помощник");
    return client;
  }

  /// Up to the summary.
  void tells(Client asker, String story) {
    asker.presses("Мне нужна помощь");
    asker.sees("Что случилось?");
    asker.writes(story);
    asker.sees("Где вы?");
  }

  int asks(Client asker, String story, Media place) {
    tells(asker, story);
    int told = asker.sends(place);
    sends(asker);
    return told;
  }

  void asks(Client asker, String story, String address) {
    tells(asker, story);
    asker.writes(address);
    sends(asker);
  }

  void sends(Client asker) {
    asker.sees("Проверьте, пожалуйста");
    asker.presses("Отправить");
    asker.sees("отправлена");
  }

  void takes(Client helper) {
    helper.presses("Взять в работу");
    helper.sees("Вы помогаете");
    town.settles();
  }

  void cancels(Client asker) {
    asker.presses("Отменить просьбу");
    asker.sees("Точно?");
    asker.presses("Да, отменить");
    asker.sees("отменена");
    town.settles();
  }

  /// Everything that the bot ever showed to somebody, as it was sent.
  static Stream<String> shownTo(Client client) {
    return client.fromBot().stream().map(message -> message.content() + " " + message.entities());
  }

  List<Message> inCoordinators() {
    return town.said(town.coordinators).stream().filter(message -> !message.deleted()).toList();
  }

  String state() {
    return town.value("select state from ticket where workspace_id = %s order by id desc limit 1");
  }

  String ending() {
    return town.value("select ending from emergency_request where workspace_id = %s order by ticket_id desc limit 1");
  }
}
