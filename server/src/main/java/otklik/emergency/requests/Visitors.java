package otklik.emergency.requests;

import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Place;
import otklik.dialogs.Visitor;
import otklik.emergency.people.ResidentRows;
import otklik.kernel.PersonId;
import otklik.people.Blocklist;
import otklik.people.People;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// People as we speak with them, found by their number.
@Component
public final class Visitors {
  private final People people;
  private final ResidentRows residentRows;
  private final Askings askings;
  private final Blocklist blocklist;

  Visitors(People people, ResidentRows residentRows, Askings askings, Blocklist blocklist) {
    this.people = people;
    this.residentRows = residentRows;
    this.askings = askings;
    this.blocklist = blocklist;
  }

  /// Nothing for somebody whom we know nothing about any more.
  public Optional<Visitor> find(Turn turn, PersonId id) {
    return people.find(turn, id).flatMap(person -> residentRows.find(turn, id)
        .map(resident -> Visitor.of(turn, person, resident.chat())));
  }

  /// Whoever the ticket is of; nothing when they were erased.
  public Optional<Visitor> asker(Turn turn, Ticket ticket) {
    return ticket.isErased() ? Optional.empty() : people.find(turn, ticket.person())
        .map(person -> Visitor.of(turn, person, ticket.chat()));
  }

  /// In whose chat something about the ticket was told: the one whose it is, or somebody who was asked to help. Nothing
  /// when nobody knows it any more.
  public Optional<Visitor> inChat(Turn turn, Ticket ticket, Place chat) throws Exception {
    Optional<Visitor> asker = asker(turn, ticket);
    if (asker.isPresent() && asker.get().chat().equals(chat)) {
      return asker;
    }
    for (Asking asking : askings.of(turn, ticket.id())) {
      if (asking.chat().equals(chat.chat())) {
        return find(turn, asking.volunteer());
      }
    }
    return Optional.empty();
  }

  /// Whoever has it; nothing when they aren't heard any more: then they hear nothing either.
  public Optional<Visitor> helper(Turn turn, Ticket ticket) {
    return ticket.owner() == null || blocklist.has(turn, ticket.owner()) ? Optional.empty()
        : find(turn, ticket.owner());
  }
}
