package otklik.helpdesk;

import java.time.Duration;
import java.time.InstantSource;
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
  private static final String CARD = "helpdesk.card";
  private static final Duration PAUSE_AFTER_REFUSAL = Duration.ofMinutes(1);
  private static final Pattern NUMBER = Pattern.compile("#(\\d{4,18})(?: \\|.*)?", Pattern.DOTALL);

  private final Tickets tickets;
  private final DeskTickets deskTickets;
  private final Projects projects;
  private final People people;
  private final Timeline timeline;
  private final Deliveries deliveries;
  private final MovedChats movedChats;
  private final Relay relay;
  private final Timers timers;
  private final InstantSource clock;

  Rooms(Tickets tickets, DeskTickets deskTickets, Projects projects, People people, Timeline timeline,
      Deliveries deliveries, MovedChats movedChats, Relay relay, Timers timers, InstantSource clock) {
    this.tickets = tickets;
    this.deskTickets = deskTickets;
    this.projects = projects;
    this.people = people;
    this.timeline = timeline;
    this.deliveries = deliveries;
    this.movedChats = movedChats;
    this.relay = relay;
    this.timers = timers;
    this.clock = clock;
  }

  void open(Tx tx, Channel channel, Ticket ticket) throws Exception {
    Place group = Place.chat(movedChats.current(channel, Helpdesk.settings(channel).supportChat()));
    DeliveryId delivery = deliveries.owe(tx, channel, Owed.of(Priority.CARDS,
        new Call.OpenTopic(group, card(tx, channel, ticket).topicName())).about(ROOM, ticket.id().value()));
    tickets.roomOwed(tx, channel, ticket, delivery);
  }

  /// The card says what is true now. Only the newest state is worth sending.
  void refresh(Tx tx, Channel channel, TicketId id) throws Exception {
    Ticket ticket = tickets.find(tx, channel, id).orElseThrow();
    Target message = ticket.card();
    if (ticket.room() != null && message != null) {
      Card card = card(tx, channel, ticket);
      deliveries.owe(tx, channel, Owed.of(Priority.EDITS,
          new Call.EditText(ticket.room(), message, card.text(), card.buttons())).replacing("card:" + id.value()));
    }
  }

  void close(Tx tx, Channel channel, Ticket ticket) throws Exception {
    if (ticket.room() != null) {
      deliveries.owe(tx, channel, Owed.of(Priority.BOOKKEEPING, new Call.CloseTopic(ticket.room())));
    }
  }

  /// Telegram tells us of topics that we opened ourselves: so a topic is found again whose opening was never answered.
  void changed(Tx tx, Channel channel, Incoming.TopicChanged changed) throws Exception {
    if (!changed.byUs() || changed.change() != Incoming.TopicChange.OPENED || changed.name() == null) {
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

  /// A topic was deleted with everything in it.
  void gone(Tx tx, Channel channel, Ticket ticket, Place room) throws Exception {
    if (tickets.roomLost(tx, channel, ticket, room)) {
      log.warn("{}: the topic of {} is gone, a new one is opened", channel.label(), ticket.shownNumber());
      timeline.note(tx, channel, ticket.id(), "room-lost", null, room.key());
      relay.roomLost(tx, channel, ticket, room);
      open(tx, channel, ticket);
    } else if (ticket.room() != null && !ticket.room().equals(room)) {
      relay.passWaiting(tx, channel, ticket, ticket.room());
    }
  }

  @Override
  public Set<String> kinds() {
    return Set.of(ROOM, CARD);
  }

  @Override
  public void heard(Tx tx, Channel channel, Done done) throws Exception {
    Ticket ticket = tickets.find(tx, channel, new TicketId(done.subject().id())).orElseThrow();
    switch (done.outcome()) {
      case Outcome.Sent sent when done.subject().kind().equals(ROOM) ->
          opened(tx, channel, ticket, new Place(done.call().place().chat(), sent.ids().getFirst()));
      case Outcome.Sent sent -> {
        tickets.cardShown(tx, channel, ticket, done.id(), sent.ids().getFirst());
        relay.cardShown(tx, channel, ticket, done.id(), done.call().place().chat(), sent.ids().getFirst());
      }
      case Outcome.Refused refused -> refused(tx, channel, ticket, done, refused);
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
    timeline.note(tx, channel, ticket.id(), "room-opened", null, room.key());
    Card card = card(tx, channel, ticket);
    DeliveryId shown = deliveries.owe(tx, channel, Owed.of(Priority.CARDS,
        new Call.Say(room, card.text(), null, card.buttons())).about(CARD, ticket.id().value()));
    tickets.cardOwed(tx, channel, ticket, shown);
    deliveries.owe(tx, channel, Owed.of(Priority.BOOKKEEPING, new Call.Pin(room, new Target.MadeBy(shown, 0))));
    if (card.isComplete()) {
      relay.coveredBy(tx, channel, ticket, shown);
    }
    relay.passWaiting(tx, channel, ticket, room);
  }

  private void refused(Tx tx, Channel channel, Ticket ticket, Done done, Outcome.Refused refused) throws Exception {
    if (done.subject().kind().equals(CARD)) {
      log.error("{}: the card of {} was refused: {}", channel.label(), ticket.shownNumber(), refused.detail());
      if (ticket.room() != null && refused.why() == Refusal.TOPIC_GONE) {
        gone(tx, channel, ticket, ticket.room());
      }
      return;
    }
    log.error("{}: no topic could be opened for {}: {}; is tried again", channel.label(), ticket.shownNumber(),
        refused.detail());
    timers.set(tx, channel, ROOM, Long.toString(ticket.id().value()), "", clock.instant().plus(PAUSE_AFTER_REFUSAL));
  }

  @Override
  public void ring(Tx tx, Timer timer) throws Exception {
    Ticket ticket = tickets.find(tx, timer.channel(), new TicketId(Long.parseLong(timer.subject()))).orElseThrow();
    if (ticket.room() == null) {
      open(tx, timer.channel(), ticket);
    }
  }

  private Card card(Tx tx, Channel channel, Ticket ticket) {
    DeskTicket desk = deskTickets.of(tx, channel, ticket.id());
    Person person = people.find(tx, channel, ticket.person()).orElseThrow();
    Person owner = ticket.owner() == null ? null : people.find(tx, channel, ticket.owner()).orElse(null);
    return new Card(channel, ticket, desk, projects.find(tx, channel, desk.project()).orElseThrow(), person, owner);
  }
}
