package otklik.conversations;

import java.util.List;
import java.util.Optional;
import playground.GroupHands;
import playground.Media;
import playground.Message;

/// A panic button in use: somebody asks, and coordinators have a card for it.
abstract class Coordination extends TownConversation {
  static final double LATITUDE = 41.71234;
  static final double LONGITUDE = 44.78321;

  Client nana;
  private boolean joined;

  @Override
  Town newTown(Stage stage) {
    return stage.newOpenTown();
  }

  void comes(Client client) {
    client.starts("");
    client.sees("В каком вы городе?");
    town.tbilisi.add(client.person);
    client.writes("Тбилиси");
    client.sees("Вы участник чата");
  }

  private void joins() {
    if (!joined) {
      town.joins(town.tbilisi, "Тбилиси");
      joined = true;
    }
  }

  Client volunteer(String name) {
    joins();
    Client client = person(name);
    comes(client);
    client.presses("Хочу стать помощником");
    client.sees("вы теперь помощник");
    return client;
  }

  Client asks(String story) {
    prepares(story);
    sends();
    return nana;
  }

  /// Up to the button that sends it.
  void prepares(String story) {
    joins();
    nana = town.person("Nana", "nana_secret", "ru");
    comes(nana);
    tells(story);
  }

  void asksAgain(String story) {
    tells(story);
    sends();
  }

  private void tells(String story) {
    nana.presses("Мне нужна помощь");
    nana.sees("Что случилось?");
    nana.writes(story);
    nana.sees("Где вы?");
    nana.sends(Media.location(LATITUDE, LONGITUDE));
    nana.sees("Проверьте, пожалуйста");
  }

  private void sends() {
    nana.presses("Отправить");
    nana.sees("отправлена");
  }

  /// What the bot shows in the coordinators' group.
  List<Message> shown() {
    return town.said(town.coordinators).stream().filter(message -> !message.deleted()).toList();
  }

  Message card() {
    town.await("a card in " + shown(), () -> found().isPresent());
    return found().orElseThrow();
  }

  private Optional<Message> found() {
    return shown().stream()
        .filter(message -> message.text().startsWith("#0001 · ") && message.text().contains("\nОткрыта: "))
        .reduce((earlier, later) -> later);
  }

  void cardShows(String words) {
    town.await("the card to show «" + words + "», shows " + found().map(Message::text).orElse("nothing"),
        () -> found().filter(card -> card.text().contains(words)).isPresent());
  }

  void groupShows(String words) {
    town.await("the group to show «" + words + "» in " + shown().stream().map(Message::text).toList(),
        () -> shown().stream().anyMatch(message -> message.text().contains(words)));
  }

  /// A coordinator's hands where the card stands.
  GroupHands hands(String name) {
    int topic = card().threadId();
    return topic == 0 ? general(name) : general(name).topic(topic);
  }

  GroupHands general(String name) {
    return town.coordinator(name).in(town.coordinators);
  }

  String presses(String name, String button) {
    town.await("the button " + button + " in " + card(), () -> card().button(button).isPresent());
    return hands(name).presses(card().id(), button).answer();
  }
}
