package otklik.helpdesk;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Incoming;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Refusal;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.Done;
import otklik.delivery.Dropped;
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
import otklik.tickets.Timeline;
import otklik.timers.Alarm;
import otklik.timers.Timer;
import otklik.timers.Timers;
import otklik.workspaces.Channel;

/// Each ticket's topic in the operators' group: opened once, furnished with the card, opened anew when it is lost.
@Component
final class Rooms implements Listener, Alarm {
  private static final Logger log = LoggerFactory.getLogger(Rooms.class);
  private static final String ROOM = "helpdesk.room";
  static final String CARD = "helpdesk.card";
  private static final String CHANGE = "helpdesk.card-change";
  /// The event of a ticket's timeline that says where its topic is.
  static final String OPENED = "room-opened";
  private static final String NOTE = WaitingNotes.NOTE;
  private static final Duration PAUSE_AFTER_REFUSAL = Duration.ofMinutes(1);
  private static final Pattern NUMBER = Pattern.compile("#(\\d{4,18})(?: \\|.*)?", Pattern.DOTALL);

  private final Tickets tickets;
  private final DeskTickets deskTickets;
  private final Projects projects;
  private final TriageRoom triageRoom;
  private final People people;
  private final Timeline timeline;
  private final Deliveries deliveries;
  private final MovedChats movedChats;
  private final Groups groups;
  private final Relay relay;
  private final ClockRows clockRows;
  private final WaitingNotes waitingNotes;
  private final Timers timers;
  private final InstantSource clock;

  Rooms(Tickets tickets, DeskTickets deskTickets, Projects projects, TriageRoom triageRoom, People people,
      Timeline timeline, Deliveries deliveries, MovedChats movedChats, Groups groups, Relay relay, ClockRows clockRows,
      WaitingNotes waitingNotes, Timers timers, InstantSource clock) {
    this.tickets = tickets;
    this.deskTickets = deskTickets;
    this.projects = projects;
    this.triageRoom = triageRoom;
    this.people = people;
    this.timeline = timeline;
    this.deliveries = deliveries;
    this.movedChats = movedChats;
    this.groups = groups;
    this.relay = relay;
    this.clockRows = clockRows;
    this.waitingNotes = waitingNotes;
    this.timers = timers;
    this.clock = clock;
  }

  void open(Tx tx, Channel channel, Ticket ticket) throws Exception {
    if (ticket.sharesRoom()) {
      triageRoom.takeIn(tx, channel, ticket);
      return;
    }
    Place group = Place.chat(groups.forNewTopic(channel));
    DeliveryId delivery = deliveries.owe(tx, channel, Owed.of(Priority.CARDS,
        new Call.OpenTopic(group, card(tx, channel, ticket).topicName())).about(ROOM, ticket.id().value()));
    tickets.roomOwed(tx, channel, ticket, delivery);
  }

  /// The card says what is true now. Only the newest state is worth sending.
  void refresh(Tx tx, Channel channel, TicketId id) throws Exception {
    Ticket ticket = tickets.find(tx, channel, id).orElseThrow();
    if (ticket.sharesRoom() && (ticket.room() != null || isClosed(ticket))) {
      triageRoom.refresh(tx, channel, ticket);
      return;
    }
    Target message = ticket.card();
    if (ticket.room() != null && message != null) {
      Card card = card(tx, channel, ticket);
      deliveries.owe(tx, channel, Owed.of(Priority.EDITS,
          new Call.EditText(ticket.room(), message, card.text(), card.buttons()))
          .about(CHANGE, id.value()).replacing("card:" + id.value()));
    } else if (ticket.room() == null && ticket.roomDelivery() == null && !isClosed(ticket)) {
      open(tx, channel, ticket);
    }
  }

  /// A line of the desk's own for the operators; without a room there is nobody to read it.
  void note(Tx tx, Channel channel, Ticket ticket, String text) throws Exception {
    if (ticket.room() != null) {
      sayWaiting(tx, channel, ticket, ticket.room());
      say(tx, channel, ticket, ticket.room(), text);
    }
  }

  private void sayWaiting(Tx tx, Channel channel, Ticket ticket, Place room) throws Exception {
    for (String text : waitingNotes.take(tx, channel, ticket)) {
      say(tx, channel, ticket, room, text);
    }
  }

  private void say(Tx tx, Channel channel, Ticket ticket, Place room, String note) throws Exception {
    deliveries.owe(tx, channel, Owed.words(Call.Say.text(room, ticket.saidInRoom(note)))
        .about(ticket.sharesRoom() ? TriageRoom.LINE : NOTE, ticket.id().value()));
  }

  private static boolean isClosed(Ticket ticket) {
    return ticket.state().equals(Ticket.CLOSED);
  }

  void close(Tx tx, Channel channel, Ticket ticket) throws Exception {
    if (ticket.room() != null && !ticket.sharesRoom()) {
      deliveries.owe(tx, channel, Owed.of(Priority.BOOKKEEPING, new Call.CloseTopic(ticket.room()))
          .replacing(lock(ticket)));
    }
  }

