package otklik.emergency.requests;

import java.util.Optional;
import otklik.kernel.TicketId;
import otklik.talk.Pressing;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;

/// The ticket that a press names. Whose it is, is for the caller to see.
public final class OwnTicket {
  private OwnTicket() {}

  public static Optional<Ticket> pressed(Tickets tickets, Pressing pressing) throws Exception {
    TicketId named = pressing.press().ticket().orElse(null);
    return named == null ? Optional.empty() : tickets.find(pressing.turn(), named);
  }

  /// Only when the person who pressed is the one who asked for help.
  public static Optional<Ticket> ofAsker(Tickets tickets, Pressing pressing) throws Exception {
    return pressed(tickets, pressing)
        .filter(ticket -> ticket.person().equals(pressing.visitor().person().id()));
  }
}
