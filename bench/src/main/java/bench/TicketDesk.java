package bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import playground.Bot;
import playground.Group;
import playground.GroupHands;
import playground.Message;
import playground.Person;
import playground.Playground;
import playground.PrivateHands;

/// One desk whose people always have something to ask: as soon as a ticket is done, the next person comes.
final class TicketDesk {
  private static final int AT_ONCE = 10;
  private static final long PAUSE = Duration.ofSeconds(2).toNanos();
  private static final int MESSAGES = 3;

  private final Playground playground;
  private final int number;
  private final int bots;
  private final boolean together;
  private final Bot bot;
  private final Group group;
  private final Person operator;
  private final List<Visit> visits = new ArrayList<>();
  private final List<Double> waits = new ArrayList<>();
  private int people;
  private int done;

  TicketDesk(Playground playground, int number, int bots, boolean together) {
    this.playground = playground;
    this.number = number;
    this.bots = bots;
    this.together = together;
    this.bot = playground.bot(token(0), "desk_" + number + "_bot");
    this.group = playground.forum(chat(), "Desk " + number).promote(bot);
    for (int helper = 1; helper < bots; helper++) {
      group.promote(playground.bot(token(helper), "helper_" + number + "_" + helper + "_bot"));
    }
    if (together) {
      group.countTogether();
    }
    this.operator = playground.user(5001, "Marek", null, "marek", "ru");
    group.add(operator);
  }

  private String token(int helper) {
    return (7_000_000 + 100 * number + helper) + ":BENCHBENCHBENCHBENCHBENCHBENCHBENCH";
  }

  private long chat() {
    return -1_002_000_000_000L - number;
  }

  String name() {
    return bots + " bot(s), counted " + (together ? "for the group" : "for each bot");
  }

  String configuration() {
    List<String> helpers = new ArrayList<>();
    for (int helper = 1; helper < bots; helper++) {
      helpers.add("\"" + token(helper) + "\"");
    }
    return """
          - name: w%1$d
            language: ru
            channels:
              - name: desk
                messenger: telegram
                token: "%2$s"
                limits: default
                scenario: helpdesk
                helpdesk:
                  support-chat-id: %3$d
                  operators: [5001]
                  helper-tokens: [%4$s]
                  clients:
                    - name: Acme
                      projects:
                        - { name: Portal, invite-code: ACME-1, is-active: true }
        """.formatted(number, token(0), chat(), String.join(", ", helpers)).indent(-2);
  }

  /// What was done so far doesn't count.
  void begin() {
    done = 0;
    waits.clear();
  }

  String result(double minutes) {
    double[] sorted = waits.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    String median = sorted.length == 0 ? "–" : "%.0f s".formatted(sorted[sorted.length / 2]);
    return "%.0f an hour (%d done); a message needed %s (median)".formatted(done / minutes * 60, done, median);
  }

  void step() {
    visits.removeIf(Visit::isOver);
    while (visits.size() < AT_ONCE) {
      visits.add(new Visit(playground.user(1_000_000 + 10_000L * number + people++, "Person", null, null, "ru")));
    }
    visits.forEach(Visit::step);
  }

  /// One person with one ticket.
  private final class Visit {
    private final Person person;
    private final PrivateHands chat;
    private int stage;
    private int written;
    private long writtenAt;
    private GroupHands topic;
    private int room;
    private int card;

    Visit(Person person) {
      this.person = person;
      this.chat = person.inPrivate(bot);
      chat.starts("ACME-1");
    }

    boolean isOver() {
      return stage == 7;
    }

    void step() {
      switch (stage) {
        case 0 -> press("Другое");
        case 1 -> {
          if (sees("Расскажите")) {
            chat.writes("It does not work");
            stage++;
          }
        }
        case 2 -> press("Пропустить");
        case 3 -> findCard();
        case 4 -> write();
        case 5 -> answer();
        case 6 -> finish();
        default -> throw new IllegalStateException("over");
      }
    }

    private void press(String button) {
      Optional<Message> with = chat.messages(message -> message.button(button).isPresent()).stream().findFirst();
      if (with.isPresent()) {
        chat.presses(with.get().id(), button);
        stage++;
      }
    }

    private boolean sees(String words) {
      return !chat.messages(message -> message.text().contains(words)).isEmpty();
    }

    private void findCard() {
      group.history().stream().filter(message -> message.text().contains("(id: " + person.id() + ")")).findFirst()
          .ifPresent(found -> {
            card = found.id();
            room = found.threadId();
            topic = operator.in(group).topic(room);
            stage++;
          });
    }

    private void write() {
      if (System.nanoTime() - writtenAt > PAUSE) {
        writtenAt = System.nanoTime();
        chat.writes("message " + ++written);
        stage += written == MESSAGES ? 1 : 0;
      }
    }

    private void answer() {
      if (group.messages(room).stream().anyMatch(message -> message.text().contains("message " + MESSAGES))) {
        waits.add((System.nanoTime() - writtenAt) / 1e9);
        topic.presses(card, "Взять в работу");
        topic.writes("answer 1");
        topic.writes("answer 2");
        stage++;
      }
    }

    /// A ticket is done when everything about it is shown, the closing of its topic at last.
    private void finish() {
      boolean open = group.message(card).orElseThrow().button("Закрыть").isPresent();
      if (written == MESSAGES && sees("answer 2") && open) {
        topic.presses(card, "Закрыть");
        written++;
      }
      if (group.topics().stream().anyMatch(view -> view.id() == room && view.closed())) {
        done++;
        stage++;
      }
    }
  }
}
