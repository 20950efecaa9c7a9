package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import playground.Media;
import playground.Message;
import playground.Person;
import playground.Press;
import playground.PrivateHands;

/// A person in their chat with a bot. What they see, they see in order: `sees` looks only at what came after
/// what they saw before.
final class Client {
  private final Scene scene;
  final Person person;
  final PrivateHands chat;
  private int seen;

  Client(Scene scene, Person person) {
    this.scene = scene;
    this.person = person;
    this.chat = person.inPrivate(scene.bot);
  }

  /// Has seen everything that stood in their chat before that moment.
  Client sawAll(Instant until) {
    seen = chat.messages(message -> message.date() < until.getEpochSecond()).stream().map(Message::id)
        .reduce(0, Math::max);
    return this;
  }

  Client bound(String code) {
    starts(code);
    sees("Выберите, что случилось");
    return this;
  }

  /// Has no code, and says for whom they write.
  Client withoutCode(String company, String trouble) {
    writes(trouble);
    sees("нужен код проекта");
    presses("Нет кода");
    sees("Из какой вы компании");
    writes(company);
    sees("Как с вами связаться");
    presses("Пропустить");
    sees("принято");
    return this;
  }

  /// Goes through the form to a ticket.
  Client opensTicket(String category, String description) {
    presses(category);
    sees("Расскажите, что случилось");
    writes(description);
    sees("Можно прикрепить");
    presses("Пропустить");
    sees("принято");
    return this;
  }

  int starts(String code) {
    return chat.starts(code);
  }

  int writes(String text) {
    return chat.writes(text);
  }

  int sends(Media media) {
    return chat.sends(media);
  }

  /// The next message of the bot that has these words in it.
  Message sees(String words) {
    return seesMessage("«" + words + "»", message -> message.text().contains(words));
  }

  Message seesMessage(String what, Predicate<Message> wanted) {
    scene.await(person.firstName() + " to see " + what + " after " + seen + " in " + texts(),
        () -> next(wanted).isPresent());
    Message message = next(wanted).orElseThrow();
    seen = message.id();
    return message;
  }

  private Optional<Message> next(Predicate<Message> wanted) {
    return fromBot().stream().filter(message -> message.id() > seen && wanted.test(message)).findFirst();
  }

  /// Presses the newest button with this text; waits for the bot's answer and returns it.
  String presses(String button) {
    return pressed(button).answer();
  }

  Press pressed(String button) {
    scene.await("a button " + button, () -> withButton(button).isPresent());
    return chat.presses(withButton(button).orElseThrow().id(), button);
  }

  private Optional<Message> withButton(String button) {
    return fromBot().stream().filter(message -> message.button(button).isPresent())
        .reduce((earlier, later) -> later);
  }

  List<Message> fromBot() {
    return chat.messages(message -> message.from() != person.id() && !message.deleted());
  }

  List<String> texts() {
    return fromBot().stream().map(Message::text).toList();
  }

  void seesNothingNew() {
    scene.settles();
    assertThat(fromBot().stream().filter(message -> message.id() > seen).map(Message::text)).isEmpty();
  }
}
