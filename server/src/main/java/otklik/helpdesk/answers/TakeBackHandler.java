package otklik.helpdesk.answers;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.MessageRef;
import otklik.channels.Outcome;
import otklik.channels.Refusal;
import otklik.channels.Target;
import otklik.commands.CommandHandler;
import otklik.commands.Given;
import otklik.commands.Result;
import otklik.delivery.Deliveries;
import otklik.delivery.Listener;
import otklik.delivery.NewDelivery;
import otklik.delivery.SettledDelivery;
import otklik.helpdesk.tickets.DeskCommand;
import otklik.helpdesk.tickets.Reason;
import otklik.people.Actor;
import otklik.relay.Withdrawals;
import otklik.rooms.RoomTag;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Takes an answer back from the person's chat. What became of it is told in the room when it is known.
@Component
final class TakeBackHandler implements CommandHandler<DeskCommand.TakeBack>, Listener {
  private static final String DEL = "helpdesk.del";

  private final Withdrawals withdrawals;
  private final Tickets tickets;
  private final Timeline timeline;
  private final Deliveries deliveries;

  TakeBackHandler(Withdrawals withdrawals, Tickets tickets, Timeline timeline, Deliveries deliveries) {
    this.withdrawals = withdrawals;
    this.tickets = tickets;
    this.timeline = timeline;
    this.deliveries = deliveries;
  }

  @Override
  public Result done(Given<DeskCommand.TakeBack> given) throws Exception {
    MessageRef answer = given.command().answer();
    Withdrawals.Asked asked = answer == null || given.about() == null ? Withdrawals.Asked.NOT_AN_ANSWER
        : withdrawals.ask(given.turn(), given.ticket(), answer, DEL);
    return switch (asked) {
      case OWED -> Result.done();
      case NOT_AN_ANSWER -> Result.refused("del.what");
      case NEVER_ARRIVED -> Result.refused("del.never-arrived");
      case TAKEN_BACK_ALREADY -> Result.refused("del.already");
    };
  }

  @Override
  public Set<String> kinds() {
    return Set.of(DEL);
  }

  @Override
  public void heard(Turn turn, SettledDelivery done) throws Exception {
    Withdrawals.Heard heard = withdrawals.heard(turn, done).orElse(null);
    if (heard == null) {
      return;
    }
    Ticket ticket = tickets.find(turn, heard.ticket()).orElseThrow();
    if (heard.refused() == null) {
      timeline.note(turn, ticket.id(), "taken-back", Actor.CLOCK, heard.answer().id());
    }
    if (ticket.room() != null) {
      deliveries.owe(turn, NewDelivery.words(new Call.Say(ticket.room(),
          Content.Text.of(told(turn.channel(), heard.refused())), new Target.Known(heard.answer().id()), List.of()))
          .about(RoomTag.LINE.of(turn.channel()), ticket.id().value()));
    }
  }

  private static String told(Channel channel, Outcome.@Nullable Refused refused) {
    if (refused == null) {
      return channel.text("del.done");
    }
    return refused.why() == Refusal.MESSAGE_FIXED ? channel.text("del.too-late")
        : channel.text("del.refused", "reason", Reason.of(channel, refused));
  }
}
