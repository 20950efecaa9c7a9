package otklik.relay;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.MessageRef;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// Owes the calls that bring a message to the other side, whole or in pieces.
@Component
final class Carrier {
  /// A copy of what a person wrote.
  static final String COPY = "relay.copy";
  /// A copy of what an operator wrote.
  static final String ANSWER = "relay.answer";
  static final String ALBUM = "relay.album";
  /// What follows the first piece of something long.
  static final String PIECE = "relay.piece";
  /// What an operator said in a room from which the ticket has moved, told again in the next one.
  static final String RETOLD = "relay.retold";
  /// Whose words follow, and what else belongs to a copy that nobody waits for.
  static final String LINE = "relay.line";

  private final Messages messages;
  private final ExtraCopies extraCopies;
  private final Counterparts counterparts;
  private final Deliveries deliveries;

  Carrier(Messages messages, ExtraCopies extraCopies, Counterparts counterparts, Deliveries deliveries) {
    this.messages = messages;
    this.extraCopies = extraCopies;
    this.counterparts = counterparts;
    this.deliveries = deliveries;
  }

  /// Where messages of that direction go; null while the room isn't open.
  static @Nullable Place there(Ticket ticket, Direction direction) {
    return direction == Direction.IN ? ticket.room() : Place.chat(ticket.chat());
  }

  /// What stands before words: only a shared room must be told whose they are.
  static @Nullable String mark(Ticket ticket, Direction direction) {
    return direction == Direction.IN ? ticket.mark() : null;
  }

  /// What stands above words: whose they are, and what changes their meaning.
  static Content.@Nullable Text head(@Nullable String mark, Message message) {
    if (mark == null) {
      return message.head();
    }
    Content.Text line = Content.Text.of(mark + ":");
    return message.head() == null ? line : Content.Text.joined(List.of(line, message.head()));
  }

  /// One message, or the items of one album.
  void bring(Turn turn, Ticket ticket, Place to, List<Message> together) throws SQLException {
    int most = turn.channel().sizes().album();
    for (int from = 0; from < together.size(); from += most) {
      List<Message> part = together.subList(from, Math.min(from + most, together.size()));
      DeliveryId delivery = part.size() == 1
          ? bring(turn, ticket, to, part.getFirst())
          : bringAlbum(turn, ticket, to, part);
      messages.sentWith(turn, part.stream().map(Message::id).toList(), delivery);
    }
  }

  /// What has waited, oldest first; an album together.
  void bringInOrder(Turn turn, Ticket ticket, Place room, List<Message> waiting) throws SQLException {
    int next = 0;
    while (next < waiting.size()) {
      Message first = waiting.get(next);
      if (first.byline() != null) {
        retell(turn, room, first);
        next++;
        continue;
      }
      List<Message> together = new ArrayList<>(List.of(first));
      while (first.album() != null && next + together.size() < waiting.size()
          && first.album().equals(waiting.get(next + together.size()).album())
          && waiting.get(next + together.size()).byline() == null) {
        together.add(waiting.get(next + together.size()));
      }
      bring(turn, ticket, room, together);
      next += together.size();
    }
  }

  DeliveryId bring(Turn turn, Ticket ticket, Place to, Message message) throws SQLException {
    return bring(turn, ticket, to, message, message.shown(), repliedTo(turn, message));
  }

  /// @param shown   what arrives instead of what the message says
  /// @param replyTo what it answers on the other side
  DeliveryId bring(Turn turn, Ticket ticket, Place to, Message message, Content shown,
      @Nullable Target replyTo) throws SQLException {
    List<Content> marked = Byline.above(head(mark(ticket, message.direction()), message), shown);
    bringLine(turn, to, message.id(), marked);
    List<Content> pieces = Pieces.of(marked.getLast(), turn.channel().sizes());
    DeliveryId delivery = bringFirst(turn, ticket, to, message, pieces, replyTo);
    bringRest(turn, to, message.id(), pieces);
    return delivery;
  }

