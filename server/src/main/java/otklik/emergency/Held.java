package otklik.emergency;

import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.people.People;
import otklik.people.Person;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;

/// How a request stands with whoever presses something of it.
@Component
final class Held {
  private final Tickets tickets;
  private final Askings askings;
  private final Copies copies;
  private final Cards cards;
  private final People people;

  Held(Tickets tickets, Askings askings, Copies copies, Cards cards, People people) {
    this.tickets = tickets;
    this.askings = askings;
    this.copies = copies;
    this.cards = cards;
    this.people = people;
  }

  /// The request of a press, for somebody who was asked to help with it, and who is known to have seen it from now on.
  Optional<Ticket> asked(Tx tx, Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    Optional<Ticket> ticket = ticket(tx, pressing);
    Optional<Asking> asking = ticket.isEmpty() ? Optional.empty()
        : askings.of(tx, visitor.channel(), ticket.get().id(), visitor.person().id());
    if (asking.isEmpty()) {
      return Optional.empty();
    }
    boolean found = asking.get().copy() == null && pressing.on() != null;
    askings.seen(tx, visitor.channel(), asking.get(), pressing.on());
    if (asking.get().state() != Asking.State.SEEN) {
      cards.countAgain(tx, visitor.channel(), ticket.get().id());
    }
    if (found && !ticket.get().state().equals(Lifecycle.OPEN)) {
      copies.refresh(tx, visitor.channel(), askings.find(tx, visitor.channel(), asking.get().id()).orElseThrow());
    }
    return ticket;
  }

  /// The request of a press, for the one who has it.
  Optional<Ticket> own(Tx tx, Pressing pressing) throws Exception {
    return ticket(tx, pressing).filter(ticket -> ticket.state().equals(Lifecycle.TAKEN)
        && pressing.visitor().person().id().equals(ticket.owner()));
  }

  private Optional<Ticket> ticket(Tx tx, Pressing pressing) throws Exception {
    return pressing.press().ticket().isEmpty() ? Optional.empty()
        : tickets.find(tx, pressing.visitor().channel(), pressing.press().ticket().get());
  }

  /// Why a volunteer can't have a request any more.
  String refusal(Tx tx, Visitor visitor, Ticket ticket, Lifecycle.Why why) {
    return switch (why) {
      case TAKEN_BY_YOU -> visitor.text("emergency.take.yours");
      case TAKEN_BY_OTHER -> visitor.text("emergency.take.taken", "name", ticket.owner() == null ? ""
          : people.find(tx, visitor.channel(), ticket.owner()).map(Person::spokenName).orElse(""));
      case CLOSED -> visitor.text("emergency.take.closed");
      case NOT_YOURS, NOT_NOW -> visitor.text("emergency.take.not-now");
    };
  }
}
