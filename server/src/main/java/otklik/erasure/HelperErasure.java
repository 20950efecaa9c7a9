package otklik.erasure;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.dialogs.Visitor;
import otklik.kernel.TicketId;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// What helping leaves of a person: what they have, what they were told, and their name and words wherever a ticket of
/// somebody else tells them.
@Component
final class HelperErasure {
  private final PersonalDataRegister register;
  private final Tickets tickets;
  private final Timeline timeline;
  private final ReaderErasure readerErasure;
  private final WordsErasure wordsErasure;
  private final Deliveries deliveries;

  HelperErasure(PersonalDataRegister register, Tickets tickets, Timeline timeline, ReaderErasure readerErasure,
      WordsErasure wordsErasure, Deliveries deliveries) {
    this.register = register;
    this.tickets = tickets;
    this.timeline = timeline;
    this.readerErasure = readerErasure;
    this.wordsErasure = wordsErasure;
    this.deliveries = deliveries;
  }

  /// What they see of other people's tickets leaves their chat.
  ///
  /// @return the tickets that they have, or had last
  List<Ticket> begin(Visitor visitor) throws Exception {
    HelperData data = register.helpersOf(visitor.channel()).orElse(null);
    if (data == null) {
      return List.of();
    }
    Turn turn = visitor.turn();
    List<Ticket> touched = touchedBy(visitor);
    for (Ticket ticket : touched) {
      for (TicketSubjects subjects : data.told()) {
        subjects.take(turn, ticket.id(),
            deliveries.withdrawIn(turn, visitor.chat().chat(), subjects.of(ticket.id())));
      }
    }
    data.begin(visitor);
    return touched.stream().filter(ticket -> visitor.person().id().equals(ticket.owner())).toList();
  }

  /// They help nobody any more.
  void release(Visitor visitor, List<Ticket> held) throws Exception {
    HelperData data = register.helpersOf(visitor.channel()).orElse(null);
    if (data != null) {
      for (Ticket ticket : held) {
        data.release(visitor.turn(), ticket);
      }
      timeline.eraseNotesOf(visitor.turn(), visitor.person().id());
    }
  }

  /// Nothing names them any more where tickets of others are shown or spoken of.
  ///
  /// @return false when the portion was used up before
  boolean erase(Visitor visitor, Portion portion) throws Exception {
    Turn turn = visitor.turn();
    HelperData data = register.helpersOf(turn.channel()).orElse(null);
    if (data == null) {
      return true;
    }
    for (Ticket ticket : touchedBy(visitor)) {
      long id = ticket.id().value();
      if (id > portion.passed(turn.channel().id())) {
        if (portion.isUsedUp()) {
          return false;
        }
        wordsErasure.eraseInOwnRooms(turn, ticket);
        readerErasure.eraseWords(turn, data, ticket, portion);
        data.refresh(turn, ticket);
        portion.pass(turn.channel().id(), id);
        portion.spend(Portion.TICKET);
      }
    }
    return true;
  }

  /// Tickets of others to which they have done something, oldest first.
  private List<Ticket> touchedBy(Visitor visitor) throws Exception {
    List<Ticket> touched = new ArrayList<>();
    for (TicketId id : timeline.touchedBy(visitor.turn(), visitor.person().id())) {
      tickets.find(visitor.turn(), id).filter(ticket -> !ticket.person().equals(visitor.person().id()))
          .ifPresent(touched::add);
    }
    return touched;
  }
}
