package otklik.relay;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.MessageRef;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.kernel.DeliveryId;
import otklik.kernel.Ids;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.storage.Json;
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
  static final String COPY = "relay.copy";
  static final String ALBUM = "relay.album";
  /// Telegram gives no sign that an album is complete; its items come within a moment of each other.
  private static final Duration ALBUM_PAUSE = Duration.ofSeconds(1);
  private static final int LARGEST_ALBUM = 10;

  private final Messages messages;
  private final Albums albums;
  private final Deliveries deliveries;
  private final Tickets tickets;
  private final Timers timers;
  private final Ids ids;
  private final InstantSource clock;

  Relay(Messages messages, Albums albums, Deliveries deliveries, Tickets tickets, Timers timers, Ids ids,
      InstantSource clock) {
    this.messages = messages;
    this.albums = albums;
    this.deliveries = deliveries;
    this.tickets = tickets;
    this.timers = timers;
    this.ids = ids;
    this.clock = clock;
  }

  /// Keeps a message that goes nowhere yet: written before there is a ticket, or an operators' note.
  public MessageId keep(Tx tx, Channel channel, @Nullable TicketId ticket, Direction direction, Incoming.Said said,
      Content shown) throws SQLException {
    MessageId id = new MessageId(ids.next());
    messages.add(tx, channel, id, ticket, direction, said, shown, null);
    return id;
  }

  /// Keeps a message of a ticket's conversation and carries it over; while the room isn't open yet it waits.
  ///
  /// @param shown what arrives: what was said, or a sentence instead of what can't be carried
  public void pass(Tx tx, Channel channel, Ticket ticket, Direction direction, Incoming.Said said, Content shown)
      throws SQLException {
    Place to = direction == Direction.IN ? ticket.room() : Place.chat(ticket.chat());
    String here = said.place().key();
    if (to != null && said.album() != null && shown instanceof Content.Media) {
      bringWaitingAlbum(tx, channel, here, said.album());
      keep(tx, channel, ticket.id(), direction, said, shown);
      albums.add(tx, channel, here, said.album(), ticket.id());
      timers.set(tx, channel, ALBUM, here + " " + said.album(), Json.write(new AlbumAt(here, said.album())),
          clock.instant().plus(ALBUM_PAUSE));
      return;
    }
    bringWaitingAlbum(tx, channel, here, null);
    MessageId id = new MessageId(ids.next());
    DeliveryId delivery = to == null ? null
        : owe(tx, channel, to, new Message(id, direction, said.ref().chat(), null,
            said.replyTo() == null ? null : said.replyTo().id(), shown));
    messages.add(tx, channel, id, ticket.id(), direction, said, shown, delivery);
  }

  /// Whether this very message is kept already.
  public boolean knows(Tx tx, Channel channel, MessageRef message) throws SQLException {
    return messages.has(tx, channel, message.chat(), message.id());
  }

  record AlbumAt(String place, String album) {}

  /// Gives messages that were kept without a ticket to it.
  public void adopt(Tx tx, Channel channel, Ticket ticket, Collection<MessageId> kept) throws SQLException {
    messages.belongTo(tx, channel, kept, ticket.id());
  }

  public List<Content> contents(Tx tx, Channel channel, Collection<MessageId> kept) throws SQLException {
    return messages.contents(tx, channel, kept);
  }

  /// The words from before the ticket stand in the card and need no copy of their own.
  public void coveredBy(Tx tx, Channel channel, Ticket ticket, DeliveryId card) throws SQLException {
    messages.coveredBy(tx, channel, ticket.id(), card);
  }

  /// The card is there: whoever replies to the words in it replies to the card.
  public void cardShown(Tx tx, Channel channel, Ticket ticket, DeliveryId card, String chat, String id)
      throws SQLException {
    for (MessageId message : messages.sentBy(tx, channel, ticket.id(), card)) {
      messages.copied(tx, channel, message, chat, id);
    }
  }

  /// The room was lost with everything in it.
  public void roomLost(Tx tx, Channel channel, Ticket ticket, Place room) throws SQLException {
    deliveries.dropAll(tx, channel, room);
    messages.uncover(tx, channel, ticket.id());
    messages.allWaitAgain(tx, channel, ticket.id());
  }

  /// Carries over what waited for the room.
  public void passWaiting(Tx tx, Channel channel, Ticket ticket, Place room) throws SQLException {
    List<Message> waiting = messages.waiting(tx, channel, ticket.id());
    int next = 0;
    while (next < waiting.size()) {
      Message first = waiting.get(next);
      List<Message> together = new ArrayList<>(List.of(first));
      while (first.album() != null && next + together.size() < waiting.size()
          && first.album().equals(waiting.get(next + together.size()).album())) {
        together.add(waiting.get(next + together.size()));
      }
      bring(tx, channel, ticket.id(), room, together);
      next += together.size();
    }
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
    List<Message> items = messages.ofAlbum(tx, channel, waiting.ticket(), waiting.album());
    if (items.isEmpty()) {
      return;
    }
    Place to = items.getFirst().direction() == Direction.IN ? ticket.room() : Place.chat(ticket.chat());
    if (to != null) {
      bring(tx, channel, ticket.id(), to, items);
    }
  }

  /// One message, or the items of one album.
  private void bring(Tx tx, Channel channel, TicketId ticket, Place to, List<Message> together) throws SQLException {
    for (int from = 0; from < together.size(); from += LARGEST_ALBUM) {
      List<Message> part = together.subList(from, Math.min(from + LARGEST_ALBUM, together.size()));
      DeliveryId delivery = part.size() == 1
          ? owe(tx, channel, to, part.getFirst())
          : oweAlbum(tx, channel, ticket, to, part);
      messages.sentWith(tx, channel, part.stream().map(Message::id).toList(), delivery);
    }
  }

  private DeliveryId owe(Tx tx, Channel channel, Place to, Message message) throws SQLException {
    List<Content> pieces = Pieces.of(message.content());
    Call first = new Call.Say(to, pieces.getFirst(), counterpart(tx, channel, message), List.of());
    DeliveryId delivery = deliveries.owe(tx, channel, Owed.words(first).about(COPY, message.id().value()));
    oweRest(tx, channel, to, pieces.subList(1, pieces.size()));
    return delivery;
  }

  private DeliveryId oweAlbum(Tx tx, Channel channel, TicketId ticket, Place to, List<Message> items)
      throws SQLException {
    List<Content.Media> media = items.stream().map(item -> (Content.Media) item.content()).toList();
    Call album = new Call.SayAlbum(to, Pieces.ofAlbum(media), counterpart(tx, channel, items.getFirst()));
    DeliveryId delivery = deliveries.owe(tx, channel, Owed.words(album).about(ALBUM, ticket.value()));
    oweRest(tx, channel, to, Pieces.afterAlbum(media));
    return delivery;
  }

  private void oweRest(Tx tx, Channel channel, Place to, List<Content> rest) throws SQLException {
    for (Content piece : rest) {
      deliveries.owe(tx, channel, Owed.words(new Call.Say(to, piece, null, List.of())));
    }
  }

  private @Nullable Target counterpart(Tx tx, Channel channel, Message message) throws SQLException {
    return message.replyTo() == null ? null
        : messages.counterpart(tx, channel, message.chat(), message.replyTo()).orElse(null);
  }
}
