package playground;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Lives through many tickets of a support desk at once, from the first word to the mark, as quickly as the desk answers:
/// a program that is being built meets once what it will do all day, so that its next start knows which code matters.
/// Takes what is offered first and knows no text but that of [Закрыть].
public final class Rehearsal {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String CLOSE = "Закрыть";
  private static final String CODE = "ACME-1";
  private static final int PEOPLE = 50;
  private static final int ROUNDS = 80;
  /// So many rounds are on their way at most.
  private static final int AHEAD = 4;

  private final Playground playground;
  private final Bot bot;
  private final Group group;
  private final Person operator;
  private final List<PrivateHands> people = new ArrayList<>();
  private final List<GroupHands> topics = new ArrayList<>();
  private final AtomicInteger said = new AtomicInteger();

  /// @param people so many tickets
  public Rehearsal(Playground playground, Bot bot, Group group, Person operator, int people) {
    this.playground = playground;
    this.bot = bot;
    this.group = group;
    this.operator = operator;
    for (int number = 0; number < people; number++) {
      this.people.add(person(number));
    }
  }

  private PrivateHands person(int number) {
    return playground.user(800_000 + number, "Person " + number, null, "p" + number, "ru").inPrivate(bot);
  }

  /// The world of `run`, on the port that is given; ends when everything was played.
  public static void main(String[] arguments) {
    try (var playground = Playground.start(Options.defaults().port(Integer.parseInt(arguments[0])))) {
      Main.sowBundled(playground);
      playground.callLog(false);
      var desk = playground.bot("1000001:PLAYGROUND-desk-token-0000000000000000", "otklik_desk_bot");
      var group = playground.forum(-1_001_000_000_001L, "Поддержка");
      new Rehearsal(playground, desk, group, playground.user(5001, "Marek", null, "marek", "ru"), PEOPLE).play(ROUNDS);
    }
  }

  /// @param rounds so often both sides of each ticket speak
  public void play(int rounds) {
    openTickets();
    playground.listen(call -> {
      if (call.status() == 200 && call.method().equals("sendmessage")) said.incrementAndGet();
    });
    for (int round = 0; round < rounds; round++) {
      talk(round);
      int wanted = 2 * people.size() * (round + 1 - AHEAD);
      until(() -> said.get() >= wanted);
    }
    until(() -> said.get() >= 2 * people.size() * rounds);
    playground.listen(null);
    changeMinds();
    closeTickets();
    forgetSomebody();
  }

  private void openTickets() {
    people.forEach(person -> takesWhatIsOffered(person, person.starts(CODE)));
    people.forEach(person -> takesWhatIsOffered(person, person.writes("The report does not open")));
    until(() -> group.topics().size() >= people.size());
    group.topics().forEach(topic -> topics.add(operator.in(group).topic(topic.id())));
    topics.forEach(topic -> takesWhatIsOffered(topic, 0));
  }

  private void talk(int round) {
    people.forEach(person -> person.writes(round + ". The page says to try again later"));
    topics.forEach(topic -> topic.writes(round + ". Which page do you mean?"));
  }

  private void changeMinds() {
    for (var person : people) {
      int answered = person.last().orElseThrow().id();
      person.edits(person.replies(answered, "This one"), "This one, the first");
      person.reacts(answered, "👍");
    }
    for (var topic : topics) {
      topic.edits(topic.replies(topic.last().orElseThrow().id(), "I see"), "I see, thank you");
    }
    operator.in(group).writes("/find report");
  }

  private void closeTickets() {
    List<Integer> before = people.stream().map(person -> person.last().orElseThrow().id()).toList();
    for (var topic : topics) {
      var card = topic.messages(message -> message.button(CLOSE).isPresent()).getFirst();
      topic.presses(card.id(), CLOSE);
    }
    for (int number = 0; number < people.size(); number++) {
      takesWhatIsOffered(people.get(number), before.get(number));
    }
    people.forEach(person -> person.writes("It works now"));
  }

  private void forgetSomebody() {
    int tickets = group.topics().size();
    var guest = person(people.size());
    takesWhatIsOffered(guest, guest.starts(CODE));
    takesWhatIsOffered(guest, guest.writes("My name is on the page"));
    until(() -> group.topics().size() > tickets);
    takesWhatIsOffered(guest, guest.writes("/forget"));
  }

  /// Presses the first button of what is offered behind that message, and waits for what follows.
  private static void takesWhatIsOffered(Hands hands, int behind) {
    until(() -> !offers(hands, behind).isEmpty());
    var offer = offers(hands, behind).getLast();
    int newest = hands.last().orElseThrow().id();
    hands.presses(offer.id(), offer.buttons().getFirst().getFirst().text());
    until(() -> hands.last().orElseThrow().id() > newest
        || !hands.message(offer.id()).orElseThrow().buttons().equals(offer.buttons()));
  }

  private static List<Message> offers(Hands hands, int behind) {
    return hands.messages(message -> message.id() > behind && !message.buttons().isEmpty());
  }

  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) throw new IllegalStateException("the desk does not answer");
      LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
    }
  }
}
