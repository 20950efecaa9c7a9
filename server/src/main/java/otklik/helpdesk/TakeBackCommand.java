package otklik.helpdesk;

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
import otklik.delivery.Deliveries;
import otklik.delivery.Listener;
import otklik.delivery.NewDelivery;
import otklik.delivery.SettledDelivery;
import otklik.relay.Withdrawals;
import otklik.rooms.RoomTag;
import otklik.talk.Order;
import otklik.talk.RoomAction;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// `/del` as a reply to an answer takes it back from the person's chat.
@Component
final class TakeBackCommand implements DeskPart, RoomAction, Listener {
  private static final String DEL = "helpdesk.del";

  private final Withdrawals withdrawals;
  private final Tickets tickets;
  private final Timeline timeline;
  private final Deliveries deliveries;

  TakeBackCommand(Withdrawals withdrawals, Tickets tickets, Timeline timeline, Deliveries deliveries) {
    this.withdrawals = withdrawals;
    this.tickets = tickets;
    this.timeline = timeline;
    this.deliveries = deliveries;
  }

  @Override
  public String name() {
    return "del";
  }

  @Override
  public void obey(Order order) throws Exception {
    MessageRef answer = order.said().replyTo();
    Withdrawals.Asked asked = answer == null || order.ticket() == null ? Withdrawals.Asked.NOT_AN_ANSWER
        : withdrawals.ask(order.turn(), order.ticket(), answer, DEL);
    switch (asked) {
      case OWED -> {
        // Told when it is known what became of it.
      }
      case NOT_AN_ANSWER -> say(order, "del.what");
      case NEVER_ARRIVED -> say(order, "del.never-arrived");
      case TAKEN_BACK_ALREADY -> say(order, "del.already");
    }
  }

  private void say(Order order, String text) throws Exception {
    deliveries.owe(order.turn(), NewDelivery.words(order.answer(order.text(text))));
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
      timeline.note(turn, ticket.id(), "taken-back", null, heard.answer().id());
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
