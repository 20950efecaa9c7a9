package otklik.faults;

import java.util.List;
import java.util.Optional;
import playground.GroupHands;
import playground.Message;
import playground.Person;
import playground.PrivateHands;
import playground.TopicView;

/// A person who goes through the form and then talks with an operator.
final class Visitor {
  private final Survivor survivor;
  private final Person person;
  final PrivateHands chat;
  private int topic;

  Visitor(Survivor survivor, Person person) {
    this.survivor = survivor;
    this.person = person;
    this.chat = person.inPrivate(survivor.bot);
  }

  /// Doesn't wait for the topic.
  Visitor opensTicket() {
    chat.starts("ACME-1");
    presses("Другое");
    sees("Расскажите, что случилось");
    chat.writes("Это " + person.firstName());
    presses("Пропустить");
    sees("принято");
    return this;
  }

  private void sees(String words) {
    survivor.await(person.firstName() + " to see «" + words + "»",
        () -> fromBot().stream().anyMatch(message -> message.text().contains(words)));
  }

  private void presses(String button) {
    survivor.await(person.firstName() + " to see the button " + button, () -> with(button).isPresent());
    chat.presses(with(button).orElseThrow().id(), button);
  }

  private Optional<Message> with(String button) {
    return fromBot().stream().filter(message -> message.button(button).isPresent()).findFirst();
  }

  List<Message> fromBot() {
    return chat.messages(message -> message.from() != person.id());
  }

  /// The topics with a card about this person.
  List<TopicView> topics() {
    return survivor.group.topics().stream().filter(topic -> isMine(topic.id())).toList();
  }

  private boolean isMine(int topic) {
    return survivor.group.messages(topic).stream()
        .anyMatch(message -> message.text().contains("(id: " + person.id() + ")"));
  }

  synchronized int topic() {
    if (topic == 0) {
      survivor.await("the topic of " + person.firstName(), () -> !topics().isEmpty());
      topic = topics().getFirst().id();
    }
    return topic;
  }

  GroupHands operator() {
    return survivor.marek.in(survivor.group).topic(topic());
  }
}
