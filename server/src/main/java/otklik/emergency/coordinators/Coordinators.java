package otklik.emergency.coordinators;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Origin;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.requests.Visitors;
import otklik.emergency.settings.EmergencyPart;
import otklik.emergency.settings.EmergencySettings;
import otklik.people.Person;
import otklik.relay.Direction;
import otklik.relay.Dress;
import otklik.relay.Relay;
import otklik.talk.Team;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Who works for the panic button: all of them may do everything. What they write under a request reaches its person.
@Component
final class Coordinators implements EmergencyPart, Team {
  private final Visitors visitors;
  private final Relay relay;
  private final Deliveries deliveries;

  Coordinators(Visitors visitors, Relay relay, Deliveries deliveries) {
    this.visitors = visitors;
    this.relay = relay;
    this.deliveries = deliveries;
  }

  @Override
  public List<String> groups(Channel channel) {
    return List.of(EmergencySettings.of(channel).coordinatorsChat());
  }

  @Override
  public boolean has(Channel channel, String account) {
    return EmergencySettings.of(channel).isCoordinator(account);
  }

  /// Coordinators are equals.
  @Override
  public boolean isAdmin(Channel channel, String account) {
    return has(channel, account);
  }

  @Override
  public boolean areAllAdmins(Channel channel) {
    return true;
  }

  @Override
  public List<String> responsible(Channel channel) {
    return List.copyOf(EmergencySettings.of(channel).coordinators());
  }

  @Override
  public String notForYou(Channel channel) {
    return channel.text("emergency.coordinators.only");
  }

  @Override
  public String guide(Channel channel) {
    return helpBegins(channel) + "\n" + channel.text("emergency.coordinators.guide.more");
  }

  @Override
  public String helpBegins(Channel channel) {
    return channel.text("emergency.coordinators.guide");
  }

  @Override
  public void said(Turn turn, Ticket ticket, Person by, Incoming.Said said) throws Exception {
    Optional<Visitor> asker = visitors.asker(turn, ticket);
    if (asker.isEmpty()) {
      relay.keep(turn, ticket.id(), Direction.NOTE, said, said.content());
    } else if (said.content() instanceof Content.Unsupported) {
      relay.keep(turn, ticket.id(), Direction.NOTE, said, said.content());
      deliveries.owe(turn, NewDelivery.words(new Call.Say(said.place(),
          Content.Text.of(turn.text("emergency.coordinators.unsupported")), new Target.Known(said.ref().id()),
          List.of())));
    } else {
      Origin origin = said.context().forwarded();
      boolean ours = origin != null && origin.account() != null && has(turn.channel(), origin.account());
      relay.pass(turn, ticket, Direction.OUT, ours ? said.asOwn() : said, said.content(),
          Dress.in(asker.get().language()).signed(asker.get().text("emergency.coordinators.signature")));
    }
  }
}
