package otklik.conversations;

import java.util.stream.Stream;
import playground.GroupHands;
import playground.Media;
import playground.Message;

/// What people are in the middle of around one panic button.
abstract class TownSituations extends Situations {
  final Town town;

  TownSituations(Town town) {
    this.town = town;
  }

  @Override
  final Scene scene() {
    return town;
  }

  @Override
  void prepare() {
    town.joins(town.tbilisi, "Тбилиси");
  }

  Client comes(String name) {
    return town.person(name);
  }

  /// A member of the town's chat.
  Client resident(String name) {
    Client client = newcomer(name);
    town.tbilisi.add(client.person);
    client.writes("Тбилиси");
    client.sees("Вы участник чата");
    return client;
  }

  /// Who is asked for their city.
  Client newcomer(String name) {
    Client client = comes(name);
    client.starts("");
    client.sees("В каком вы городе?");
    return client;
  }

  Client volunteer(String name) {
    Client client = resident(name);
    client.presses("Хочу стать помощником");
    client.sees("вы теперь помощник");
    return client;
  }

  /// Up to the question for the place.
  Client tells(String name, String story) {
    Client client = resident(name);
    tells(client, story);
    return client;
  }

  void tells(Client client, String story) {
    client.presses("Мне нужна помощь");
    client.sees("Что случилось?");
    client.writes(story);
    client.sees("Где вы?");
  }

  /// Up to the button that sends it.
  Client prepares(String name, String story) {
    Client client = tells(name, story);
    client.sends(Media.location(41.7000, 44.8000));
    client.sees("Проверьте, пожалуйста");
    return client;
  }

  Client asks(String name, String story) {
    Client client = prepares(name, story);
    sends(client);
    return client;
  }

  void sends(Client client) {
    client.presses("Отправить");
    client.sees("отправлена");
    town.settles();
  }

  /// The copy that tells this story.
  void takes(Client volunteer, String story) {
    Message copy = volunteer.sees(story);
    volunteer.chat.presses(copy.id(), "Взять в работу").answer();
    volunteer.sees("Вы помогаете");
    town.settles();
  }

  /// Somebody who asks, and somebody who has taken it.
  Client isHelped(String asker, String story, String helper) {
    Client helps = volunteer(helper);
    Client client = asks(asker, story);
    takes(helps, story);
    client.sees(helper + " идёт на помощь");
    return client;
  }

  /// Likewise, up to the question whether all is well.
  Client isSaidToBeHelped(String asker, String story, String helper) {
    Client client = isHelped(asker, story, helper);
    again(helper).presses("Выполнена");
    client.sees("Это так?");
    return client;
  }

  String stateOf(Client asker) {
    return town.value("select t.state from ticket t"
        + " join person p on p.workspace_id = t.workspace_id and p.id = t.person_id where t.workspace_id = %s and p.external_id = '" + asker.person.id() + "' order by t.id desc limit 1");
  }

  /// Of the request that tells this story; in its own topic, or among others.
  Message card(String story) {
    town.await("the card of " + story, () -> cards(story).findFirst().isPresent());
    return cards(story).findFirst().orElseThrow();
  }

  private Stream<Message> cards(String story) {
    return town.said(town.coordinators).stream().filter(message -> !message.deleted())
        .filter(message -> message.text().contains("\nОткрыта: ") && message.text().contains(story));
  }

  void cardShows(String story, String words) {
    town.await("the card to show «" + words + "», shows " + card(story).text(),
        () -> card(story).text().contains(words));
  }

  /// A coordinator's hands where the card stands.
  GroupHands hands(String name, String story) {
    GroupHands general = town.coordinator(name).in(town.coordinators);
    int topic = card(story).threadId();
    return topic == 0 ? general : general.topic(topic);
  }

  String presses(String coordinator, String story, String button) {
    town.await("the button " + button, () -> card(story).button(button).isPresent());
    return hands(coordinator, story).presses(card(story).id(), button).answer();
  }

  void coordinatorsSee(String words) {
    town.await("coordinators to see «" + words + "»", () -> town.said(town.coordinators).stream()
        .anyMatch(message -> message.text().contains(words)));
  }
}
