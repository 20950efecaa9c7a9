package otklik.helpdesk.answers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Incoming;
import otklik.helpdesk.tickets.Moment;
import otklik.kernel.Ids;
import otklik.people.People;
import otklik.talk.Order;
import otklik.tickets.Tickets;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// An operator changes a `/later` whose answer still waits. It is read as if it had been written so from the beginning;
/// where it can't be, the answer stays as it was and the operator is told so. Made a note, it is taken back.
@Component
final class Replanning {
  private final LaterAnswers answers;
  private final Postponed postponed;
  private final LaterLines lines;
  private final Tickets tickets;
  private final People people;

  Replanning(LaterAnswers answers, Postponed postponed, LaterLines lines, Tickets tickets, People people) {
    this.answers = answers;
    this.postponed = postponed;
    this.lines = lines;
    this.tickets = tickets;
    this.people = people;
  }

  /// False when nothing ordered by that message waits any more: it is kept among the others, if at all.
  boolean edited(Turn turn, Incoming.Edited edited) throws Exception {
    LaterAnswer waiting = answers.orderedBy(turn, edited.ref()).orElse(null);
    if (waiting == null) {
      return false;
    }
    Order order = order(turn, edited, waiting);
    if (InternalWords.areNote(edited.content())) {
      if (postponed.takeBack(turn, waiting)) {
        lines.tell(order, order.text("later.off", "when", shown(turn.channel(), waiting.dueAt())), List.of());
      }
      return false;
    }
    Optional<LaterOrder> now =
        LaterOrder.read(edited.content(), givenAt(turn, waiting), turn.channel().zone());
    if (now.isEmpty()) {
      stays(order, waiting, "later.usage");
    } else if (!now.get().at().isAfter(turn.now())) {
      stays(order, waiting, "later.past");
    } else {
      return isSame(waiting, now.get()) || changed(order, waiting.saying(now.get()));
    }
    return true;
  }

  /// Never in the future, though its id may say so ([Ids#madeAt]).
  private static Instant givenAt(Turn turn, LaterAnswer waiting) {
    Instant made = Ids.madeAt(waiting.id());
    return made.isBefore(turn.now()) ? made : turn.now();
  }

  /// Messengers also tell of edits that nobody can see. Of when the command was given only the millisecond is known.
  private static boolean isSame(LaterAnswer waiting, LaterOrder now) {
    return Duration.between(now.at(), waiting.dueAt()).abs().compareTo(Duration.ofSeconds(1)) < 0
        && waiting.words().text().equals(now.words());
  }

  private boolean changed(Order order, LaterAnswer answer) throws Exception {
    if (!answers.change(order.turn(), answer)) {
      return false;
    }
    lines.tell(order, order.text("later.changed", "when", shown(order.channel(), answer.dueAt()),
        "text", LaterLines.shown(answer)), List.of(answer));
    return true;
  }

  private void stays(Order order, LaterAnswer waiting, String why) throws Exception {
    lines.tell(order, order.text(why) + "\n\n" + order.text("later.stays",
        "when", shown(order.channel(), waiting.dueAt()), "text", LaterLines.shown(waiting)), List.of(waiting));
  }

  private static String shown(Channel channel, Instant moment) {
    return Moment.shown(channel, moment);
  }

  /// As if the command had just been given.
  private Order order(Turn turn, Incoming.Edited edited, LaterAnswer waiting) throws Exception {
    Incoming.Said said = new Incoming.Said(edited.place(), false, edited.ref(), edited.by(), edited.content(),
        waiting.words().replyTo(), null, edited.at());
    return new Order(turn, people.seen(turn, edited.by()), "",
        tickets.find(turn, waiting.ticket()).orElseThrow(), said);
  }
}
