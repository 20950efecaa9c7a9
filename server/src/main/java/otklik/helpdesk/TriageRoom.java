package otklik.helpdesk;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Refusal;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.Done;
import otklik.delivery.Listener;
import otklik.delivery.MovedChats;
import otklik.delivery.Owed;
import otklik.delivery.Priority;
import otklik.kernel.DeliveryId;
import otklik.kernel.TicketId;
import otklik.people.People;
import otklik.people.Person;
import otklik.relay.Relay;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Alarm;
import otklik.timers.Timer;
import otklik.timers.Timers;
import otklik.workspaces.Channel;

/// The one topic of all tickets whose project nobody knows yet, in the desk's first group however busy that is: there is
/// one place to look at. Opened when it is first needed, opened anew when it is lost; each ticket stands in it with a
/// card, and its person's messages follow with a mark that says whose they are.
@Component
final class TriageRoom implements Listener, Alarm {
  private static final Logger log = LoggerFactory.getLogger(TriageRoom.class);
  private static final String ROOM = "helpdesk.triage-room";
  static final String CARD = "helpdesk.triage-card";
  /// Lines about a ticket or a person, so that they can be found again.
  static final String LINE = "helpdesk.triage-line";
  private static final Duration PAUSE_AFTER_REFUSAL = Duration.ofMinutes(1);

  private final TriageRooms rooms;
  private final Tickets tickets;
  private final DeskTickets deskTickets;
  private final People people;
  private final Blocklist blocklist;
  private final ClockRows clockRows;
  private final Relay relay;
  private final Deliveries deliveries;
  private final MovedChats movedChats;
  private final Timers timers;
  private final InstantSource clock;

  TriageRoom(TriageRooms rooms, Tickets tickets, DeskTickets deskTickets, People people, Blocklist blocklist,
      ClockRows clockRows, Relay relay, Deliveries deliveries, MovedChats movedChats, Timers timers,
      InstantSource clock) {
    this.rooms = rooms;
    this.tickets = tickets;
    this.deskTickets = deskTickets;
    this.people = people;
    this.blocklist = blocklist;
    this.clockRows = clockRows;
    this.relay = relay;
    this.deliveries = deliveries;
    this.movedChats = movedChats;
    this.timers = timers;
    this.clock = clock;
  }

  /// A new ticket that has no room of its own.
  void takeIn(Tx tx, Channel channel, Ticket ticket) throws Exception {
    tickets.shares(tx, channel, ticket,
        TriageCard.mark(ticket, people.find(tx, channel, ticket.person()).orElseThrow()));
    Optional<Place> room = rooms.where(tx, channel);
    if (room.isPresent()) {
      show(tx, channel, ticket.id(), room.get());
    } else if (rooms.claim(tx, channel)) {
      open(tx, channel);
    }
  }

  private void open(Tx tx, Channel channel) throws Exception {
    Place group = Place.chat(movedChats.current(channel, Helpdesk.settings(channel).supportChat()));
    DeliveryId opening = deliveries.owe(tx, channel, Owed.of(Priority.CARDS, new Call.OpenTopic(group, name(channel)))
        .about(ROOM, channel.id().value()));
    rooms.opensWith(tx, channel, opening);
  }

  private static String name(Channel channel) {
    return channel.texts().text(channel.language(), "triage.topic");
  }

  private void show(Tx tx, Channel channel, TicketId id, Place room) throws Exception {
    Ticket waiting = tickets.find(tx, channel, id).orElseThrow();
    if (!tickets.roomOpened(tx, channel, waiting, room)) {
      return;
    }
    Ticket ticket = tickets.find(tx, channel, id).orElseThrow();
    TriageCard card = card(tx, channel, ticket);
    DeliveryId shown = deliveries.owe(tx, channel, Owed.of(Priority.CARDS,
        new Call.Say(room, card.text(), null, card.buttons())).about(CARD, id.value()));
    tickets.cardOwed(tx, channel, ticket, shown);
    if (card.isComplete()) {
      relay.coveredBy(tx, channel, ticket, shown);
    }
    relay.passWaiting(tx, channel, ticket, room);
  }

  /// The card says what is true now.
  void refresh(Tx tx, Channel channel, Ticket ticket) throws Exception {
    TriageCard card = card(tx, channel, ticket);
    rewrite(tx, channel, ticket, card.text(), card.buttons());
  }

  /// Only the newest state of a card is worth sending.
  void rewrite(Tx tx, Channel channel, Ticket ticket, Content.Text text, List<List<Button>> buttons) throws Exception {
    Target message = ticket.card();
    if (ticket.room() != null && message != null) {
      deliveries.owe(tx, channel, Owed.of(Priority.EDITS, new Call.EditText(ticket.room(), message, text, buttons))
          .replacing("triage-card:" + ticket.id().value()));
    }
  }

  TriageCard card(Tx tx, Channel channel, Ticket ticket) throws SQLException {
    Person owner = ticket.owner() == null ? null : people.find(tx, channel, ticket.owner()).orElse(null);
    String face = ticket.state().equals(Ticket.CLOSED) ? null
        : ClockFace.of(channel, clockRows.of(tx, channel, ticket.id()), clock.instant());
    return new TriageCard(channel, ticket, deskTickets.of(tx, channel, ticket.id()),
        people.find(tx, channel, ticket.person()).orElseThrow(), owner, blocklist.has(tx, channel, ticket.person()),
        face);
  }

