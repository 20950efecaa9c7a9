package otklik.conversations;

import java.util.List;
import java.util.Locale;
import playground.Bot;
import playground.Group;
import playground.GroupHands;
import playground.Message;
import playground.Person;
import playground.Playground;
import playground.TopicView;

/// One lost property office on the stage: its bot and its staff's group, in which there is one topic at most.
final class LostOffice extends Scene {
  final Group group;
  private final int number;
  private int people;

  LostOffice(Stage stage, int number) {
    super(stage, bot(stage.playground, number), "l" + number);
    this.number = number;
    this.group = group(stage.playground, number);
  }

  private static String token(int number) {
    return (5_000_000 + number) + ":TESTTESTTESTTESTTESTTESTTESTTESTTES";
  }

  private static Bot bot(Playground playground, int number) {
    return playground.bot(token(number), "lost_" + number + "_bot");
  }

  private static Group group(Playground playground, int number) {
    return playground.forum(-1_005_000_000_000L - number, "Lost property " + number);
  }

  static void furnish(Playground playground, int number) {
    group(playground, number)
        .add(staff(playground, "Marek"), staff(playground, "Ina"), staff(playground, "Boss"),
            staff(playground, "Boris"))
        .promote(bot(playground, number));
  }

  static String configuration(int number) {
    return """
          - name: l%1$d
            timezone: Europe/Madrid
            language: ru
            channels:
              - name: office
                messenger: telegram
                token: %2$s
                limits: off
                scenario: lostproperty
                lostproperty:
                  staff-chat-id: %3$d
                  staff: [5301, 5302, 5303]
                  admins: [5303]
        """.formatted(number, token(number), -1_005_000_000_000L - number).indent(-2);
  }

  /// Boris is in the group and not of the staff.
  private static Person staff(Playground playground, String name) {
    return playground.user(5301 + List.of("Marek", "Ina", "Boss", "Boris").indexOf(name), name, null,
        name.toLowerCase(Locale.ROOT), "ru");
  }

  GroupHands staff(String name) {
    return staff(stage.playground, name).in(group).topic(topic().id());
  }

  Client person(String name) {
    return new Client(this, stage.playground.user(200_000L + number * 100L + people++, name, null,
        name.toLowerCase(Locale.ROOT), "ru"));
  }

  private List<TopicView> topics() {
    return group.topics().stream().filter(topic -> !topic.deleted() && topic.name().startsWith("#")).toList();
  }

  boolean hasTopic() {
    return !topics().isEmpty();
  }

  TopicView topic() {
    await("the topic", this::hasTopic);
    return topics().getFirst();
  }

  /// What the bot said in the topic.
  List<Message> said() {
    return group.messages(topic().id()).stream()
        .filter(message -> message.from() == bot.id() && !message.service() && !message.deleted()).toList();
  }

  Message shows(String words) {
    await("the topic to show «" + words + "»",
        () -> said().stream().anyMatch(message -> message.text().contains(words)));
    return said().stream().filter(message -> message.text().contains(words)).findFirst().orElseThrow();
  }

  Message card() {
    await("the pinned card", () -> said().stream().anyMatch(Message::pinned));
    return said().stream().filter(Message::pinned).findFirst().orElseThrow();
  }

  void cardShows(String words) {
    await("the card to show «" + words + "»", () -> card().text().contains(words));
  }

  /// What they are told who press a button of the card.
  String presses(String name, String button) {
    return staff(name).presses(card().id(), button).answer();
  }
}
