package otklik.relay;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Author;
import otklik.channels.Content;
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
  /// Telegram gives no sign that an album is complete; its items come within a moment of each other.
  private static final Duration ALBUM_PAUSE = Duration.ofSeconds(1);

  private final Messages messages;
  private final Albums albums;
  private final Carrier carrier;
  private final Counterparts counterparts;
  private final Tickets tickets;
  private final Timers timers;
  private final Ids ids;
  private final InstantSource clock;

  Relay(Messages messages, Albums albums, Carrier carrier, Counterparts counterparts, Tickets tickets, Timers timers,
      Ids ids, InstantSource clock) {
    this.messages = messages;
    this.albums = albums;
    this.carrier = carrier;
    this.counterparts = counterparts;
    this.tickets = tickets;
    this.timers = timers;
    this.ids = ids;
    this.clock = clock;
  }

  /// Keeps a message that goes nowhere yet: written before there is a ticket, or an operators' note.
  public MessageId keep(Tx tx, Channel channel, @Nullable TicketId ticket, Direction direction, Incoming.Said said,
      Content shown) throws SQLException {
    bringWaitingAlbum(tx, channel, said.place().key(), null);
    return keep(tx, channel, ticket, said, message(direction, said, shown, null));
  }

  private MessageId keep(Tx tx, Channel channel, @Nullable TicketId ticket, Incoming.Said said, Message message)
      throws SQLException {
    messages.add(tx, channel, ticket, said, message, null);
    return message.id();
  }

  private Message message(Direction direction, Incoming.Said said, Content shown, @Nullable String signature) {
    return Message.fresh(new MessageId(ids.next()), direction, said.ref(), said.replyTo(), shown, signature);
  }

  /// Keeps a message of a ticket's conversation and carries it over; while the room isn't open yet it waits.
  ///
  /// @param shown what arrives: what was said, or a sentence instead of what can't be carried
  public MessageId pass(Tx tx, Channel channel, Ticket ticket, Direction direction, Incoming.Said said, Content shown)
      throws SQLException {
    return pass(tx, channel, ticket, direction, said, shown, null);
  }

  /// @param signature what its copy ends with; null for nothing
  public MessageId pass(Tx tx, Channel channel, Ticket ticket, Direction direction, Incoming.Said said, Content shown,
      @Nullable String signature) throws SQLException {
    Place to = Carrier.there(ticket, direction);
    String here = said.place().key();
    boolean isAlbum = to != null && said.album() != null && shown instanceof Content.Media;
    bringWaitingAlbum(tx, channel, here, isAlbum ? said.album() : null);
    Message message = message(direction, said, shown, signature);
    if (isAlbum) {
      keep(tx, channel, ticket.id(), said, message);
      albums.add(tx, channel, here, said.album(), ticket.id());
      timers.set(tx, channel, ALBUM, here + " " + said.album(), Json.write(new AlbumAt(here, said.album())),
          clock.instant().plus(ALBUM_PAUSE));
      return message.id();
    }
    DeliveryId delivery = to == null ? null : carrier.bring(tx, channel, ticket, to, message);
    messages.add(tx, channel, ticket.id(), said, message, delivery);
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

  record AlbumAt(String place, String album) {}

  /// A message waits to be carried over, whether it was carried somewhere before or not.
  public void waitAgain(Tx tx, Channel channel, MessageId message) throws SQLException {
    messages.waitAgain(tx, channel, List.of(message));
  }

  /// Gives messages that were kept without a ticket to it.
  public void adopt(Tx tx, Channel channel, Ticket ticket, Collection<MessageId> kept) throws SQLException {
    messages.belongTo(tx, channel, kept, ticket.id());
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
  public List<Content> written(Tx tx, Channel channel, Ticket ticket) throws SQLException {
    return messages.written(tx, channel, ticket.id());
  }

  public List<Content> contents(Tx tx, Channel channel, Collection<MessageId> kept) throws SQLException {
    return messages.contents(tx, channel, kept);
  }

  /// Which ticket a message in the operators' group belongs to, ours or theirs.
  public Optional<TicketId> ticketAt(ReadTx tx, Channel channel, MessageRef message) throws SQLException {
    return messages.ticketAt(tx, channel, message.chat(), message.id());
  }

  /// What was kept without a ticket, as it was said; it isn't kept any more, and is to be said where it belongs.
  ///
  /// @param place where it was said
  public List<Incoming.Said> takeBack(Tx tx, Channel channel, Place place, Author by, Collection<MessageId> kept)
      throws SQLException {
    List<Incoming.Said> said = messages.withIds(tx, channel, kept).stream()
        .map(message -> new Incoming.Said(place, true, message.origin(), by, message.content(),
            message.replyTo() == null ? null : new MessageRef(message.origin().chat(), message.replyTo()),
            message.album(), Ids.madeAt(message.id().value())))
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
    return Set.of(ALBUM);
  }

  @Override
  public void ring(Tx tx, Timer timer) throws SQLException {
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
