package otklik.emergency.coordinators;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Origin;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.requests.Visitors;
import otklik.emergency.settings.EmergencySettings;
import otklik.relay.Corrections;
import otklik.relay.Direction;
import otklik.relay.Dress;
import otklik.relay.Reactions;
import otklik.relay.Relay;
import otklik.talk.TeamNotes;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// Brings what coordinators write under a request to the person who made it, and what they change of it.
@Component
final class CoordinatorsWords {
  private final Relay relay;
  private final Corrections corrections;
  private final Reactions reactions;
  private final Visitors visitors;
  private final Deliveries deliveries;

  CoordinatorsWords(Relay relay, Corrections corrections, Reactions reactions, Visitors visitors,
      Deliveries deliveries) {
    this.relay = relay;
    this.corrections = corrections;
    this.reactions = reactions;
    this.visitors = visitors;
    this.deliveries = deliveries;
  }

  void said(Turn turn, Ticket ticket, Incoming.Said said) throws Exception {
    Optional<Visitor> asker = visitors.asker(turn, ticket);
    if (asker.isEmpty()) {
      relay.keep(turn, ticket.id(), Direction.NOTE, said, said.content());
    } else if (said.content() instanceof Content.Unsupported) {
      relay.keep(turn, ticket.id(), Direction.NOTE, said, said.content());
      answer(turn, said.place(), said.ref().id(), "emergency.coordinators.unsupported");
    } else {
      Origin origin = said.context().forwarded();
      boolean ours = origin != null && origin.account() != null
          && EmergencySettings.of(turn.channel()).isCoordinator(origin.account());
      relay.pass(turn, ticket, Direction.OUT, ours ? said.asOwn() : said, said.content(),
          Dress.in(asker.get().language()).signed(asker.get().text("emergency.coordinators.signature")));
    }
  }

  void edited(Turn turn, Incoming.Edited edited) throws Exception {
    Corrections.Kept before = corrections.find(turn, edited.ref()).orElse(null);
    if (before == null || edited.content() instanceof Content.Unsupported) {
      return;
    }
    if (before.direction() == Direction.OUT && TeamNotes.isNote(edited.content())) {
      answer(turn, edited.place(), edited.ref().id(), "emergency.coordinators.edit-stays");
    } else {
      boolean wasNote = before.direction() == Direction.NOTE
          && TeamNotes.isNote(relay.contents(turn, List.of(before.message())).getFirst());
      corrections.correct(turn, edited.ref(), edited.content());
      if (wasNote && !TeamNotes.isNote(edited.content())) {
        answer(turn, edited.place(), edited.ref().id(), "emergency.coordinators.edit-sends-nothing");
      }
    }
  }

  void reacted(Turn turn, Incoming.Reacted reacted) throws Exception {
    reactions.changed(turn, reacted, Direction.IN);
  }

  private void answer(Turn turn, Place place, String to, String key) throws Exception {
    deliveries.owe(turn, NewDelivery.words(new Call.Say(place,
        Content.Text.of(turn.text(key)), new Target.Known(to), List.of())));
  }
}