  /// Goes with words: what follows in the topic is not to wait behind it.
  void reopen(Tx tx, Channel channel, Ticket ticket) throws Exception {
    if (ticket.room() != null && !ticket.sharesRoom()) {
      deliveries.owe(tx, channel, Owed.words(new Call.ReopenTopic(ticket.room())).replacing(lock(ticket)));
    }
  }

  /// Of closing and reopening a topic only the last one matters.
  private static String lock(Ticket ticket) {
    return "lock:" + ticket.id().value();
  }

  /// The topic's name says what the card says.
  void rename(Tx tx, Channel channel, TicketId id) throws Exception {
    Ticket ticket = tickets.find(tx, channel, id).orElseThrow();
    if (ticket.room() != null && !ticket.sharesRoom()) {
      deliveries.owe(tx, channel, Owed.of(Priority.EDITS,
          new Call.RenameTopic(ticket.room(), card(tx, channel, ticket).topicName())).replacing("name:" + id.value()));
    }
  }

  /// Telegram tells us of topics that we opened ourselves: so a topic is found again whose opening was never answered.
  void changed(Tx tx, Channel channel, Incoming.TopicChanged changed) throws Exception {
    if (!groups.isOurBot(channel, changed)) {
      return;
    }
    if (changed.change() == Incoming.TopicChange.REOPENED) {
      closeAgain(tx, channel, changed.place());
    }
    if (changed.change() != Incoming.TopicChange.OPENED || changed.name() == null) {
      return;
    }
    Matcher number = NUMBER.matcher(changed.name());
    Optional<Ticket> ticket = number.matches()
        ? tickets.numbered(tx, channel, Long.parseLong(number.group(1))) : Optional.empty();
    if (ticket.isEmpty() || ticket.get().roomDelivery() == null) {
      return;
    }
    if (ticket.get().room() == null) {
      deliveries.drop(tx, channel, ticket.get().roomDelivery());
    }
    opened(tx, channel, ticket.get(), changed.place());
  }

  /// It was reopened so that something could be said there.
  private void closeAgain(Tx tx, Channel channel, Place room) throws Exception {
    Ticket ticket = tickets.inRoom(tx, channel, room).orElse(null);
    if (ticket != null && ticket.state().equals(Ticket.CLOSED)) {
      close(tx, channel, ticket);
    }
  }

  /// A topic was deleted with everything in it. That of a closed ticket isn't missed before somebody speaks in it again.
  void gone(Tx tx, Channel channel, Ticket ticket, Place room) throws Exception {
    if (ticket.sharesRoom() && room.equals(ticket.room())) {
      triageRoom.gone(tx, channel, room);
    } else if (tickets.roomLost(tx, channel, ticket, room)) {
      log.warn("{}: the topic of {} is gone", channel.label(), ticket.shownNumber());
      timeline.note(tx, channel, ticket.id(), "room-lost", null, room.key());
      List<Dropped> dropped = relay.roomLost(tx, channel, ticket, room);
      if (!isClosed(ticket)) {
        dropped.stream().filter(one -> one.isAbout(NOTE))
            .forEach(note -> waitingNotes.add(tx, channel, ticket, note.id(), note.call()));
        open(tx, channel, ticket);
      }
    } else if (ticket.room() != null && !ticket.room().equals(room)) {
      relay.passWaiting(tx, channel, ticket, ticket.room());
    }
  }

  @Override
  public Set<String> kinds() {
    return Set.of(ROOM, CARD, CHANGE, NOTE);
  }

  @Override
  public void heard(Tx tx, Channel channel, Done done) throws Exception {
    Ticket ticket = tickets.find(tx, channel, new TicketId(done.subject().id())).orElseThrow();
    if (ticket.isErased()) {
      late(tx, channel, done);
      return;
    }
    switch (done.outcome()) {
      case Outcome.Sent sent when done.subject().kind().equals(ROOM) ->
          opened(tx, channel, ticket, new Place(done.call().place().chat(), sent.ids().getFirst()));
      case Outcome.Sent sent when done.subject().kind().equals(CARD) -> {
        tickets.cardShown(tx, channel, ticket, done.id(), sent.ids().getFirst());
        relay.cardShown(tx, channel, ticket, done.id(), done.call().place().chat(), sent.ids().getFirst());
      }
      case Outcome.Sent _ -> {
        // Shown.
      }
      case Outcome.Answered _ -> throw new IllegalStateException("nothing was asked");
      case Outcome.Refused refused -> refused(tx, channel, ticket, done, refused);
    }
  }

  /// The person had their data erased while the topic was being opened.
  private void late(Tx tx, Channel channel, Done done) throws Exception {
    if (done.subject().kind().equals(ROOM) && done.outcome() instanceof Outcome.Sent sent) {
      Place room = new Place(done.call().place().chat(), sent.ids().getFirst());
      deliveries.owe(tx, channel, Owed.of(Priority.EDITS, new Call.DeleteTopic(room)));
    }
  }

