package otklik.emergency.asking;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.commands.Commands;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.requests.Lifetime;
import otklik.emergency.requests.OwnTicket;
import otklik.emergency.requests.Request;
import otklik.emergency.requests.RequestCommand;
import otklik.emergency.requests.RequestLifecycle;
import otklik.emergency.requests.Visitors;
import otklik.emergency.settings.Durations;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.settings.EmergencyPart;
import otklik.emergency.settings.EmergencySettings;
import otklik.emergency.settings.OwnButtons;
import otklik.kernel.TicketId;
import otklik.people.Actor;
import otklik.talk.CommandDoor;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.turns.Turn;

/// A request isn't searched for for ever. Before its end both sides are told, and either of them keeps it open with one
/// tap.
@Component
final class Expiry implements EmergencyPart, TimerHandler, PersonButton {
  private final Tickets tickets;
  private final Visitors visitors;
  private final Commands commands;
  private final CommandDoor door;
  private final Deliveries deliveries;

  Expiry(Tickets tickets, Visitors visitors, Commands commands, CommandDoor door, Deliveries deliveries) {
    this.tickets = tickets;
    this.visitors = visitors;
    this.commands = commands;
    this.door = door;
    this.deliveries = deliveries;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Lifetime.END, Lifetime.WARNING);
  }

  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    Ticket ticket = tickets.find(turn, new TicketId(Long.parseLong(timer.subject()))).orElse(null);
    if (ticket == null) {
      return;
    }
    switch (RequestLifecycle.stateOf(ticket)) {
      case RequestLifecycle.State.Open _, RequestLifecycle.State.Taken _, RequestLifecycle.State.Appealed _ -> {
        if (timer.kind().equals(Lifetime.END)) {
          commands.give(turn, Actor.CLOCK, ticket, new RequestCommand.End(Request.Ending.EXPIRED, null));
        } else {
          warn(turn, ticket);
        }
      }
      case RequestLifecycle.State.Done _, RequestLifecycle.State.Closed _ -> {
        // Whoever was helped has time of their own to say so.
      }
    }
  }

  private void warn(Turn turn, Ticket ticket) throws Exception {
    Visitor asker = visitors.asker(turn, ticket).orElse(null);
    if (asker != null) {
      warn(asker, ticket, "emergency.expiry.warning");
    }
    Visitor helper = visitors.helper(turn, ticket).orElse(null);
    if (helper != null) {
      warn(helper, ticket, "emergency.expiry.warning-helper");
    }
  }

  private void warn(Visitor reader, Ticket ticket, String key) throws Exception {
    String left = Durations.inWords(reader, EmergencySettings.of(reader.channel()).warnBefore());
    deliveries.owe(reader.turn(), NewDelivery.words(reader.says(
        reader.text(key, "number", ticket.shownNumber(), "time", left), OwnButtons.extend(reader, ticket.id())))
        .of(ticket.id()));
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.EXTEND);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    Turn turn = pressing.turn();
    Ticket ticket = OwnTicket.pressed(tickets, pressing).orElse(null);
    if (ticket == null || !door.pressed(pressing, ticket, new RequestCommand.ExtendOwn()).isDone()) {
      return new Response.Outdated();
    }
    deliveries.owe(turn, NewDelivery.words(visitor.says(visitor.text("emergency.expiry.extended",
        "number", ticket.shownNumber(), "time", Durations.inWords(visitor,
        EmergencySettings.of(turn.channel()).lifetime()))))
        .of(ticket.id()));
    return Response.done();
  }
}
