package otklik.conversations;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import playground.Bot;
import playground.Group;
import playground.Person;
import playground.Playground;
import playground.TopicView;

/// One support desk on the stage: its bot, its group, two operators and an outsider in the group.
final class Desk extends Scene {
  final Group group;
  /// Null where the desk has none, as the second group.
  final Bot helper;
  final Group second;
  private final int number;
  private int people;

  Desk(Stage stage, int number) {
    super(stage, stage.playground.bot(token(number), username(number)), "w" + number);
    this.number = number;
    this.group = stage.playground.forum(groupId(number), "Desk " + number);
    boolean reinforced = number >= HELPED_FROM;
    this.helper = reinforced ? stage.playground.bot(helperToken(number), "helper_" + number + "_bot") : null;
    this.second = reinforced ? stage.playground.forum(secondGroupId(number), "Second " + number) : null;
  }

  private static String helperToken(int number) {
    return (8_000_000 + number) + ":TESTTESTTESTTESTTESTTESTTESTTESTTES";
  }

  private static long secondGroupId(int number) {
    return -1_003_000_000_000L - number;
  }

  private static String token(int number) {
    return (7_000_000 + number) + ":TESTTESTTESTTESTTESTTESTTESTTESTTES";
  }

  private static String username(int number) {
    return "desk_" + number + "_bot";
  }

  private static long groupId(int number) {
    return -1_002_000_000_000L - number;
  }

  /// Whether the desk's bot, or its helper, has this id.
  boolean isBot(long id) {
    return id == bot.id() || helper != null && id == helper.id();
  }

  static void furnish(Playground playground, int number) {
    Bot bot = playground.bot(token(number), username(number));
    Group group = playground.forum(groupId(number), "Desk " + number);
    group.add(marek(playground), ina(playground), boris(playground)).promote(bot);
    if (number >= HELPED_FROM) {
      group.promote(playground.bot(helperToken(number), "helper_" + number + "_bot"));
      playground.forum(secondGroupId(number), "Second " + number)
          .add(marek(playground), ina(playground), boris(playground)).promote(bot);
    }
  }

  static String configuration(int number, boolean limits) {
    return """
          - name: w%1$d
            timezone: Europe/Madrid
            language: ru
            channels:
              - name: desk
                messenger: telegram
                token: %2$s
                limits: %4$s
                scenario: helpdesk
                helpdesk:
                  support-chat-id: %3$d
                  operators: [5001, 5002]
                  signature: %5$s
                  answers:
                    - { name: hello, text: "Добрый день! Уже смотрим." }
                    - { name: Пока, text: "Всего доброго!" }
                    - { name: number, text: "{name}, обращение {number} по {project} уже у нас." }%6$s
                  clients:
                    - name: Acme
                      projects:
                        - { name: Portal, invite-code: ACME-1, is-active: true }
                        - { name: Old, invite-code: ACME-OLD, is-active: false }
                    - name: Globex
                      projects:
                        - { name: Shop, invite-code: GLOBEX-1, is-active: true }
        """.formatted(number, token(number), groupId(number), limits || number >= LIMITED_FROM ? "default" : "off",
        number == SIGNED ? "on" : "off", reinforcements(number)).indent(-2);
  }

  private static String reinforcements(int number) {
    if (number >= OVERFLOWING_FROM) {
      return "\n          overflow-chat-id: " + secondGroupId(number);
    }
    return number >= HELPED_FROM ? "\n          helper-tokens: [\"" + helperToken(number) + "\"]" : "";
  }

  /// From this desk on the messenger's limits are kept.
  static final int LIMITED_FROM = 26;
  /// From this one on there is a helper bot, too.
  static final int HELPED_FROM = 36;
  /// From this one on there is a second group in place of the helper.
  static final int OVERFLOWING_FROM = 38;
  static final int REINFORCED = 2;

  /// At this desk answers name their operator.
  static final int SIGNED = LIMITED_FROM - 1;

  static Person marek(Playground playground) {
    return playground.user(5001, "Marek", null, "marek", "ru");
  }

  private static Person ina(Playground playground) {
    return playground.user(5002, "Ina", null, "ina", "ru");
  }

  private static Person boris(Playground playground) {
    return playground.user(5003, "Boris", null, "boris", "ru");
  }

  Client person(String name) {
    return person(name, name.toLowerCase(Locale.ROOT), "ru");
  }

  Client person(String name, String username, String language) {
    long id = 100_000L + number * 1000L + people++;
    return new Client(this, stage.playground.user(id, name, null, username, language));
  }

  /// The topic whose name begins so, once it is there.
  Room topic(String beginning) {
    return topic(group, beginning);
  }

  Room topic(Group where, String beginning) {
    await("a topic " + beginning, () -> find(where, beginning).isPresent());
    return new Room(this, where, find(where, beginning).orElseThrow());
  }

  private static Optional<TopicView> find(Group where, String beginning) {
    return where.topics().stream().filter(topic -> !topic.deleted() && topic.name().startsWith(beginning)).findFirst();
  }

  List<TopicView> topics() {
    return group.topics();
  }

  Person operator(String name) {
    return switch (name) {
      case "Marek" -> marek(stage.playground);
      case "Ina" -> ina(stage.playground);
      case "Boris" -> boris(stage.playground);
      default -> throw new IllegalArgumentException(name);
    };
  }

  void restart() {
    stage.restart();
  }
}
