package otklik.helpdesk.tickets;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.delivery.Priority;
import otklik.dialogs.Visitor;
import otklik.helpdesk.settings.HelpdeskSettings;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.kernel.PersonId;
import otklik.people.Actor;
import otklik.relay.Corrections;
import otklik.relay.Wording;
import otklik.rooms.RoomTag;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Comments that people gave with their marks, and the lines in the topics that say them. Whoever changes theirs
/// changes both, as long as a comment may be given.
@Component
public final class Comments {
  private static final String GIVEN = "commented";
  /// After these the line is gone with its topic, or was left behind in it.
  private static final Set<String> AWAY = Set.of("room-lost", "moved");

  private final DeskTickets deskTickets;
  private final Tickets tickets;
  private final Timeline timeline;
  private final Deliveries deliveries;

  Comments(DeskTickets deskTickets, Tickets tickets, Timeline timeline, Deliveries deliveries) {
    this.deskTickets = deskTickets;
    this.tickets = tickets;
    this.timeline = timeline;
    this.deliveries = deliveries;
  }

  public static String line(Channel channel, String words) {
    return channel.text("feedback.comment", "comment", words);
  }

  /// @param words what is kept of it
  /// @param line  what says so in the topic; empty where there is none
  public void given(Turn turn, Ticket ticket, PersonId person, String words, MessageId message,
      Optional<DeliveryId> line) throws Exception {
    deskTickets.commented(turn, ticket.id(), words, message);
    timeline.note(turn, ticket.id(), GIVEN, Actor.of(person),
        line.map(delivery -> Long.toString(delivery.value())).orElse(null));
  }

  /// The message was a new matter and no comment. False when that is known already.
  public boolean uncommented(Visitor visitor, Ticket ticket, MessageId message) throws Exception {
    Turn turn = visitor.turn();
    if (!deskTickets.uncommented(turn, ticket.id(), message)) {
      return false;
    }
    timeline.note(turn, ticket.id(), "uncommented", Actor.of(visitor.person().id()), null);
    tellOperators(turn, ticket, turn.text("feedback.no-comment"));
    return true;
  }

  /// In the ticket's topic, if it has one.
  public Optional<DeliveryId> tellOperators(Turn turn, Ticket ticket, String text) throws Exception {
    return ticket.room() == null ? Optional.empty() : Optional.of(deliveries.owe(turn,
        NewDelivery.of(Priority.BOOKKEEPING, Call.Say.text(ticket.room(), ticket.saidInRoom(text)))
            .about(RoomTag.LINE.of(turn.channel()), ticket.id().value())));
  }

  /// The person changed a message of theirs; if it is no comment, or is one no more, nothing happens.
  public void changed(Turn turn, Corrections.Kept kept, Content now) throws Exception {
    String words = Wording.of(now);
    if (words == null || !deskTickets.recommented(turn, kept.ticket(), words, kept.message(),
        turn.now().minus(HelpdeskSettings.of(turn.channel()).timeouts().comment()))) {
      return;
    }
    Ticket ticket = tickets.find(turn, kept.ticket()).orElseThrow();
    Optional<DeliveryId> line = line(turn, ticket);
    if (ticket.room() != null && line.isPresent()) {
      deliveries.owe(turn, NewDelivery.of(Priority.EDITS, new Call.EditText(ticket.room(),
          new Target.MadeBy(line.get(), 0), Content.Text.of(ticket.saidInRoom(line(turn.channel(), words))), List.of()))
          .about(RoomTag.LINE.of(turn.channel()), ticket.id().value()).replacing("comment:" + kept.message().value()));
    }
  }

  /// The line of the newest comment, if it still stands where the ticket is.
  private Optional<DeliveryId> line(Turn turn, Ticket ticket) throws Exception {
    return timeline.of(turn, ticket.id()).reversed().stream()
        .takeWhile(entry -> !AWAY.contains(entry.event()))
        .filter(entry -> entry.event().equals(GIVEN)).findFirst()
        .flatMap(entry -> Optional.ofNullable(entry.data()))
        .map(delivery -> new DeliveryId(Long.parseLong(delivery)));
  }
}
