package otklik.helpdesk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.talk.Order;
import otklik.talk.Press;
import otklik.talk.RoomAction;
import otklik.talk.RoomButton;
import otklik.talk.RoomPressing;
import otklik.tickets.Ticket;

/// `/later 9:00 TEXT`: an answer that goes to the person at a time. Alone it lists what waits; each can be taken back.
@Component
final class LaterCommand implements DeskPart, RoomAction, RoomButton {
  private final LaterAnswers answers;
  private final Postponed postponed;
  private final LaterLines lines;

  LaterCommand(LaterAnswers answers, Postponed postponed, LaterLines lines) {
    this.answers = answers;
    this.postponed = postponed;
    this.lines = lines;
  }

  @Override
  public String name() {
    return LaterOrder.NAME;
  }

  @Override
  public boolean isAnswer() {
    return true;
  }

  @Override
  public void obey(Order order) throws Exception {
    Ticket ticket = order.ticket();
    if (ticket == null) {
      lines.tell(order, order.text("in-topic"), List.of());
    } else if (order.rest().isEmpty()) {
      list(order, answers.of(order.turn(), ticket));
    } else if (ticket.state().equals(Ticket.CLOSED)) {
      lines.tell(order, order.text("already-closed"), List.of());
    } else {
      postpone(order, ticket);
    }
  }

  private void list(Order order, List<LaterAnswer> waiting) throws Exception {
    List<String> list = new ArrayList<>(List.of(order.text(waiting.isEmpty() ? "later.none" : "later.waiting")));
    waiting.forEach(answer ->
        list.add(Moment.shown(order.channel(), answer.dueAt()) + " — " + LaterLines.shown(answer)));
    lines.tell(order, String.join("\n", list), waiting);
  }

  private void postpone(Order order, Ticket ticket) throws Exception {
    Instant now = order.turn().now();
    Optional<LaterOrder> command = LaterOrder.read(order.said().content(), now, order.channel().zone());
    if (command.isEmpty() || InternalWords.are(command.get().words())) {
      lines.tell(order, order.text("later.usage"), List.of());
    } else if (!command.get().at().isAfter(now)) {
      lines.tell(order, order.text("later.past"), List.of());
    } else {
      LaterAnswer answer = answers.add(order.turn(), ticket, order.by().id(),
          new LaterAnswer.Words(order.place(), order.said().ref(), order.said().replyTo(), command.get().words(),
              order.said().context().quote()),
          command.get().at());
      lines.tell(order, order.text("later.will", "when", Moment.shown(order.channel(), answer.dueAt())),
          List.of(answer));
    }
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(DeskButton.LATER_OFF);
  }

  @Override
  public String pressed(RoomPressing pressing) throws Exception {
    Ticket ticket = pressing.ticket();
    Optional<LaterAnswer> meant = pressing.press().moreNumber()
        .flatMap(id -> answers.find(pressing.turn(), id))
        .filter(answer -> ticket != null && answer.ticket().equals(ticket.id()));
    if (meant.isEmpty() || !postponed.takeBack(pressing.turn(), meant.get())) {
      return pressing.outdated();
    }
    return pressing.text("later.off", "when", Moment.shown(pressing.channel(), meant.get().dueAt()));
  }
}
