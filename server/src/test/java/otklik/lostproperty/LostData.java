package otklik.lostproperty;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.commands.Commands;
import otklik.erasure.PersonalData;
import otklik.people.Actor;
import otklik.people.Person;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// No rows of its own.
@Component
final class LostData implements PersonalData {
  private final Commands commands;

  LostData(Commands commands) {
    this.commands = commands;
  }

  @Override
  public String scenario() {
    return LostProperty.NAME;
  }

  @Override
  public boolean isOnTeam(Channel channel, Person person) {
    return LostProperty.settings(channel).staff().contains(person.account());
  }

  @Override
  public List<String> groups(Channel channel) {
    return List.of(LostProperty.settings(channel).staffChat());
  }

  @Override
  public void close(Turn turn, Ticket ticket) throws Exception {
    if (!ticket.state().equals(Ticket.CLOSED)) {
      commands.give(turn, Actor.CLOCK, ticket, new LostCommand.CloseErased());
    }
  }
}
