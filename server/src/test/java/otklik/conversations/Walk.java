package otklik.conversations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntSupplier;
import playground.Button;
import playground.Fault;
import playground.GroupHands;
import playground.Hands;
import playground.Media;
import playground.Message;
import playground.Person;
import playground.Playground;
import playground.TopicView;
import playground.Trouble;

/// People, operators and the weather, each step at random. Remembers who wrote what, so that it can be told afterwards
/// where it should be. Every text carries a word that stands in no other.
final class Walk {
  /// What passes; a refusal is for good.
  private static final List<Fault.Kind> TROUBLES = List.copyOf(EnumSet.complementOf(EnumSet.of(Fault.Kind.REFUSED)));
  /// What would end a person's part in the walk.
  private static final Set<String> NOT_PRESSED = Set.of("Заблокировать", "Удалить мои данные");
  private static final int NEWEST = 12;

  private final Desk desk;
  private final Random random;
  private final List<Client> people = new ArrayList<>();
  /// Comes without a code.
  private final Client stranger;
  private final List<Trouble> troubles = new ArrayList<>();
  private final Map<String, Written> written = new LinkedHashMap<>();
  private final List<String> steps = new ArrayList<>();
  private int words;
  private boolean away;

  /// What somebody wrote.
  ///
  /// @param word stands in this text alone
  /// @param hands the place where it was written
  record Written(String word, Who who, Person by, Hands hands, int id) {}

  enum Who {
    PERSON,
    OPERATOR,
    /// An operator, for operators.
    NOTE,
    OUTSIDER
  }

  Walk(Desk desk, long seed) {
    this.desk = desk;
    this.random = new Random(seed);
    for (String name : List.of("Olena", "Timur", "Marta", "Aigul", "Igor")) {
      people.add(desk.person(name).bound(name.equals("Igor") ? "GLOBEX-1" : "ACME-1"));
    }
    people.add(stranger = desk.person("Eve"));
  }

  void step() {
    int dice = random.nextInt(1000);
    if (dice < 480) {
      aPersonActs();
    } else if (dice < 900) {
      anOperatorActs();
    } else if (dice < 940) {
      anOutsiderActs();
    } else if (dice < 975) {
      theWeatherTurns();
    } else if (dice < 990) {
      steps.add("time passes");
      desk.stage.time.advance(Duration.ofMinutes(random.nextInt(1, 40)));
    } else if (dice < 996) {
      steps.add("restart");
      desk.restart();
    } else {
      theBotGoesOrComes();
    }
  }

