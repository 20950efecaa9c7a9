package otklik.lostproperty;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Incoming;
import otklik.people.Person;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.talk.Team;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Whatever they write in a topic is for whoever found something.
@Component
final class LostStaff implements LostPart, Team {
  private final Relay relay;

  LostStaff(Relay relay) {
    this.relay = relay;
  }

  @Override
  public List<String> groups(Channel channel) {
    return List.of(LostProperty.settings(channel).staffChat());
  }

  @Override
  public boolean has(Channel channel, String account) {
    return LostProperty.settings(channel).staff().contains(account);
  }

  @Override
  public boolean isAdmin(Channel channel, String account) {
    return LostProperty.settings(channel).admins().contains(account);
  }

  @Override
  public boolean areAllAdmins(Channel channel) {
    return false;
  }

  @Override
  public List<String> responsible(Channel channel) {
    return LostProperty.settings(channel).admins();
  }

  @Override
  public String notForYou(Channel channel) {
    return channel.text("lostproperty.staff-only");
  }

  @Override
  public String guide(Channel channel) {
    return channel.text("lostproperty.guide");
  }

  @Override
  public void said(Turn turn, Ticket ticket, Person by, Incoming.Said said) throws Exception {
    relay.pass(turn, ticket, Direction.OUT, said, said.content());
  }
}
