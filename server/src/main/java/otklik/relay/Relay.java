package otklik.relay;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
import otklik.storage.ReadTx;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Alarm;
import otklik.timers.Timer;
import otklik.timers.Timers;
import otklik.workspaces.Channel;

/// Carries messages between a person's chat and the topic of their ticket, in the order in which they were written.
/// A reply arrives as a reply to its counterpart, and an album as one album.
@Component
public final class Relay implements Alarm {
  private static final String ALBUM = "relay.album";
  private static final String LIVE = "relay.live";
  /// Telegram gives no sign that an album is complete; its items come within a moment of each other.
  private static final Duration ALBUM_PAUSE = Duration.ofSeconds(1);

  /// A comment and what it is about are sent in one go; messages are dated by the second.
  private static final Duration COMMENT_PAUSE = Duration.ofSeconds(1);

  /// Telegram numbers a chat's messages one after the other.
  private static final int NEAR = 5;

  private final Messages messages;
  private final Albums albums;
  private final Carrier carrier;
  private final Counterparts counterparts;
  private final Tickets tickets;
  private final Timers timers;
  private final Ids ids;
  private final InstantSource clock;
  private final Heads heads;
  private final LiveEnds liveEnds;

  Relay(Messages messages, Albums albums, Carrier carrier, Counterparts counterparts, Tickets tickets, Timers timers,
      Ids ids, InstantSource clock, Heads heads, LiveEnds liveEnds) {
    this.messages = messages;
    this.albums = albums;
    this.carrier = carrier;
    this.counterparts = counterparts;
    this.tickets = tickets;
    this.timers = timers;
    this.ids = ids;
    this.clock = clock;
    this.heads = heads;
    this.liveEnds = liveEnds;
  }

  /// Keeps a message that goes nowhere yet: written before there is a ticket, or an operators' note.
  public MessageId keep(Tx tx, Channel channel, @Nullable TicketId ticket, Direction direction, Incoming.Said said,
      Content shown) throws SQLException {
    if (direction == Direction.NOTE && said.album() != null) {
      noteWaitingAlbum(tx, channel, said.place().key(), said.album());
    } else {
      bringWaitingAlbum(tx, channel, said.place().key(), null);
    }
    return keep(tx, channel, ticket, said, message(tx, channel, ticket, direction, said, shown, Dress.in(channel.language())));
  }

  private MessageId keep(Tx tx, Channel channel, @Nullable TicketId ticket, Incoming.Said said, Message message)
      throws SQLException {
    messages.add(tx, channel, ticket, said, message, null);
    return message.id();
  }

  /// An album has what stands above it once.
  private Message message(Tx tx, Channel channel, @Nullable TicketId ticket, Direction direction, Incoming.Said said,
      Content shown, Dress dress) throws SQLException {
    boolean follows = said.album() != null && messages.hasAlbum(tx, channel, said.ref().chat(), said.album());
    Heads.Head head = heads.of(tx, channel, ticket, direction, said, dress);
    return Message.fresh(new MessageId(ids.next()), direction, said.ref(), head.answers() ? said.replyTo() : null, shown,
        dress.signature(), follows ? null : head.lines(), head.quote());
  }

  /// Keeps a message of a ticket's conversation and carries it over; while the room isn't open yet it waits.
  ///
  /// @param shown what arrives: what was said, or a sentence instead of what can't be carried
  public MessageId pass(Tx tx, Channel channel, Ticket ticket, Direction direction, Incoming.Said said, Content shown)
      throws SQLException {
    return pass(tx, channel, ticket, direction, said, shown, Dress.in(channel.language()));
  }

  /// @param dress how its copy looks
  public MessageId pass(Tx tx, Channel channel, Ticket ticket, Direction direction, Incoming.Said said, Content shown,
      Dress dress) throws SQLException {
    Place to = Carrier.there(ticket, direction);
    String here = said.place().key();
    boolean isAlbum = said.album() != null && shown instanceof Content.Media;
    bringWaitingAlbum(tx, channel, here, isAlbum ? said.album() : null);
    Message message = message(tx, channel, ticket.id(), direction, said, shown, dress);
    if (isAlbum) {
      keep(tx, channel, ticket.id(), said, message);
      albums.add(tx, channel, here, said.album(), ticket.id());
      timers.set(tx, channel, ALBUM, here + " " + said.album(), Json.write(new AlbumAt(here, said.album())),
          clock.instant().plus(ALBUM_PAUSE));
      return message.id();
    }
    DeliveryId delivery = to == null ? null : carrier.bring(tx, channel, ticket, to, message);
    messages.add(tx, channel, ticket.id(), said, message, delivery);
    if (shown instanceof Content.Location location && location.live() && location.seconds() != null) {
      timers.set(tx, channel, LIVE, Long.toString(message.id().value()), "",
          clock.instant().plusSeconds(location.seconds()));
    }
    return message.id();
  }

