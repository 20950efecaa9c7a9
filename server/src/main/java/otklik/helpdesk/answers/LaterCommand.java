package otklik.helpdesk.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.helpdesk.settings.DeskButton;
import otklik.helpdesk.settings.DeskPart;
import otklik.helpdesk.tickets.DeskCommand;
import otklik.helpdesk.tickets.Moment;
import otklik.talk.CommandDoor;
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
  private final LaterLines lines;
  private final CommandDoor door;

  LaterCommand(LaterAnswers answers, LaterLines lines, CommandDoor door) {
    this.answers = answers;
    this.lines = lines;
    this.door = door;
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
    LaterOrder later =
        LaterOrder.read(order.said().content(), order.turn().now(), order.channel().zone()).orElse(null);
    if (later == null || InternalWords.are(later.words())) {
      boolean closed = ticket.state().equals(Ticket.CLOSED);
      lines.tell(order, order.text(closed ? "already-closed" : "later.usage"), List.of());
    } else {
      door.answer(order,
          door.ordered(order, ticket, new DeskCommand.AnswerLater(later.words(), later.at(), order.said())));
    }
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(DeskButton.LATER_OFF);
  }

  @Override
  public String pressed(RoomPressing pressing) throws Exception {
    Long answer = pressing.press().moreNumber().orElse(null);
    return pressing.ticket() == null || answer == null ? pressing.outdated()
        : door.pressed(pressing, pressing.ticket(), new DeskCommand.CancelLater(answer));
  }
}