  DeliveryId bringFirst(Turn turn, Ticket ticket, Place to, Message message, List<Content> pieces,
      @Nullable Target replyTo) throws SQLException {
    boolean theirs = message.direction() == Direction.IN;
    NewDelivery first = NewDelivery.words(new Call.Say(to, pieces.getFirst(), replyTo, List.of())
        .quoting(replyTo == null ? null : message.quote()))
        .about(theirs ? COPY : ANSWER, message.id().value());
    return deliveries.owe(turn,
        theirs && pieces.size() == 1 && message.head() == null ? first.joining("ticket:" + ticket.id().value()) : first);
  }

  private void bringRest(Turn turn, Place to, MessageId message, List<Content> pieces) throws SQLException {
    for (int number = 1; number < pieces.size(); number++) {
      bringPiece(turn, to, message, number, pieces.get(number), null);
    }
  }

  void bringPiece(Turn turn, Place to, MessageId message, int number, Content piece,
      @Nullable Target replyTo) throws SQLException {
    DeliveryId delivery = deliveries.owe(turn,
        NewDelivery.words(new Call.Say(to, piece, replyTo, List.of())).about(PIECE, message.value()));
    extraCopies.owed(turn, message, number, delivery, to.chat());
  }

  private DeliveryId bringAlbum(Turn turn, Ticket ticket, Place to, List<Message> items) throws SQLException {
    List<Message> signed = signedOnce(turn, items);
    List<List<Content>> pieces = new ArrayList<>();
    for (Message item : signed) {
      String mark = item == signed.getFirst() ? mark(ticket, item.direction()) : null;
      pieces.add(Pieces.of(Byline.above(head(mark, item), item.shown()).getLast(), turn.channel().sizes()));
    }
    List<Content.Media> media = pieces.stream().map(all -> (Content.Media) all.getFirst()).toList();
    DeliveryId delivery = deliveries.owe(turn,
        NewDelivery.words(album(to, media, repliedTo(turn, items.getFirst()), items.getFirst()))
            .about(ALBUM, ticket.id().value()));
    for (int item = 0; item < items.size(); item++) {
      bringRest(turn, to, items.get(item).id(), pieces.get(item));
    }
    return delivery;
  }

  private static Call album(Place to, List<Content.Media> media, @Nullable Target replyTo, Message first) {
    return new Call.SayAlbum(to, media, replyTo, replyTo == null ? null : first.quote());
  }

  /// Says an operator's words in another room than the one where they were written.
  void retell(Turn turn, Place to, Message message) throws SQLException {
    List<Content> signed = Byline.above(head(message.byline(), message), message.content());
    bringLine(turn, to, message.id(), signed);
    List<Content> pieces = Pieces.of(signed.getLast(), turn.channel().sizes());
    DeliveryId delivery = deliveries.owe(turn,
        NewDelivery.words(new Call.Say(to, pieces.getFirst(), null, List.of())).about(RETOLD, message.id().value()));
    for (Content piece : pieces.subList(1, pieces.size())) {
      line(turn, to, message.id(), piece);
    }
    messages.retoldWith(turn, message.id(), delivery);
  }

  /// What doesn't take words has its byline before it.
  void bringLine(Turn turn, Place to, MessageId message, List<Content> marked) throws SQLException {
    for (Content line : marked.subList(0, marked.size() - 1)) {
      line(turn, to, message, line);
    }
  }

  private void line(Turn turn, Place to, MessageId message, Content line) throws SQLException {
    deliveries.owe(turn, NewDelivery.words(new Call.Say(to, line, null, List.of())).about(LINE, message.value()));
  }

  /// An album is one answer: messengers show the one caption it has below the whole.
  private List<Message> signedOnce(Turn turn, List<Message> items) {
    if (items.stream().allMatch(item -> item.signature() == null)) {
      return items;
    }
    Message signing = items.stream().filter(item -> Wording.of(item.content()) != null).findFirst()
        .orElse(items.getFirst());
    messages.unsigned(turn, items.stream().filter(item -> item != signing).map(Message::id).toList());
    List<Message> signed = new ArrayList<>();
    items.forEach(item -> signed.add(item == signing ? item : item.signed(null)));
    return signed;
  }

  @Nullable Target repliedTo(Turn turn, Message message) throws SQLException {
    return message.replyTo() == null ? null
        : counterparts.of(turn, new MessageRef(message.origin().chat(), message.replyTo())).orElse(null);
  }
}
