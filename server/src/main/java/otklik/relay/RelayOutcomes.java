package otklik.relay;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Outcome;
import otklik.channels.Refusal;
import otklik.delivery.Listener;
import otklik.delivery.SettledDelivery;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// Notes where the copies stand, and what could not be copied; operators see either on what they wrote.
@Component
final class RelayOutcomes implements Listener {
  private final Messages messages;
  private final ExtraCopies extraCopies;
  private final Carrier carrier;
  private final Receipts receipts;
  private final Tickets tickets;
  private final Undelivered undelivered;

  RelayOutcomes(Messages messages, ExtraCopies extraCopies, Carrier carrier, Receipts receipts,
      Tickets tickets, Undelivered undelivered) {
    this.messages = messages;
    this.extraCopies = extraCopies;
    this.carrier = carrier;
    this.receipts = receipts;
    this.tickets = tickets;
    this.undelivered = undelivered;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Carrier.COPY, Carrier.ANSWER, Carrier.ALBUM, Carrier.PIECE, Carrier.RETOLD, Carrier.LINE);
  }

  @Override
  public void heard(Turn turn, SettledDelivery done) throws Exception {
    if (done.subject().kind().equals(Carrier.LINE)) {
      return;
    }
    if (done.subject().kind().equals(Carrier.RETOLD)) {
      retold(turn, done);
      return;
    }
    switch (done.outcome()) {
      case Outcome.Sent sent -> sent(turn, done, sent.ids());
      case Outcome.Answered _ -> throw new IllegalStateException("nothing was asked");
      case Outcome.Refused refused -> refused(turn, done, refused);
    }
  }

  /// What can't be told again is no loss to the person. What was told for the first time wears its receipt from now on.
  private void retold(Turn turn, SettledDelivery done) throws Exception {
    MessageId id = new MessageId(done.subject().id());
    Message message = messages.find(turn, id).orElse(null);
    if (message == null || !(done.outcome() instanceof Outcome.Sent sent)) {
      return;
    }
    messages.retold(turn, id, done.call().place().chat(), sent.ids().getFirst());
    if (!Message.isNowhere(message.origin())) {
      return;
    }
    if (message.failure() != null) {
      receipts.show(turn, messages.find(turn, id).orElseThrow());
    } else {
      delivered(turn, id);
    }
  }

  private void sent(Turn turn, SettledDelivery done, List<String> copies) throws Exception {
    String chat = done.call().place().chat();
    MessageId id = new MessageId(done.subject().id());
    switch (done.subject().kind()) {
      case Carrier.COPY -> messages.copied(turn, id, chat, copies.getFirst());
      case Carrier.ANSWER -> {
        messages.copied(turn, id, chat, copies.getFirst());
        if (!receipts.showArrived(turn, id)) {
          delivered(turn, id);
        }
      }
      case Carrier.PIECE -> {
        extraCopies.made(turn, id, done.id(), copies.getFirst());
        madeAfterAll(turn, id);
        delivered(turn, id);
      }
      default -> {
        List<Message> items = originals(turn, done);
        for (int i = 0; i < Math.min(items.size(), copies.size()); i++) {
          messages.copied(turn, items.get(i).id(), chat, copies.get(i));
        }
        if (!items.isEmpty()) {
          delivered(turn, items.getFirst().id());
        }
      }
    }
  }

  /// A piece that was given up may be made later by whoever runs the installation.
  private void madeAfterAll(Turn turn, MessageId id) throws SQLException {
    Message message = messages.find(turn, id).orElse(null);
    if (message != null && message.failure() != null && Refusal.valueOf(message.failure()).isGivenUp()
        && message.copy() != null && extraCopies.areMade(turn, id)) {
      messages.triedAgain(turn, List.of(id));
    }
  }

  private void delivered(Turn turn, MessageId id) throws Exception {
    Message message = messages.find(turn, id).orElse(null);
    if (message == null || message.direction() != Direction.OUT || message.failure() != null
        || message.copy() == null || !extraCopies.areMade(turn, message.id())) {
      return;
    }
    receipts.show(turn, message);
    if (message.notice() != null) {
      undelivered.arrived(turn, message.ticket(), id, message.notice());
    }
  }

  private void refused(Turn turn, SettledDelivery done, Outcome.Refused refused) throws Exception {
    List<Message> originals = originals(turn, done);
    if (originals.isEmpty()) {
      return; // erased meanwhile, or owed to the next room already
    }
    List<MessageId> ids = originals.stream().map(Message::id).toList();
    Message first = originals.getFirst();
    boolean roomGone = refused.why() == Refusal.TOPIC_GONE || refused.why() == Refusal.CHAT_GONE;
    if (roomGone && first.direction() == Direction.IN) {
      messages.waitAgain(turn, ids);
      undelivered.roomGone(turn, first.ticket(), done.call().place());
      return;
    }
    if (originals.size() > 1 && isAboutOneItem(refused)) {
      Ticket ticket = tickets.find(turn, first.ticket()).orElseThrow();
      for (Message item : originals) {
        DeliveryId alone = carrier.bring(turn, ticket, done.call().place(), item);
        messages.sentWith(turn, List.of(item.id()), alone);
      }
      return;
    }
    if (done.subject().kind().equals(Carrier.PIECE)) {
      extraCopies.failed(turn, first.id(), done.id(), refused.why().name());
    }
    messages.failed(turn, ids, refused.why().name());
    if (first.failure() == null) {
      tell(turn, first, refused);
    }
  }

  /// One bad file must not keep the others back. But an album that failed while it was being sent may have arrived in
  /// part (server source, on_message_send_failed: "Failed to send message #N").
  private static boolean isAboutOneItem(Outcome.Refused refused) {
    return (refused.why() == Refusal.BAD_FILE || refused.why() == Refusal.NOT_ACCEPTED)
        && !refused.detail().contains("#");
  }

  private void tell(Turn turn, Message message, Outcome.Refused refused) throws Exception {
    @Nullable DeliveryId notice = undelivered.refused(turn, new Failed(message.id(), message.ticket(),
        message.direction(), message.here(), message.content(), message.head(), refused,
        message.notice()));
    if (notice != null) {
      messages.noticed(turn, message.id(), notice);
    }
    if (message.direction() == Direction.OUT) {
      receipts.show(turn, messages.find(turn, message.id()).orElseThrow());
    }
  }

  private List<Message> originals(Turn turn, SettledDelivery done) throws SQLException {
    return done.subject().kind().equals(Carrier.ALBUM)
        ? messages.sentBy(turn, new TicketId(done.subject().id()), done.id())
        : messages.find(turn, new MessageId(done.subject().id())).stream().toList();
  }
}
