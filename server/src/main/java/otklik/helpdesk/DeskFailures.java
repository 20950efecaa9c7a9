package otklik.helpdesk;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Refusal;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.helpdesk.settings.DeskPart;
import otklik.helpdesk.tickets.Reason;
import otklik.relay.Direction;
import otklik.relay.Failed;
import otklik.relay.Wording;
import otklik.talk.Askers;
import otklik.talk.DeliveryFailures;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// What operators are told of words that don't arrive, and a client of a file that can't be shown to them.
@Component
final class DeskFailures implements DeskPart, DeliveryFailures {
  /// Leaves room for the line before it in a message of 4,096 characters.
  private static final int LONGEST_CAPTION = 3500;

  private final Askers askers;
  private final Deliveries deliveries;

  DeskFailures(Askers askers, Deliveries deliveries) {
    this.askers = askers;
    this.deliveries = deliveries;
  }

  @Override
  public void refused(Turn turn, Ticket ticket, Failed failed) throws Exception {
    Refusal why = failed.why().why();
    if (failed.direction() == Direction.IN && failed.content() instanceof Content.Media
        && (why == Refusal.BAD_FILE || why == Refusal.NOT_ACCEPTED)) {
      Visitor visitor = askers.visitor(turn, ticket);
      deliveries.owe(turn, NewDelivery.words(new Call.Say(visitor.chat(),
          Content.Text.of(visitor.text("file-refused")), failed.written(), List.of())));
    }
  }

  /// Of what may have arrived nobody says that it didn't.
  @Override
  public String told(Channel channel, Failed failed) {
    if (failed.direction() == Direction.IN) {
      return lost(channel, failed);
    }
    String reason = Reason.of(channel, failed.why());
    if (failed.why().why() == Refusal.UNCONFIRMED) {
      return reason;
    }
    String line = channel.text("undelivered", "reason", reason);
    return failed.why().why() == Refusal.NOT_ACCEPTED
        ? line + ". " + channel.text("undelivered.otherwise") : line;
  }

  /// What came with a file that can't be shown is said all the same.
  @Override
  public String lost(Channel channel, Failed failed) {
    String kind = channel.text("kind." + failed.content().type());
    String words = Wording.of(failed.content());
    String line = failed.why().why() == Refusal.UNCONFIRMED
        ? channel.text("note.unconfirmed", "kind", kind)
        : channel.text("note.lost", "kind", kind, "reason", Reason.of(channel, failed.why()));
    String head = failed.head() == null ? "" : "\n\n" + failed.head().text();
    return line + channel.sizes().part(head + (words == null ? "" : "\n\n" + words), LONGEST_CAPTION);
  }
}
