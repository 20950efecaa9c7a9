package otklik.helpdesk;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.dialogs.Visitor;
import otklik.rooms.Rooms;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// A person closes their own ticket: with `/close`, or because they say that all is well now. They are asked once, with
/// what it means, and the operators see who closed it.
@Component
final class OwnClosing implements PersonCommand, PersonButton {
  private final Tickets tickets;
  private final Ending ending;
  private final Marks marks;
  private final Rooms rooms;
  private final Questions questions;

  OwnClosing(Tickets tickets, Ending ending, Marks marks, Rooms rooms, Questions questions) {
    this.tickets = tickets;
    this.ending = ending;
    this.marks = marks;
    this.rooms = rooms;
    this.questions = questions;
  }

  @Override
  public String name() {
    return "close";
  }

  @Override
  public void obey(Visitor visitor, String rest) throws Exception {
    Ticket open = tickets.openOf(visitor.turn(), visitor.person().id()).orElse(null);
    if (open == null) {
      questions.say(visitor, visitor.text("close.nothing"), List.of());
    } else {
      ask(visitor, open);
    }
  }

  /// After words that say that the matter is settled; they went to the operators like any other.
  void offer(Visitor visitor, Ticket open, Content said) throws Exception {
    if (Solved.says(said, visitor.channel().texts(), visitor.language())) {
      ask(visitor, open);
    }
  }

  private void ask(Visitor visitor, Ticket open) throws Exception {
    questions.say(visitor, visitor.text("close.ask", "number", open.shownNumber()), List.of(List.of(
        visitor.button("button.close-own", Press.of(Press.Action.CLOSE_OWN, open.id()).data()),
        visitor.button("button.keep-open", Press.of(Press.Action.KEEP_OPEN, open.id()).data()))));
  }

  @Override
  public Set<Press.Action> actions() {
    return Set.of(Press.Action.CLOSE_OWN, Press.Action.KEEP_OPEN);
  }

  @Override
  public boolean pressed(Visitor visitor, Press press) throws Exception {
    Turn turn = visitor.turn();
    Ticket ticket = press.ticket().isEmpty() ? null : tickets.find(turn, press.ticket().get()).orElse(null);
    if (ticket == null || !ticket.person().equals(visitor.person().id()) || ticket.state().equals(Ticket.CLOSED)) {
      return false;
    }
    if (press.action() == Press.Action.KEEP_OPEN) {
      questions.say(visitor, visitor.text("close.kept"), List.of());
      return true;
    }
    if (!ending.close(turn, ticket, visitor.person().id())) {
      return false;
    }
    rooms.note(turn, ticket, turn.text("close.by-client"));
    marks.ask(visitor, ticket);
    rooms.refresh(turn, ticket.id());
    rooms.close(turn, ticket);
    return true;
  }
}
