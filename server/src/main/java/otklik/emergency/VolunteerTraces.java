package otklik.emergency;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.MessageRef;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.delivery.Priority;
import otklik.delivery.Subject;
import otklik.dialogs.Visitor;
import otklik.erasure.Portion;
import otklik.erasure.RailTraces;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.timers.Timers;
import otklik.turns.Turn;

/// What helping leaves of a volunteer: what they have, what they were asked, and their name and words wherever a request
/// of somebody else tells them.
@Component
final class VolunteerTraces {
  /// What one request costs, in rows.
  private static final int TICKET = 100;

  private final Tickets tickets;
  private final Askings askings;
  private final Volunteers volunteers;
  private final Remarks remarks;
  private final Timeline timeline;
  private final Timers timers;
  private final BackToPool backToPool;
  private final RequestViews requestViews;
  private final RoomErasing roomErasing;
  private final RailTraces railTraces;
  private final TakenBack takenBack;
  private final Deliveries deliveries;

  VolunteerTraces(Tickets tickets, Askings askings, Volunteers volunteers, Remarks remarks, Timeline timeline,
      Timers timers, BackToPool backToPool, RequestViews requestViews, RoomErasing roomErasing, RailTraces railTraces,
      TakenBack takenBack, Deliveries deliveries) {
    this.tickets = tickets;
    this.askings = askings;
    this.volunteers = volunteers;
    this.remarks = remarks;
    this.timeline = timeline;
    this.timers = timers;
    this.backToPool = backToPool;
    this.requestViews = requestViews;
    this.roomErasing = roomErasing;
    this.railTraces = railTraces;
    this.takenBack = takenBack;
    this.deliveries = deliveries;
  }

  /// What they see of other people's requests in their own chat.
  ///
  /// @param held      requests that they have, or had last
  /// @param copies    of requests that aren't closed
  /// @param told   of and by whomever they helped: nobody could find it later
  record Shown(List<Ticket> held, List<Asking> copies, List<Told> told) {}

  /// @param files whether these are files
  record Told(TicketId ticket, boolean files, List<MessageRef> messages) {}

  /// Read before their chat is forgotten.
  Shown shownTo(Visitor visitor) throws Exception {
    Turn turn = visitor.turn();
    PersonId person = visitor.person().id();
    List<Ticket> touched = touchedBy(visitor);
    List<Ticket> held = touched.stream().filter(ticket -> person.equals(ticket.owner())).toList();
    List<Asking> copies = new ArrayList<>();
    for (Asking asking : askings.ofVolunteer(turn, person)) {
      if (asking.copy() != null && tickets.find(turn, asking.ticket())
          .filter(ticket -> !ticket.state().equals(Ticket.CLOSED)).isPresent()) {
        copies.add(asking);
      }
    }
    List<Told> told = new ArrayList<>();
    for (Ticket ticket : touched) {
      long id = ticket.id().value();
      told.add(new Told(ticket.id(), false, deliveries.withdrawIn(turn, visitor.chat().chat(),
          List.of(new Subject(PlaceTraces.POSITION, id), new Subject(ToVolunteer.PASSED, id),
              new Subject(ToVolunteer.PASSED_PRIVATE, id), new Subject(ToVolunteer.PASSED_PLACE, id)))));
      told.add(new Told(ticket.id(), true, deliveries.withdrawIn(turn, visitor.chat().chat(),
          List.of(new Subject(PlaceTraces.FILE, id), new Subject(ToVolunteer.PASSED_MEDIA, id),
              new Subject(ToVolunteer.PASSED_FILE, id)))));
    }
    return new Shown(held, copies, told);
  }

  /// They help nobody any more, and what they see in their chat goes.
  void leave(Visitor visitor, Shown shown) throws Exception {
    Turn turn = visitor.turn();
    PersonId person = visitor.person().id();
    volunteers.leave(turn, person);
    askings.erase(turn, person);
    for (Ticket ticket : shown.held()) {
      if (ticket.state().equals(RequestLifecycle.TAKEN)) {
        backToPool.put(turn, ticket, person, null, BackToPool.Why.FORGOTTEN);
      }
    }
    timers.cancel(turn, VolunteerInvitations.WAKE, Long.toString(person.value()));
    remarks.eraseOf(turn, person);
    timeline.eraseNotesOf(turn, person);
    leaveTheirChat(visitor, shown);
  }

  /// Nothing names them any more where requests of others are shown or spoken of.
  ///
  /// @return false when the portion was used up before
  boolean erase(Visitor visitor, Portion portion) throws Exception {
    Turn turn = visitor.turn();
    for (Ticket ticket : touchedBy(visitor)) {
      long id = ticket.id().value();
      if (id > portion.passed(turn.channel().id())) {
        if (portion.isUsedUp()) {
          return false;
        }
        roomErasing.eraseWords(turn, ticket);
        nobodyTells(turn, ticket);
        portion.pass(turn.channel().id(), id);
        portion.spend(TICKET);
      }
    }
    return true;
  }

  /// Requests of others to which they have done something, oldest first.
  private List<Ticket> touchedBy(Visitor visitor) throws Exception {
    List<Ticket> touched = new ArrayList<>();
    for (TicketId id : timeline.touchedBy(visitor.turn(), visitor.person().id())) {
      tickets.find(visitor.turn(), id).filter(ticket -> !ticket.person().equals(visitor.person().id()))
          .ifPresent(touched::add);
    }
    return touched;
  }

  private void leaveTheirChat(Visitor visitor, Shown shown) throws Exception {
    for (Told told : shown.told()) {
      for (MessageRef message : told.messages()) {
        if (told.files()) {
          takenBack.takeFile(visitor.turn(), told.ticket(), message);
        } else {
          takenBack.take(visitor.turn(), told.ticket(), message);
        }
      }
    }
    for (Asking copy : shown.copies()) {
      Ticket ticket = tickets.find(visitor.turn(), copy.ticket()).orElseThrow();
      deliveries.owe(visitor.turn(), NewDelivery.of(Priority.EDITS, new Call.EditText(visitor.chat(),
          new Target.Known(copy.copy()), Content.Text.of(
              visitor.text("emergency.copy.erased", "number", ticket.shownNumber())), List.of())));
    }
  }

  /// Wherever the request is shown, or was spoken of with its person, the volunteer is nobody in particular.
  private void nobodyTells(Turn turn, Ticket ticket) throws Exception {
    List<Asking> asked = askings.of(turn, ticket.id());
    deliveries.eraseWords(turn, asked.stream().map(each -> new Subject(VolunteerInvitations.COPY, each.id())).toList());
    List<Place> chats = new ArrayList<>();
    if (!ticket.isErased()) {
      chats.add(Place.chat(ticket.chat()));
    }
    asked.stream().filter(each -> each.state() == Asking.State.SEEN || each.state() == Asking.State.RETURNED)
        .forEach(each -> chats.add(Place.chat(each.chat())));
    railTraces.eraseWords(turn, chats);
    if (ticket.state().equals(Ticket.CLOSED)) {
      requestViews.refreshCard(turn, ticket.id());
    } else {
      requestViews.refresh(turn, ticket.id());
    }
  }
}
