package otklik.relay;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Author;
import otklik.channels.Content;
import otklik.channels.Context;
import otklik.channels.Incoming;
import otklik.channels.MessageRef;
import otklik.channels.Place;
import otklik.kernel.DeliveryId;
import otklik.kernel.Ids;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.storage.Json;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.timers.Timers;
import otklik.turns.ReadTurn;
import otklik.turns.Turn;

/// Carries messages between a person's chat and the topic of their ticket, in the order in which they were written.
/// A reply arrives as a reply to its counterpart, and an album as one album.
@Component
public final class Relay implements TimerHandler {
  private static final String ALBUM = "relay.album";
  private static final String LIVE = "relay.live";
  /// A messenger may give no sign that an album is complete; its items come within a moment of each other.
  private static final Duration ALBUM_PAUSE = Duration.ofSeconds(1);

  /// A comment and what it is about are sent in one go; messages are dated by the second.
  private static final Duration COMMENT_PAUSE = Duration.ofSeconds(1);

  private final Messages messages;
  private final Albums albums;
  private final Carrier carrier;
  private final Counterparts counterparts;
  private final Tickets tickets;
  private final Timers timers;
  private final Ids ids;
  private final Heads heads;
  private final LiveEnds liveEnds;

  Relay(Messages messages, Albums albums, Carrier carrier, Counterparts counterparts, Tickets tickets, Timers timers,
      Ids ids, Heads heads, LiveEnds liveEnds) {
    this.messages = messages;
    this.albums = albums;
    this.carrier = carrier;
    this.counterparts = counterparts;
    this.tickets = tickets;
    this.timers = timers;
    this.ids = ids;
    this.heads = heads;
    this.liveEnds = liveEnds;
  }

  /// Keeps a message that goes nowhere yet: written before there is a ticket, or an operators' note.
  public MessageId keep(Turn turn, @Nullable TicketId ticket, Direction direction, Incoming.Said said,
      Content shown) throws SQLException {
    if (direction == Direction.NOTE && said.album() != null) {
      noteWaitingAlbum(turn, said.place().key(), said.album());
    } else {
      bringWaitingAlbum(turn, said.place().key(), null);
    }
    return keep(turn, ticket, said, message(turn, ticket, direction, said, shown, Dress.in(turn.channel().language())));
  }

  private MessageId keep(Turn turn, @Nullable TicketId ticket, Incoming.Said said, Message message)
      throws SQLException {
    messages.add(turn, ticket, said, message, null);
    return message.id();
  }

  /// An album has what stands above it once.
  private Message message(Turn turn, @Nullable TicketId ticket, Direction direction, Incoming.Said said,
      Content shown, Dress dress) throws SQLException {
    boolean follows = said.album() != null && messages.hasAlbum(turn, said.ref().chat(), said.album());
    Heads.Head head = heads.of(turn, ticket, direction, said, dress);
    return Message.fresh(new MessageId(ids.next()), direction, said.ref(), head.answers() ? said.replyTo() : null, shown,
        dress.signature(), follows ? null : head.lines(), head.quote());
  }

  /// Keeps a message of a ticket's conversation and carries it over; while the room isn't open yet it waits.
  ///
  /// @param shown what arrives: what was said, or a sentence instead of what can't be carried
  public MessageId pass(Turn turn, Ticket ticket, Direction direction, Incoming.Said said, Content shown)
      throws SQLException {
    return pass(turn, ticket, direction, said, shown, Dress.in(turn.channel().language()));
  }

  /// @param dress how its copy looks
  public MessageId pass(Turn turn, Ticket ticket, Direction direction, Incoming.Said said, Content shown,
      Dress dress) throws SQLException {
    Place to = Carrier.there(ticket, direction);
    String here = said.place().key();
    boolean isAlbum = said.album() != null && shown instanceof Content.Media;
    bringWaitingAlbum(turn, here, isAlbum ? said.album() : null);
    Message message = message(turn, ticket.id(), direction, said, shown, dress);
    if (isAlbum) {
      keep(turn, ticket.id(), said, message);
      albums.add(turn, here, said.album(), ticket.id());
      timers.set(turn, ALBUM, here + " " + said.album(), Json.write(new AlbumAt(here, said.album())),
          turn.now().plus(ALBUM_PAUSE));
      return message.id();
    }
    DeliveryId delivery = to == null ? null : carrier.bring(turn, ticket, to, message);
    messages.add(turn, ticket.id(), said, message, delivery);
    if (shown instanceof Content.Location location && location.live() && location.seconds() != null) {
      timers.set(turn, LIVE, Long.toString(message.id().value()), "",
          turn.now().plusSeconds(location.seconds()));
    }
    return message.id();
  }