  private void aPersonActs() {
    Client client = any(people);
    switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5, 6 -> writes(Who.PERSON, client.person, client.chat);
      case 7 -> sends(Who.PERSON, client.person, client.chat);
      case 8 -> album(Who.PERSON, client.person, client.chat);
      case 9 -> replies(Who.PERSON, client.person, client.chat);
      case 10 -> edits(client.person);
      case 11 -> commands(client.chat, "/start", "/cancel", "/help", "/project", "/language", "/start GLOBEX-1");
      case 12 -> quietly("blocks", client.chat::blocks);
      case 13 -> reacts(client.chat);
      default -> presses(client.chat);
    }
    if (random.nextInt(3) > 0) {
      client.chat.unblocks();
    }
  }

  private void anOperatorActs() {
    Person operator = desk.operator(random.nextBoolean() ? "Marek" : "Ina");
    inSomeTopic(operator).ifPresent(here -> anOperatorActs(operator, here));
  }

  private void anOperatorActs(Person operator, GroupHands here) {
    switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4 -> writes(Who.OPERATOR, operator, here);
      case 5 -> sends(Who.OPERATOR, operator, here);
      case 6 -> album(Who.OPERATOR, operator, here);
      case 7 -> replies(Who.OPERATOR, operator, here);
      case 8 -> edits(operator);
      case 9 -> commands(here, "/take", "/close", "/reopen", "/history", "/priority urgent", "/transfer Shop", "/help");
      case 10 -> note(operator, here);
      case 11 -> reacts(here);
      case 12 -> seldom("deletes a topic", here::deletesTopic);
      case 13 -> seldom("closes a topic", here::closes);
      default -> presses(here);
    }
  }

  private void anOutsiderActs() {
    Person boris = desk.operator("Boris");
    inSomeTopic(boris).ifPresent(here -> {
      if (random.nextBoolean()) {
        writes(Who.OUTSIDER, boris, here);
      } else {
        presses(here);
      }
    });
  }

  private void theWeatherTurns() {
    Fault.Kind kind = any(TROUBLES);
    Fault fault = (kind == Fault.Kind.TOO_MANY_REQUESTS ? Fault.tooManyRequests(1) : Fault.of(kind))
        .times(random.nextInt(1, 4)).lasting(Duration.ofSeconds(2));
    steps.add("weather: " + kind);
    troubles.add(desk.stage.playground.fault(random.nextInt(4) == 0 ? fault.withUpdates() : fault));
  }

  private void theBotGoesOrComes() {
    away = !away;
    if (away) {
      steps.add("the bot is kicked");
      desk.group.kick(desk.bot);
    } else {
      steps.add("the bot is back");
      desk.group.promote(desk.bot);
    }
  }

  /// Fine weather, everybody reachable, nothing under way.
  void rests() {
    Playground world = desk.stage.playground;
    world.endFaults();
    people.forEach(client -> client.chat.unblocks());
    if (away) {
      theBotGoesOrComes();
    }
    desk.settlesAtLast();
  }

  private void writes(Who who, Person by, Hands hands) {
    String word = word();
    put(word, who, by, hands, () -> hands.writes("Слова " + word));
  }

  private void note(Person by, Hands hands) {
    String word = word();
    put(word, Who.NOTE, by, hands, () -> hands.writes("// для своих " + word));
  }

  private void sends(Who who, Person by, Hands hands) {
    String word = word();
    put(word, who, by, hands, () -> hands.sends(Media.photo(word)));
  }

  private void album(Who who, Person by, Hands hands) {
    String word = word();
    put(word, who, by, hands, () -> hands.album(Media.photo(word), Media.photo()).getFirst());
  }

  private void replies(Who who, Person by, Hands hands) {
    List<Message> seen = newest(hands);
    if (!seen.isEmpty()) {
      String word = word();
      put(word, who, by, hands, () -> hands.replies(any(seen).id(), "В ответ " + word));
    }
  }

  private void put(String word, Who who, Person by, Hands hands, IntSupplier writing) {
    quietly(who + " " + by.firstName() + " " + word, () ->
        written.put(word, new Written(word, who, by, hands, writing.getAsInt())));
  }

  private void edits(Person by) {
    List<Written> own = written.values().stream()
        .filter(text -> text.by().equals(by) && text.who() != Who.NOTE).toList();
    if (!own.isEmpty()) {
      Written text = any(own.subList(Math.max(0, own.size() - NEWEST), own.size()));
      quietly("edits " + text.word(), () -> text.hands().edits(text.id(), "Иначе " + words + " " + text.word()));
    }
  }

  private void commands(Hands hands, String... choice) {
    String command = choice[random.nextInt(choice.length)];
    quietly(command, () -> hands.writes(command));
  }

  private void reacts(Hands hands) {
    List<Message> seen = newest(hands);
    if (!seen.isEmpty()) {
      quietly("reacts", () -> hands.reacts(any(seen).id(), random.nextBoolean() ? new String[] {"👍"} : new String[0]));
    }
  }

  private void presses(Hands hands) {
    List<Message> seen = newest(hands).stream().filter(message -> !message.buttons().isEmpty()).toList();
    if (seen.isEmpty()) {
      return;
    }
    Message message = any(seen);
    Button button = any(any(message.buttons()));
    if (NOT_PRESSED.contains(button.text())) {
      return;
    }
    quietly("presses " + button.text(), () -> hands.presses(message.id(), button.data()));
  }

  private List<Message> newest(Hands hands) {
    List<Message> seen = hands.messages(message -> !message.service());
    return seen.subList(Math.max(0, seen.size() - NEWEST), seen.size());
  }

  private Optional<GroupHands> inSomeTopic(Person who) {
    List<TopicView> topics = desk.topics().stream().filter(topic -> !topic.deleted()).toList();
    return topics.isEmpty() ? Optional.empty()
        : Optional.of(who.in(desk.group).topic(any(topics).id()));
  }

  private void seldom(String what, Runnable act) {
    if (random.nextInt(6) == 0) {
      quietly(what, act);
    }
  }

  /// What can't be done at the moment (the bot is blocked, the message is gone) isn't done.
  private void quietly(String what, Runnable act) {
    try {
      act.run();
      steps.add(what);
    } catch (IllegalStateException | IllegalArgumentException impossible) {
      steps.add(what + ": can't");
    }
  }

  private String word() {
    return "w" + words++ + ".";
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  List<Written> written(Who who) {
    return written.values().stream().filter(text -> text.who() == who).toList();
  }

  /// Whether so much as comes from people without a code may be left at the door.
  boolean mayBeDropped(Written text) {
    return text.by().equals(stranger.person);
  }

  List<Client> people() {
    return people;
  }

  /// Calls that had their effect though nobody heard of it: only such may be made twice.
  int silenced() {
    return troubles.stream().filter(trouble -> trouble.fault().kind() == Fault.Kind.SILENCE_AFTER)
        .mapToInt(Trouble::struck).sum();
  }

  /// What happened last.
  List<String> steps() {
    return steps.subList(Math.max(0, steps.size() - 60), steps.size());
  }
}
