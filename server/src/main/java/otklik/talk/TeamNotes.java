package otklik.talk;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.relay.Wording;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// What a team writes for itself under a ticket: it is kept there and isn't meant for the person.
@Component
public final class TeamNotes {
  private static final String NOTE = "//";
  /// As some keyboards write it.
  private static final char WIDE_SLASH = '／';

  private final Relay relay;
  private final Deliveries deliveries;

  TeamNotes(Relay relay, Deliveries deliveries) {
    this.relay = relay;
    this.deliveries = deliveries;
  }

  /// Two slashes begin a note, be it a text or what stands under a picture.
  public static boolean isNote(Content content) {
    return words(content).text().strip().replace(WIDE_SLASH, '/').startsWith(NOTE);
  }

  /// What a message says, also under a picture.
  public static Content.Text words(Content content) {
    return Content.Text.of(Objects.requireNonNullElse(Wording.of(content), ""));
  }

  /// False for what isn't a note.
  ///
  /// @param ticket null where none is meant: then nothing is kept
  boolean keeps(Turn turn, @Nullable Ticket ticket, Incoming.Said said) throws Exception {
    if (!isNote(said.content()) && !isPartOfNote(turn, said)) {
      return false;
    }
    keep(turn, ticket, said);
    return true;
  }

  /// Of an album only one item has the words.
  private boolean isPartOfNote(Turn turn, Incoming.Said said) throws Exception {
    return said.album() != null && relay.isNote(turn, said.ref().chat(), said.album());
  }

  /// What is forwarded together with a note belongs to it, and whoever did so is told.
  boolean keepsForwarded(Turn turn, Ticket ticket, Incoming.Said said) throws Exception {
    if (!relay.followsNote(turn, ticket.id(), said)) {
      return false;
    }
    keep(turn, ticket, said);
    String text = turn.text(turn.channel().ownKey("forward-noted"));
    deliveries.owe(turn, NewDelivery.words(new Call.Say(said.place(), Content.Text.of(text),
        new Target.Known(said.ref().id()), List.of())).replacing("forward-noted:" + ticket.id().value()));
    return true;
  }

  private void keep(Turn turn, @Nullable Ticket ticket, Incoming.Said said) throws Exception {
    if (ticket != null) {
      relay.keep(turn, ticket.id(), Direction.NOTE, said, said.content());
    }
  }
}