  /// Whether this very message is kept already.
  public boolean knows(Tx tx, Channel channel, MessageRef message) throws SQLException {
    return messages.has(tx, channel, message);
  }

  /// Whether an item of that album is kept already.
  public boolean knowsAlbum(Tx tx, Channel channel, String chat, String album) throws SQLException {
    return messages.hasAlbum(tx, channel, chat, album);
  }

  /// The account of the operator who wrote a message that is kept: an answer or a note.
  public Optional<String> operatorOf(Tx tx, Channel channel, MessageRef message) throws SQLException {
    return messages.operatorOf(tx, channel, message.chat(), message.id());
  }

  /// Whether an item of that album is kept as a note.
  public boolean isNote(Tx tx, Channel channel, String chat, String album) throws SQLException {
    return messages.isNote(tx, channel, chat, album);
  }

  /// What was said to the person of a ticket, and when.
  public record Told(MessageRef origin, Instant at) {}

  /// What was said to them, by whomever, and not answered yet.
  public Optional<Told> unanswered(Tx tx, Channel channel, TicketId ticket) throws SQLException {
    return messages.latest(tx, channel, ticket).filter(message -> message.direction() == Direction.OUT)
        .map(message -> new Told(message.origin(), Ids.madeAt(message.id().value())));
  }

  /// Whether a forward belongs to a note: Telegram sends the comment to a forward first, as a message of its own.
  public boolean followsNote(Tx tx, Channel channel, TicketId ticket, Incoming.Said said) throws SQLException {
    return said.context().forwarded() != null
        && messages.latest(tx, channel, ticket, said.by().id())
            .filter(last -> last.direction() == Direction.NOTE && last.origin().chat().equals(said.ref().chat()))
            .filter(last -> isNextTo(last.origin(), said.ref()))
            .filter(last -> !Ids.madeAt(last.id().value()).plus(COMMENT_PAUSE).isBefore(said.at())).isPresent();
  }

  /// Few others write in between.
  private static boolean isNextTo(MessageRef before, MessageRef after) {
    try {
      return Long.parseLong(after.id()) - Long.parseLong(before.id()) <= NEAR;
    } catch (NumberFormatException otherMessenger) {
      return true;
    }
  }

  record AlbumAt(String place, String album) {}

  /// A message waits to be carried over, whether it was carried somewhere before or not.
  public void waitAgain(Tx tx, Channel channel, MessageId message) throws SQLException {
    messages.waitAgain(tx, channel, List.of(message));
  }

  /// Gives messages that were kept without a ticket to it.
  public void adopt(Tx tx, Channel channel, Ticket ticket, Collection<MessageId> kept) throws SQLException {
    messages.belongTo(tx, channel, kept, ticket.id());
    for (Message message : messages.withIds(tx, channel, kept)) {
      heads.adopted(tx, channel, ticket.id(), message);
    }
  }

  /// Gives messages that were kept without a ticket to one that goes on already, and carries them to its room; while
  /// the room isn't open they wait.
  public void join(Tx tx, Channel channel, Ticket ticket, Collection<MessageId> kept) throws SQLException {
    if (kept.isEmpty()) {
      return;
    }
    adopt(tx, channel, ticket, kept);
    if (ticket.room() != null) {
      carrier.bringInOrder(tx, channel, ticket, ticket.room(), messages.withIds(tx, channel, kept));
    }
  }

  /// What the person had written when the ticket was opened, as it reads now.
  public List<Content> before(Tx tx, Channel channel, Ticket ticket) throws SQLException {
    return messages.before(tx, channel, ticket.id());
  }

  /// Everything the person has written for a ticket, before it was opened and since, as it reads now.
  public SequencedMap<MessageId, Content> written(Tx tx, Channel channel, Ticket ticket) throws SQLException {
    return messages.written(tx, channel, ticket.id());
  }

  public List<Content> contents(Tx tx, Channel channel, Collection<MessageId> kept) throws SQLException {
    return messages.contents(tx, channel, kept);
  }

  /// The same as others are to read it: with what stands above it.
  public List<Content> told(Tx tx, Channel channel, Collection<MessageId> kept) throws SQLException {
    return messages.told(tx, channel, kept);
  }

