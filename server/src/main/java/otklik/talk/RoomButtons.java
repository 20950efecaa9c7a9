package otklik.talk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Incoming;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.kernel.TicketId;
import otklik.people.People;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Buttons in teams' groups. Whoever doesn't belong to the team is told so.
@Component
public final class RoomButtons {
  private final Map<String, Map<String, KnownButton<RoomButton>>> buttons;
  private final Teams teams;
  private final People people;
  private final Tickets tickets;
  private final Deliveries deliveries;

  RoomButtons(List<RoomButton> buttons, Teams teams, People people, Tickets tickets, Deliveries deliveries) {
    this.buttons = KnownButton.byWord(buttons, RoomButton::buttons);
    this.teams = teams;
    this.people = people;
    this.tickets = tickets;
    this.deliveries = deliveries;
  }

  public void pressed(Turn turn, Incoming.Pressed pressed) throws Exception {
    deliveries.owe(turn, NewDelivery.words(
        new Call.AnswerPress(pressed.place(), pressed.press(), answer(turn, pressed), false)));
  }

  private String answer(Turn turn, Incoming.Pressed pressed) throws Exception {
    Channel channel = turn.channel();
    if (!teams.areHeard(channel, pressed.by())) {
      return teams.of(channel).notForYou(channel);
    }
    KnownButton.Read<RoomButton> read = KnownButton.read(buttons, channel.scenario(), pressed.data()).orElse(null);
    if (read == null) {
      return channel.text(channel.ownKey("button-outdated"));
    }
    Optional<TicketId> named = read.press().kind().namesTicket() ? read.press().ticket() : Optional.empty();
    Ticket ticket = named.isEmpty() ? null
        : tickets.find(turn, named.get()).filter(found -> !found.isErased()).orElse(null);
    return read.button().pressed(
        new RoomPressing(turn, people.seen(turn, pressed.by()), read.press(), ticket, pressed));
  }
}
