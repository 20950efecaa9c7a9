package otklik.conversations;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import playground.Bot;
import playground.Group;
import playground.Message;
import playground.Person;
import playground.Playground;

/// One panic button on the stage: its bot, its coordinators' group, and chats that its bot hasn't joined yet.
final class Town extends Scene {
  /// From this one on chats become communities without a coordinator's word.
  static final int OPEN_FROM = 6;
  /// From this one on the coordinators' group has no topics.
  static final int PLAIN_FROM = 26;
  /// From this one on there are topics again, and two must agree that a request isn't urgent.
  static final int AGREEING_FROM = 28;
  /// From this one on the messenger's limits are kept.
  static final int LIMITED_FROM = 30;

  /// In this one they aren't, and all who can help are asked at once.
  static final int ASKED_AT_ONCE = 34;

  private static final int FIRST_BOT = 6_000_000;

  final Group coordinators;
  final Group tbilisi;
  final Group kutaisi;
  private final int number;
  private int people;

  Town(Stage stage, int number) {
    super(stage, stage.playground.bot(token(number), "sos_" + number + "_bot"), "t" + number);
    this.number = number;
    this.coordinators = coordinators(stage.playground, number);
    this.tbilisi = stage.playground.supergroup(coordinatorsId(number) - 100_000, "Тбилиси помогает " + number);
    this.kutaisi = stage.playground.supergroup(coordinatorsId(number) - 200_000, "Кутаиси рядом " + number);
  }

  /// Whether a town's bot has this id.
  static boolean isBot(long id) {
    return id >= FIRST_BOT && id < FIRST_BOT + 1_000_000;
  }

  private static String token(int number) {
    return (FIRST_BOT + number) + ":TESTTESTTESTTESTTESTTESTTESTTESTTES";
  }

  private static long coordinatorsId(int number) {
    return -1_004_000_000_000L - number;
  }

  private static Group coordinators(Playground playground, int number) {
    return isPlain(number) ? playground.supergroup(coordinatorsId(number), "Coordinators " + number)
        : playground.forum(coordinatorsId(number), "Coordinators " + number);
  }

  private static boolean isPlain(int number) {
    return number >= PLAIN_FROM && number < AGREEING_FROM;
  }

  private static boolean isLimited(int number) {
    return number >= LIMITED_FROM && number != ASKED_AT_ONCE;
  }

  static void furnish(Playground playground, int number) {
    Bot bot = playground.bot(token(number), "sos_" + number + "_bot");
    coordinators(playground, number)
        .add(nino(playground), levan(playground)).promote(bot);
  }

  static String configuration(int number) {
    return """
          - name: t%1$d
            timezone: Asia/Tbilisi
            language: ru
            channels:
              - name: button
                messenger: telegram
                token: %2$s
                limits: %4$s
                scenario: emergency
                emergency:
                  coordinators-chat-id: %3$d
                  coordinators-topics: %6$s
                  not-urgent-votes: %7$d
                  coordinators: [5101, 5102]
                  country: GE
                  approve-chats: %5$s%8$s
                  cities:
                    - id: ushguli
                      country: GE
                      latitude: 42.917
                      longitude: 43.015
                      names: { ru: Ушгули, en: Ushguli }
                      aliases: [Жибиани]
                      zone: Asia/Tbilisi
        """.formatted(number, token(number), coordinatorsId(number), isLimited(number) ? "default" : "off",
            number < OPEN_FROM ? "on" : "off", isPlain(number) ? "off" : "on",
            number >= AGREEING_FROM ? 2 : 1,
            number == ASKED_AT_ONCE ? "\n          rings: [{ after: 0s }]" : "")
        .indent(-2);
  }

  /// Coordinators.
  private static Person nino(Playground playground) {
    return playground.user(5101, "Nino", null, "nino", "ru");
  }

  private static Person levan(Playground playground) {
    return playground.user(5102, "Levan", null, "levan", "ru");
  }

  Person coordinator(String name) {
    return switch (name) {
      case "Nino" -> nino(stage.playground);
      case "Levan" -> levan(stage.playground);
      default -> throw new IllegalArgumentException(name);
    };
  }

  /// Takes the bot into a chat, and has one of the chat's administrators name its city.
  Group joins(Group chat, String city) {
    chat.promote(bot);
    Person giorgi = administrator(chat);
    int question = question(chat);
    giorgi.in(chat).replies(question, city);
    await("the chat's city to be known", () -> count("select count(*) from community where workspace_id = %s and chat = '"
        + chat.id() + "' and state in ('waiting', 'active')") == 1);
    return chat;
  }

  /// Somebody who administers a chat and isn't a coordinator.
  Person administrator(Group chat) {
    Person giorgi = stage.playground.user(5201, "Giorgi", null, "giorgi", "ru");
    chat.addAdmin(giorgi);
    return giorgi;
  }

  /// The bot's newest question for the chat's city, once it has come.
  int question(Group chat) {
    await("the question for the city", () -> {
      stage.time.advance(Duration.ofSeconds(1));
      return !said(chat).isEmpty();
    });
    settles();
    return said(chat).getLast().id();
  }

  /// What the bot said in a chat.
  List<Message> said(Group chat) {
    return chat.history().stream().filter(message -> message.from() == bot.id() && !message.service()).toList();
  }

  Client person(String name) {
    return person(name, name.toLowerCase(Locale.ROOT), "ru");
  }

  Client person(String name, String username, String language) {
    long id = 1_000_000_000L + number * 100_000L + people++;
    return new Client(this, stage.playground.user(id, name, null, username, language));
  }
}
