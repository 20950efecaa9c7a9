package otklik.emergency;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.workspaces.Channel;

/// [Выполнена] and [Не соответствует]: the volunteer's last word on a request. Whether help has come, or wasn't urgent, the
/// person says.
@Component
final class Finishing implements PersonButton {
  /// In the timeline.
  static final String DONE = "done";

  private final Tickets tickets;
  private final Held held;
  private final Requests requests;
  private final ClosingSaid closing;
  private final TakersTime time;
  private final Views views;
  private final Gratitude gratitude;
  private final Timeline timeline;

  Finishing(Tickets tickets, Held held, Requests requests, ClosingSaid closing, TakersTime time, Views views,
      Gratitude gratitude, Timeline timeline) {
    this.tickets = tickets;
    this.held = held;
    this.requests = requests;
    this.closing = closing;
    this.time = time;
    this.views = views;
    this.gratitude = gratitude;
    this.timeline = timeline;
  }

  @Override
  public Set<Press.Action> actions() {
    return Set.of(Press.Action.DONE, Press.Action.NOT_MATCHING);
  }

  @Override
  public Response pressed(Tx tx, Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    Ticket ticket = held.own(tx, pressing).orElse(null);
    if (ticket == null) {
      return new Response.Outdated();
    }
    if (pressing.press().action() == Press.Action.DONE) {
      done(tx, visitor, ticket);
      return Response.says(visitor.text("emergency.helping.thanks"));
    }
    return notMatching(tx, pressing, ticket);
  }

  private Response notMatching(Tx tx, Pressing pressing, Ticket ticket) throws Exception {
    Visitor visitor = pressing.visitor();
    if (requests.of(tx, visitor.channel(), ticket).appealed()) {
      return Response.says(visitor.text("emergency.not-urgent.appealed-taken"));
    }
    return pressing.press().more().filter(Decisions.SURELY::equals).isPresent()
        ? Response.says(closing.begin(tx, visitor, ticket))
        : closing.ask(tx, visitor, ticket, Press.Action.NOT_MATCHING);
  }

  private void done(Tx tx, Visitor volunteer, Ticket ticket) throws Exception {
    Channel channel = volunteer.channel();
    if (!(Lifecycle.decide(Lifecycle.stateOf(ticket), new Lifecycle.Command.Fulfil(volunteer.person().id()))
        instanceof Lifecycle.Decision.Moved(var to, var owner)) || !tickets.move(tx, channel, ticket, to, owner)) {
      return;
    }
    timeline.note(tx, channel, ticket.id(), DONE, volunteer.person().id(), null);
    time.end(tx, channel, ticket.id());
    gratitude.ask(tx, channel, ticket);
    views.refresh(tx, channel, ticket.id());
  }
}
