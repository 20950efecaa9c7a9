package otklik.emergency.helping;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.membership.MemberAction;
import otklik.emergency.membership.Membership;
import otklik.emergency.people.ResidentRows;
import otklik.emergency.search.PressedTickets;
import otklik.talk.Pressing;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;

/// Presses that wait until the messenger has said whether somebody is a member.
@Component
final class MemberPresses {
  private final Tickets tickets;
  private final ResidentRows residentRows;
  private final PressedTickets pressedTickets;
  private final Membership membership;
  private final Deliveries deliveries;

  MemberPresses(Tickets tickets, ResidentRows residentRows, PressedTickets pressedTickets, Membership membership,
      Deliveries deliveries) {
    this.tickets = tickets;
    this.residentRows = residentRows;
    this.pressedTickets = pressedTickets;
    this.membership = membership;
    this.deliveries = deliveries;
  }

  /// The request that is meant, for somebody who was asked to help with it.
  Optional<Ticket> asked(Pressing pressing) throws Exception {
    return pressedTickets.asked(pressing)
        .filter(_ -> residentRows.find(pressing.turn(), pressing.visitor().person().id()).isPresent());
  }

  /// @param action what is granted or refused when it is known
  void awaitMembership(Pressing pressing, Ticket ticket, MemberAction action) throws Exception {
    membership.wish(pressing.visitor(), action.name(), new WaitingPress(ticket.id(), pressing.id()).stored());
  }

  Ticket ticket(Visitor visitor, WaitingPress waiting) throws Exception {
    return tickets.find(visitor.turn(), waiting.ticket()).orElseThrow();
  }

  void answer(Visitor visitor, WaitingPress waiting, @Nullable String words, boolean alert) throws Exception {
    deliveries.owe(visitor.turn(),
        NewDelivery.words(new Call.AnswerPress(visitor.chat(), waiting.press(), words, alert)));
  }
}