  /// Whether an operator has answered since that message was written.
  public boolean isAnsweredSince(Tx tx, Channel channel, Ticket ticket, MessageId message) throws SQLException {
    return messages.hasAnswerAfter(tx, channel, ticket.id(), message);
  }

  /// Whether that message is kept, with this ticket.
  public boolean belongs(Tx tx, Channel channel, Ticket ticket, MessageId message) throws SQLException {
    return messages.find(tx, channel, message).filter(kept -> ticket.id().equals(kept.ticket())).isPresent();
  }

  /// Which ticket a message in the operators' group belongs to, ours or theirs.
  public Optional<TicketId> ticketAt(ReadTx tx, Channel channel, MessageRef message) throws SQLException {
    return messages.ticketAt(tx, channel, message.chat(), message.id());
  }

  /// What was kept without a ticket, as it was said, with what stands above it; it isn't kept any more, and is to be said where it belongs.
  ///
  /// @param place where it was said
  public List<Incoming.Said> takeBack(Tx tx, Channel channel, Place place, Author by, Collection<MessageId> kept)
      throws SQLException {
    List<Incoming.Said> said = messages.withIds(tx, channel, kept).stream()
        .map(message -> new Incoming.Said(place, true, message.origin(), by, message.told().getLast(),
            message.replyTo() == null ? null : new MessageRef(message.origin().chat(), message.replyTo()),
            message.album(), Ids.madeAt(message.id().value()), new Context(null, message.quote(), null)))
        .toList();
    messages.erase(tx, channel, kept);
    return said;
  }

  /// Whether the other side of a conversation said what stands there, and in which ticket: it is a copy.
  public Optional<TicketId> copiedFrom(Tx tx, Channel channel, MessageRef copy) throws SQLException {
    return counterparts.shownAt(tx, channel, copy).map(Message::ticket);
  }

  /// Forgets these messages, and nothing else of their tickets.
  public void forget(Tx tx, Channel channel, Collection<MessageId> kept) throws SQLException {
    messages.erase(tx, channel, kept);
  }

  /// Forgets where somebody was: positions and venues that either side of a ticket sent. Words stay, whatever they tell.
  public void forgetPositions(Tx tx, Channel channel, TicketId ticket) throws SQLException {
    messages.erasePositions(tx, channel, ticket);
  }

  @Override
  public Set<String> kinds() {
    return Set.of(ALBUM, LIVE);
  }

  @Override
  public void ring(Tx tx, Timer timer) throws SQLException {
    if (timer.kind().equals(LIVE)) {
      liveEnds.ended(tx, timer.channel(), new MessageId(Long.parseLong(timer.subject())));
      return;
    }
    AlbumAt album = Json.read(timer.data(), AlbumAt.class);
    Optional<Albums.Waiting> waiting = albums.in(tx, timer.channel(), album.place());
    if (waiting.isPresent() && waiting.get().album().equals(album.album())) {
      bringAlbum(tx, timer.channel(), album.place(), waiting.get());
    }
  }

  /// Something else was said in that place, so the album that waits there is complete.
  private void bringWaitingAlbum(Tx tx, Channel channel, String place, @Nullable String except) throws SQLException {
    Optional<Albums.Waiting> waiting = albums.in(tx, channel, place);
    if (waiting.isPresent() && !waiting.get().album().equals(except)) {
      timers.cancel(tx, channel, ALBUM, place + " " + waiting.get().album());
      bringAlbum(tx, channel, place, waiting.get());
    }
  }

  /// The caption that makes an album a note may be any item's: those that came before are notes too.
  private void noteWaitingAlbum(Tx tx, Channel channel, String place, String album) throws SQLException {
    bringWaitingAlbum(tx, channel, place, album);
    Optional<Albums.Waiting> waiting = albums.in(tx, channel, place);
    if (waiting.isPresent() && albums.take(tx, channel, place, album)) {
      timers.cancel(tx, channel, ALBUM, place + " " + album);
      messages.noted(tx, channel, waiting.get().ticket(), album);
    }
  }

  private void bringAlbum(Tx tx, Channel channel, String place, Albums.Waiting waiting) throws SQLException {
    if (!albums.take(tx, channel, place, waiting.album())) {
      return;
    }
    Ticket ticket = tickets.find(tx, channel, waiting.ticket()).orElseThrow();
    List<Message> items = messages.album(tx, channel, waiting.ticket(), waiting.album()).stream()
        .filter(item -> item.delivery() == null).toList();
    if (items.isEmpty()) {
      return;
    }
    Place to = Carrier.there(ticket, items.getFirst().direction());
    if (to != null) {
      carrier.bring(tx, channel, ticket, to, items);
    }
  }
}