  /// Whether this very message is kept already.
  public boolean knows(Turn turn, MessageRef message) throws SQLException {
    return messages.has(turn, message);
  }

  /// Whether an item of that album is kept already.
  public boolean knowsAlbum(Turn turn, String chat, String album) throws SQLException {
    return messages.hasAlbum(turn, chat, album);
  }

  /// The account of the operator who wrote a message that is kept: an answer or a note.
  public Optional<String> operatorOf(Turn turn, MessageRef message) throws SQLException {
    return messages.operatorOf(turn, message.chat(), message.id());
  }

  /// Whether an item of that album is kept as a note.
  public boolean isNote(Turn turn, String chat, String album) throws SQLException {
    return messages.isNote(turn, chat, album);
  }

  /// What was said to the person of a ticket, and when.
  public record Told(MessageRef origin, Instant at) {}

  /// What was said to them, by whomever, and not answered yet.
  public Optional<Told> unanswered(Turn turn, TicketId ticket) throws SQLException {
    return messages.latest(turn, ticket).filter(message -> message.direction() == Direction.OUT)
        .map(message -> new Told(message.origin(), Ids.madeAt(message.id().value())));
  }

  /// Whether a forward belongs to a note: the comment to a forward comes first, as a message of its own.
  public boolean followsNote(Turn turn, TicketId ticket, Incoming.Said said) throws SQLException {
    return said.context().forwarded() != null
        && messages.latest(turn, ticket, said.by().id())
            .filter(last -> last.direction() == Direction.NOTE && last.origin().chat().equals(said.ref().chat()))
            .filter(last -> turn.channel().messenger().isSoonAfter(last.origin(), said.ref()))
            .filter(last -> !Ids.madeAt(last.id().value()).plus(COMMENT_PAUSE).isBefore(said.at())).isPresent();
  }

  record AlbumAt(String place, String album) {}

  /// A message waits to be carried over, whether it was carried somewhere before or not.
  public void waitAgain(Turn turn, MessageId message) throws SQLException {
    messages.waitAgain(turn, List.of(message));
  }

  /// Gives messages that were kept without a ticket to it.
  public void adopt(Turn turn, Ticket ticket, Collection<MessageId> kept) throws SQLException {
    messages.belongTo(turn, kept, ticket.id());
    for (Message message : messages.withIds(turn, kept)) {
      heads.adopted(turn, ticket.id(), message);
    }
  }

  /// Gives messages that were kept without a ticket to one that goes on already, and carries them to its room; while
  /// the room isn't open they wait.
  public void join(Turn turn, Ticket ticket, Collection<MessageId> kept) throws SQLException {
    if (kept.isEmpty()) {
      return;
    }
    adopt(turn, ticket, kept);
    if (ticket.room() != null) {
      carrier.bringInOrder(turn, ticket, ticket.room(), messages.withIds(turn, kept));
    }
  }

  /// What the person had written when the ticket was opened, as it reads now.
  public List<Content> before(Turn turn, Ticket ticket) throws SQLException {
    return messages.before(turn, ticket.id());
  }

  /// Everything the person has written for a ticket, before it was opened and since, as it reads now.
  public SequencedMap<MessageId, Content> written(Turn turn, Ticket ticket) throws SQLException {
    return messages.written(turn, ticket.id());
  }

  public List<Content> contents(Turn turn, Collection<MessageId> kept) throws SQLException {
    return messages.contents(turn, kept);
  }

  /// The same as others are to read it: with what stands above it.
  public List<Content> told(Turn turn, Collection<MessageId> kept) throws SQLException {
    return messages.told(turn, kept);
  }

  /// Whether an operator has answered since that message was written.
  public boolean isAnsweredSince(Turn turn, Ticket ticket, MessageId message) throws SQLException {
    return messages.hasAnswerAfter(turn, ticket.id(), message);
  }

