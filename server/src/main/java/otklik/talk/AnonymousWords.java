package otklik.talk;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.people.Actor;
import otklik.relay.Receipts;
import otklik.rooms.MeantTickets;
import otklik.standing.ChannelInspector;
import otklik.tickets.Ticket;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// What an administrator says in the group's own name goes to nobody, because nobody can know whether they may. They are
/// told so, once in each ticket, instead of believing that they have answered; each such message is marked.
@Component
final class AnonymousWords {
  private static final String EVENT = "anonymous-words";

  private final MeantTickets meantTickets;
  private final Timeline timeline;
  private final Receipts receipts;
  private final Deliveries deliveries;
  private final ChannelInspector channelInspector;

  AnonymousWords(MeantTickets meantTickets, Timeline timeline, Receipts receipts, Deliveries deliveries,
      ChannelInspector channelInspector) {
    this.meantTickets = meantTickets;
    this.timeline = timeline;
    this.receipts = receipts;
    this.deliveries = deliveries;
    this.channelInspector = channelInspector;
  }

  static boolean are(Incoming.Said said) {
    return !said.by().human() && said.by().id().equals(said.place().chat());
  }

  /// @param isAsked whether it wants an answer also where no ticket is: a command
  /// @param isNote  whether it is meant for nobody else
  /// @param text    what they are told
  void heard(Turn turn, Incoming.Said said, boolean isAsked, boolean isNote, String text) throws Exception {
    turn.afterCommit(() -> channelInspector.anonymous(turn.channel()));
    Ticket ticket = meantTickets.meant(turn, said);
    if (ticket == null && !isAsked || isNote) {
      return;
    }
    receipts.failed(turn, said.ref());
    if (ticket != null && wasTold(turn, ticket)) {
      return;
    }
    if (ticket != null) {
      timeline.note(turn, ticket.id(), EVENT, Actor.CLOCK, null);
    }
    deliveries.owe(turn, NewDelivery.words(new Call.Say(said.place(), Content.Text.of(text),
        new Target.Known(said.ref().id()), List.of())).replacing("anonymous:" + said.place().key()));
  }

  private boolean wasTold(Turn turn, Ticket ticket) throws Exception {
    return timeline.of(turn, ticket.id()).stream().anyMatch(entry -> entry.event().equals(EVENT));
  }
}