  private void opened(Tx tx, Channel channel, Ticket ticket, Place where) throws Exception {
    Place room = new Place(movedChats.current(channel, where.chat()), where.topic());
    if (!tickets.roomOpened(tx, channel, ticket, room)) {
      boolean second = tickets.find(tx, channel, ticket.id()).map(Ticket::room)
          .filter(known -> !known.equals(room)).isPresent();
      if (second) {
        log.warn("{}: {} got a second topic, which is closed", channel.label(), ticket.shownNumber());
        deliveries.owe(tx, channel, Owed.of(Priority.BOOKKEEPING, new Call.CloseTopic(room)));
      }
      return;
    }
    timeline.note(tx, channel, ticket.id(), OPENED, null, room.key());
    Card card = card(tx, channel, ticket);
    DeliveryId shown = show(tx, channel, ticket, room, card);
    if (card.isComplete()) {
      relay.coveredBy(tx, channel, ticket, shown);
    }
    Optional<String> retold = Retelling.of(channel, relay.told(tx, channel, ticket, Retelling.MOST));
    if (retold.isPresent()) {
      deliveries.owe(tx, channel, Owed.of(Priority.CARDS, Call.Say.text(room, retold.get())));
    }
    relay.passWaiting(tx, channel, ticket, room);
  }

  private DeliveryId show(Tx tx, Channel channel, Ticket ticket, Place room, Card card) throws Exception {
    DeliveryId shown = deliveries.owe(tx, channel, Owed.of(Priority.CARDS,
        new Call.Say(room, card.text(), null, card.buttons())).about(CARD, ticket.id().value()));
    tickets.cardOwed(tx, channel, ticket, shown);
    deliveries.owe(tx, channel, Pins.of(ticket, room, new Target.MadeBy(shown, 0)));
    return shown;
  }

  private void refused(Tx tx, Channel channel, Ticket ticket, Done done, Outcome.Refused refused) throws Exception {
    boolean topicGone = refused.why() == Refusal.TOPIC_GONE;
    switch (done.subject().kind()) {
      case CARD -> {
        log.error("{}: the card of {} was refused: {}", channel.label(), ticket.shownNumber(), refused.detail());
        if (topicGone) {
          gone(tx, channel, ticket, done.call().place());
        }
      }
      case CHANGE -> {
        if (topicGone) {
          gone(tx, channel, ticket, done.call().place());
        } else if (refused.why() == Refusal.MESSAGE_GONE && !isClosed(ticket)) {
          cardGone(tx, channel, ticket, done.call());
        }
      }
      case NOTE -> {
        if (topicGone && !isClosed(ticket)) {
          waitingNotes.add(tx, channel, ticket, done.id(), done.call());
          gone(tx, channel, ticket, done.call().place());
        }
      }
      default -> {
        log.error("{}: no topic could be opened for {}: {}; is tried again", channel.label(), ticket.shownNumber(),
            refused.detail());
        timers.set(tx, channel, ROOM, Long.toString(ticket.id().value()), "",
            clock.instant().plus(PAUSE_AFTER_REFUSAL));
      }
    }
  }

  /// Somebody deleted the card, or the whole topic: the same words say either (Bot API, "message to edit not found").
  /// A new card finds out.
  private void cardGone(Tx tx, Channel channel, Ticket ticket, Call call) throws Exception {
    boolean current = call instanceof Call.EditText edit && switch (edit.message()) {
      case Target.Known(var id) -> id.equals(ticket.cardId());
      case Target.MadeBy(var delivery, _) -> delivery.equals(ticket.cardDelivery());
    };
    if (current && ticket.room() != null) {
      show(tx, channel, ticket, ticket.room(), card(tx, channel, ticket));
    }
  }

  @Override
  public void ring(Tx tx, Timer timer) throws Exception {
    if (timer.kind().equals(NOTE)) {
      ringNote(tx, timer);
      return;
    }
    Ticket ticket = tickets.find(tx, timer.channel(), new TicketId(Long.parseLong(timer.subject()))).orElseThrow();
    if (ticket.room() == null && !ticket.isErased()) {
      open(tx, timer.channel(), ticket);
    }
  }

  private void ringNote(Tx tx, Timer timer) throws Exception {
    Ticket ticket = tickets.find(tx, timer.channel(), WaitingNotes.ticket(timer)).orElseThrow();
    if (ticket.room() == null && isClosed(ticket)) {
      return;
    }
    waitingNotes.goesOn(tx, timer);
    if (ticket.room() != null) {
      sayWaiting(tx, timer.channel(), ticket, ticket.room());
    }
  }

  private Card card(Tx tx, Channel channel, Ticket ticket) throws SQLException {
    DeskTicket desk = deskTickets.of(tx, channel, ticket.id());
    Person person = people.find(tx, channel, ticket.person()).orElseThrow();
    Person owner = ticket.owner() == null ? null : people.find(tx, channel, ticket.owner()).orElse(null);
    String face = ticket.state().equals(Ticket.CLOSED) ? null
        : ClockFace.of(channel, clockRows.of(tx, channel, ticket.id()), clock.instant());
    Project project = projects.find(tx, channel, Objects.requireNonNull(desk.project())).orElseThrow();
    return new Card(channel, ticket, desk, project, person, owner, face);
  }
}