  /// Whether that message is kept, with this ticket.
  public boolean belongs(Turn turn, Ticket ticket, MessageId message) throws SQLException {
    return messages.find(turn, message).filter(kept -> ticket.id().equals(kept.ticket())).isPresent();
  }

  /// Which ticket a message in the operators' group belongs to, ours or theirs.
  public Optional<TicketId> ticketAt(ReadTurn turn, MessageRef message) throws SQLException {
    return messages.ticketAt(turn, message.chat(), message.id());
  }

  /// What was kept without a ticket, as it was said, with what stands above it; it isn't kept any more, and is to be said where it belongs.
  ///
  /// @param place where it was said
  public List<Incoming.Said> takeBack(Turn turn, Place place, Author by, Collection<MessageId> kept)
      throws SQLException {
    List<Incoming.Said> said = messages.withIds(turn, kept).stream()
        .map(message -> new Incoming.Said(place, true, message.origin(), by, message.told().getLast(),
            message.replyTo() == null ? null : new MessageRef(message.origin().chat(), message.replyTo()),
            message.album(), Ids.madeAt(message.id().value()), new Context(null, message.quote(), null)))
        .toList();
    messages.erase(turn, kept);
    return said;
  }

  /// Whether the other side of a conversation said what stands there, and in which ticket: it is a copy.
  public Optional<TicketId> copiedFrom(Turn turn, MessageRef copy) throws SQLException {
    return counterparts.shownAt(turn, copy).map(Message::ticket);
  }

  /// Forgets these messages, and nothing else of their tickets.
  public void forget(Turn turn, Collection<MessageId> kept) throws SQLException {
    messages.erase(turn, kept);
  }

  /// Likewise, but for those that belong to a ticket by now.
  public void forgetUnlessAdopted(Turn turn, Collection<MessageId> kept) throws SQLException {
    messages.eraseUnadopted(turn, kept);
  }

  /// Forgets where somebody was: positions and venues that either side of a ticket sent. Words stay, whatever they tell.
  public void forgetPositions(Turn turn, TicketId ticket) throws SQLException {
    messages.erasePositions(turn, ticket);
  }

  @Override
  public Set<String> kinds() {
    return Set.of(ALBUM, LIVE);
  }

  @Override
  public void ring(Turn turn, Timer timer) throws SQLException {
    if (timer.kind().equals(LIVE)) {
      liveEnds.ended(turn, new MessageId(Long.parseLong(timer.subject())));
      return;
    }
    AlbumAt album = Json.read(timer.data(), AlbumAt.class);
    Optional<Albums.Waiting> waiting = albums.in(turn, album.place());
    if (waiting.isPresent() && waiting.get().album().equals(album.album())) {
      bringAlbum(turn, album.place(), waiting.get());
    }
  }

  /// Something else was said in that place, so the album that waits there is complete.
  private void bringWaitingAlbum(Turn turn, String place, @Nullable String except) throws SQLException {
    Optional<Albums.Waiting> waiting = albums.in(turn, place);
    if (waiting.isPresent() && !waiting.get().album().equals(except)) {
      timers.cancel(turn, ALBUM, place + " " + waiting.get().album());
      bringAlbum(turn, place, waiting.get());
    }
  }

  /// The caption that makes an album a note may be any item's: those that came before are notes too.
  private void noteWaitingAlbum(Turn turn, String place, String album) throws SQLException {
    bringWaitingAlbum(turn, place, album);
    Optional<Albums.Waiting> waiting = albums.in(turn, place);
    if (waiting.isPresent() && albums.take(turn, place, album)) {
      timers.cancel(turn, ALBUM, place + " " + album);
      messages.noted(turn, waiting.get().ticket(), album);
    }
  }

  private void bringAlbum(Turn turn, String place, Albums.Waiting waiting) throws SQLException {
    if (!albums.take(turn, place, waiting.album())) {
      return;
    }
    Ticket ticket = tickets.find(turn, waiting.ticket()).orElseThrow();
    List<Message> items = messages.album(turn, waiting.ticket(), waiting.album()).stream()
        .filter(item -> item.delivery() == null).toList();
    if (items.isEmpty()) {
      return;
    }
    Place to = Carrier.there(ticket, items.getFirst().direction());
    if (to != null) {
      carrier.bring(turn, ticket, to, items);
    }
  }
}
