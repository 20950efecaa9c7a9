package otklik.conversations;

import java.time.Duration;
import java.util.Optional;
import playground.TopicView;

/// What people are in the middle of at one desk.
abstract class DeskSituations extends Situations {
  /// The topic of those without a code.
  static final String TRIAGE = "UNKNOWN/TRIAGE";

  final Desk desk;

  DeskSituations(Desk desk) {
    this.desk = desk;
  }

  @Override
  final Scene scene() {
    return desk;
  }

  Client comes(String name) {
    return desk.person(name);
  }

  /// A person with a ticket, whose topic has its card.
  Client hasTicket(String name) {
    Client client = comes(name).bound("ACME-1").opensTicket("Другое", "Это " + name);
    roomOf(client).card();
    desk.settles();
    return client;
  }

  /// The topic of this person's own ticket, once its card is there.
  Room roomOf(Client client) {
    desk.await("the topic of " + client.person.firstName(), () -> topicOf(client).isPresent());
    return new Room(desk, desk.group, topicOf(client).orElseThrow());
  }

  private Optional<TopicView> topicOf(Client client) {
    return desk.topics().stream().filter(topic -> !topic.deleted() && !topic.name().equals(TRIAGE))
        .filter(topic -> desk.group.messages(topic.id()).stream()
            .anyMatch(message -> message.text().contains("(id: " + client.person.id() + ")"))).findFirst();
  }

  String ticketOf(Client client) {
    return ticket(client, "id");
  }

  void isOwed(String call, int times) {
    desk.await(times + " of " + call + " to be owed", () -> owed(call) >= times);
  }

  /// So many calls of a kind wait to be made.
  long owed(String call) {
    return desk.count("select count(*) from delivery where workspace_id = %s and state = 'pending'"
        + " and call like '{\"call\":\"" + call + "\"%%'");
  }

  /// Time passes while something is waited for.
  boolean passes() {
    desk.stage.time.advance(Duration.ofSeconds(1));
    return true;
  }

  /// The question has no keys any more.
  void isAnswered(Client client, String... keys) {
    for (String key : keys) {
      desk.await(key + " to be gone",
          () -> client.fromBot().stream().noneMatch(message -> message.button(key).isPresent()));
    }
  }

  /// What the desk knows of a person's tickets.
  String stateOf(Client client) {
    return ticket(client, "state");
  }

  private String ticket(Client client, String column) {
    return desk.value("select t." + column + " from ticket t"
        + " join person p on p.workspace_id = t.workspace_id and p.id = t.person_id"
        + " where t.workspace_id = %s and p.external_id = '" + client.person.id() + "' order by t.id desc limit 1");
  }
}
