package otklik.helpdesk.clocks;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import otklik.helpdesk.settings.SlaClock;
import otklik.helpdesk.settings.SlaTerms;
import otklik.helpdesk.tickets.DeskEffect;
import otklik.helpdesk.tickets.DeskTickets;
import otklik.helpdesk.tickets.TicketClocks;
import otklik.kernel.TicketId;
import otklik.lifecycle.EffectHandler;
import otklik.lifecycle.Transition;
import otklik.rooms.Rooms;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// Tells a ticket's clocks what happened to it. Whoever moves tickets calls one of these in the same transaction.
@Component
public final class SlaEvents implements EffectHandler<DeskEffect.Clock> {
  private final ClockRows rows;
  private final DeskTickets deskTickets;
  private final Deadlines deadlines;
  private final Rooms rooms;

  SlaEvents(ClockRows rows, DeskTickets deskTickets, Deadlines deadlines, Rooms rooms) {
    this.rows = rows;
    this.deskTickets = deskTickets;
    this.deadlines = deadlines;
    this.rooms = rooms;
  }

  /// A ticket was opened. The card is drawn afterwards.
  public void opened(Turn turn, TicketId ticket) throws SQLException {
    change(turn, ticket, TicketClocks::opened);
  }

  /// The person wrote something that belongs to their open ticket. Brings the card up to date.
  public void personWrote(Turn turn, Ticket ticket) throws Exception {
    TicketClocks known = rows.of(turn, ticket.id());
    boolean answered = ticket.firstResponseAt() != null;
    if (!known.isAnswerAwaited() && change(turn, ticket.id(), known,
        (clocks, terms, now) -> clocks.personWrote(terms, answered, now))) {
      rooms.refresh(turn, ticket.id());
    }
  }

  /// An operator's words are on their way to the person. Brings the card up to date.
  public void operatorAnswered(Turn turn, TicketId ticket) throws Exception {
    changeAndShow(turn, ticket, TicketClocks::operatorAnswered);
  }

  /// The card is drawn afterwards, but where the clocks alone change it.
  @Override
  public void apply(Transition transition, DeskEffect.Clock effect) throws Exception {
    Turn turn = transition.turn();
    Ticket ticket = transition.after();
    boolean answered = ticket.firstResponseAt() != null;
    switch (effect) {
      case DeskEffect.ClocksStopped _ -> change(turn, ticket.id(), TicketClocks::closed);
      case DeskEffect.ClocksGoOn _ ->
          change(turn, ticket.id(), (clocks, terms, now) -> clocks.reopened(terms, answered, now));
      case DeskEffect.ClocksReplanned _ -> change(turn, ticket.id(), TicketClocks::priorityChanged);
      case DeskEffect.ClientAwaited _ -> changeAndShow(turn, ticket.id(), TicketClocks::waitsForClient);
    }
  }

  private interface Happening {
    TicketClocks after(TicketClocks clocks, SlaTerms terms, Instant now);
  }

  private void changeAndShow(Turn turn, TicketId ticket, Happening happening) throws Exception {
    if (change(turn, ticket, happening)) {
      rooms.refresh(turn, ticket);
    }
  }

  private boolean change(Turn turn, TicketId ticket, Happening happening) throws SQLException {
    return change(turn, ticket, rows.of(turn, ticket), happening);
  }

  private boolean change(Turn turn, TicketId ticket, TicketClocks known, Happening happening) throws SQLException {
    SlaTerms terms = SlaTerms.of(turn.channel(), deskTickets.isUrgent(turn, ticket));
    List<SlaClock> after = happening.after(known, terms, turn.now()).all();
    List<SlaClock> changed = after.stream().filter(one -> !known.all().contains(one)).toList();
    changed.forEach(one -> rows.save(turn, ticket, one));
    if (changed.stream().anyMatch(one -> one.nextAt() != null)) {
      deadlines.watch(turn);
    }
    return !changed.isEmpty();
  }
}
