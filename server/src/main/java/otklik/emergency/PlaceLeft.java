package otklik.emergency;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.dialogs.Visitor;
import otklik.kernel.TicketId;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.workspaces.Channel;

/// A place, a contact or a file of a request stays in the chat of whoever was told it, because the messenger doesn't let
/// us take it back. They are asked to delete it; whose place it is and coordinators know it. Once for each request.
@Component
final class PlaceLeft {
  private static final Logger log = LoggerFactory.getLogger(PlaceLeft.class);
  private static final String EVENT = "place-left";

  private final Tickets tickets;
  private final Timeline timeline;
  private final Visitors visitors;
  private final CoordinatorsCall coordinators;
  private final Deliveries deliveries;

  PlaceLeft(Tickets tickets, Timeline timeline, Visitors visitors, CoordinatorsCall coordinators,
      Deliveries deliveries) {
    this.tickets = tickets;
    this.timeline = timeline;
    this.visitors = visitors;
    this.coordinators = coordinators;
    this.deliveries = deliveries;
  }

  /// What stands in place of words that were edited away.
  String instead(Tx tx, Channel channel, TicketId id, Place chat) throws Exception {
    Ticket ticket = tickets.find(tx, channel, id).orElseThrow();
    Visitor reader = visitors.inChat(tx, channel, ticket, chat).orElse(null);
    return reader == null
        ? channel.texts().text(channel.language(), "emergency.place-taken-back", "number", ticket.shownNumber())
        : reader.text("emergency.place-taken-back", "number", ticket.shownNumber());
  }

  void tell(Tx tx, Channel channel, TicketId id, Place chat, Target message, Outcome.Refused refused)
      throws Exception {
    Ticket ticket = tickets.find(tx, channel, id).orElseThrow();
    log.warn("{}: {}: what tells the exact place could not be taken back from a chat: {}", channel.label(),
        ticket.shownNumber(), refused.detail());
    if (timeline.of(tx, channel, id).stream().anyMatch(entry -> entry.event().equals(EVENT))) {
      return;
    }
    timeline.note(tx, channel, id, EVENT, null, null);
    Visitor reader = visitors.inChat(tx, channel, ticket, chat).orElse(null);
    if (reader != null) {
      say(tx, ticket, reader, "emergency.place-left", message);
    }
    Visitor asker = visitors.asker(tx, channel, ticket).orElse(null);
    if (asker != null && !asker.chat().equals(chat)) {
      say(tx, ticket, asker, "emergency.place-left.asker", null);
    }
    coordinators.to(tx, channel, channel.texts().text(channel.language(), "emergency.place-left.coordinators",
        "number", ticket.shownNumber()), List.of());
  }

  private void say(Tx tx, Ticket ticket, Visitor to, String key, @Nullable Target about) throws Exception {
    deliveries.owe(tx, to.channel(), Owed.words(new Call.Say(to.chat(),
        Content.Text.of(to.text(key, "number", ticket.shownNumber())), about, List.of())).of(ticket.id()));
  }
}