  boolean is(Tx tx, Channel channel, Place place) {
    return place.topic() != null && rooms.where(tx, channel).filter(place::equals).isPresent();
  }

  /// The ticket that an operator means here: the one whose message or card they reply to.
  @Nullable Ticket meant(Tx tx, Channel channel, Incoming.Said said) throws Exception {
    if (said.replyTo() == null || !is(tx, channel, said.place())) {
      return null;
    }
    Optional<TicketId> known = relay.ticketAt(tx, channel, said.replyTo());
    if (known.isPresent()) {
      return tickets.find(tx, channel, known.get()).filter(Ticket::sharesRoom).orElse(null);
    }
    Target card = new Target.Known(said.replyTo().id());
    return tickets.sharing(tx, channel, said.place()).stream().filter(ticket -> card.equals(ticket.card())).findFirst()
        .orElse(null);
  }

  /// A line for everybody there. False while there is no such room: it is opened for the next line.
  ///
  /// @param about the id of the ticket or the person whom it names
  boolean say(Tx tx, Channel channel, String text, long about) throws Exception {
    Optional<Place> room = rooms.where(tx, channel);
    if (room.isPresent()) {
      deliveries.owe(tx, channel, Owed.of(Priority.BOOKKEEPING, Call.Say.text(room.get(), text))
          .about(LINE, about));
    } else if (rooms.claim(tx, channel)) {
      open(tx, channel);
    }
    return room.isPresent();
  }

  /// So the topic is found again when the answer to its opening was lost.
  void changed(Tx tx, Channel channel, Incoming.TopicChanged changed) throws Exception {
    Optional<DeliveryId> opening = rooms.opening(tx, channel);
    if (changed.byUs() && changed.change() == Incoming.TopicChange.OPENED && name(channel).equals(changed.name())
        && opening.isPresent()) {
      if (rooms.where(tx, channel).isEmpty()) {
        deliveries.drop(tx, channel, opening.get());
      }
      opened(tx, channel, changed.place());
    }
  }

  @Override
  public Set<String> kinds() {
    return Set.of(ROOM, CARD, LINE);
  }

  @Override
  public void heard(Tx tx, Channel channel, Done done) throws Exception {
    if (done.subject().kind().equals(LINE)) {
      return;
    }
    switch (done.outcome()) {
      case Outcome.Sent sent when done.subject().kind().equals(ROOM) ->
          opened(tx, channel, new Place(done.call().place().chat(), sent.ids().getFirst()));
      case Outcome.Sent sent -> {
        Ticket ticket = ticket(tx, channel, done);
        tickets.cardShown(tx, channel, ticket, done.id(), sent.ids().getFirst());
        relay.cardShown(tx, channel, ticket, done.id(), done.call().place().chat(), sent.ids().getFirst());
      }
      case Outcome.Answered _ -> throw new IllegalStateException("nothing was asked");
      case Outcome.Refused refused when done.subject().kind().equals(ROOM) -> {
        log.error("{}: no topic could be opened for those without a project: {}; is tried again", channel.label(),
            refused.detail());
        timers.set(tx, channel, ROOM, "", "", clock.instant().plus(PAUSE_AFTER_REFUSAL));
      }
      case Outcome.Refused refused -> {
        log.error("{}: a card was refused: {}", channel.label(), refused.detail());
        if (refused.why() == Refusal.TOPIC_GONE) {
          gone(tx, channel, done.call().place());
        }
      }
    }
  }

  private Ticket ticket(Tx tx, Channel channel, Done done) throws Exception {
    return tickets.find(tx, channel, new TicketId(done.subject().id())).orElseThrow();
  }

  private void opened(Tx tx, Channel channel, Place where) throws Exception {
    Place room = new Place(movedChats.current(channel, where.chat()), where.topic());
    if (!rooms.opened(tx, channel, room)) {
      if (!is(tx, channel, room)) {
        log.warn("{}: a second topic for those without a project is closed", channel.label());
        deliveries.owe(tx, channel, Owed.of(Priority.BOOKKEEPING, new Call.CloseTopic(room)));
      }
      return;
    }
    for (Ticket ticket : tickets.waitingToShare(tx, channel)) {
      show(tx, channel, ticket.id(), room);
    }
  }

  /// The topic was deleted with everything in it. What is still open is shown again in the next one.
  void gone(Tx tx, Channel channel, Place room) throws Exception {
    if (!rooms.lost(tx, channel, room)) {
      return;
    }
    log.warn("{}: the topic for those without a project is gone", channel.label());
    boolean needed = false;
    for (Ticket ticket : tickets.sharing(tx, channel, room)) {
      tickets.roomLost(tx, channel, ticket, room);
      relay.roomLost(tx, channel, ticket, room);
      needed |= !ticket.state().equals(Ticket.CLOSED);
    }
    if (needed && rooms.claim(tx, channel)) {
      open(tx, channel);
    }
  }

  @Override
  public void ring(Tx tx, Timer timer) throws Exception {
    if (rooms.where(tx, timer.channel()).isEmpty()) {
      open(tx, timer.channel());
    }
  }
}
