package otklik.emergency.search;

import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.emergency.cards.RequestCards;
import otklik.emergency.requests.Asking;
import otklik.emergency.requests.Askings;
import otklik.emergency.requests.RequestLifecycle;
import otklik.kernel.PersonId;
import otklik.people.People;
import otklik.people.Person;
import otklik.talk.Pressing;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;

/// How a request stands with whoever presses something of it.
@Component
public final class PressedTickets {
  private final Tickets tickets;
  private final Askings askings;
  private final VolunteerCopies volunteerCopies;
  private final RequestCards requestCards;
  private final People people;

  PressedTickets(Tickets tickets, Askings askings, VolunteerCopies volunteerCopies, RequestCards requestCards,
      People people) {
    this.tickets = tickets;
    this.askings = askings;
    this.volunteerCopies = volunteerCopies;
    this.requestCards = requestCards;
    this.people = people;
  }

  /// The request of a press, for somebody who was asked to help with it, and who is known to have seen it from now on.
  public Optional<Ticket> asked(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    Optional<Ticket> ticket = ticket(pressing);
    Optional<Asking> asking = ticket.isEmpty() ? Optional.empty()
        : askings.of(visitor.turn(), ticket.get().id(), visitor.person().id());
    if (asking.isEmpty()) {
      return Optional.empty();
    }
    boolean found = asking.get().copy() == null && pressing.on() != null;
    askings.seen(visitor.turn(), asking.get(), pressing.on());
    if (asking.get().state() != Asking.State.SEEN) {
      requestCards.countAgain(visitor.turn(), ticket.get().id());
    }
    if (found && !ticket.get().state().equals(RequestLifecycle.OPEN)) {
      volunteerCopies.refresh(visitor.turn(), askings.find(visitor.turn(), asking.get().id()).orElseThrow());
    }
    return ticket;
  }

  /// The request of a press, for the one who has it.
  public Optional<Ticket> own(Pressing pressing) throws Exception {
    return ticket(pressing).filter(ticket -> ticket.state().equals(RequestLifecycle.TAKEN)
        && pressing.visitor().person().id().equals(ticket.owner()));
  }

  private Optional<Ticket> ticket(Pressing pressing) throws Exception {
    return pressing.press().ticket().isEmpty() ? Optional.empty()
        : tickets.find(pressing.visitor().turn(), pressing.press().ticket().get());
  }

  /// Somebody else has it.
  public String takenByOther(Visitor visitor, PersonId owner) {
    return visitor.text("emergency.take.taken", "name",
        people.find(visitor.turn(), owner).map(Person::spokenName).orElse(""));
  }
}
