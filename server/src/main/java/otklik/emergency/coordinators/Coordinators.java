package otklik.emergency.coordinators;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Author;
import otklik.channels.Incoming;
import otklik.emergency.settings.EmergencyPart;
import otklik.emergency.settings.EmergencySettings;
import otklik.people.Person;
import otklik.talk.Team;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Who works for the panic button: all of them may do everything. What they write under a request reaches its person.
@Component
public final class Coordinators implements EmergencyPart, Team {
  private final CoordinatorsWords words;

  Coordinators(CoordinatorsWords words) {
    this.words = words;
  }

  public static boolean isCoordinator(Channel channel, Author author) {
    return author.human() && EmergencySettings.of(channel).isCoordinator(author.id());
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
    words.said(turn, ticket, said);
  }

  public void edited(Turn turn, Incoming.Edited edited) throws Exception {
    if (isCoordinator(turn.channel(), edited.by())) {
      words.edited(turn, edited);
    }
  }

  public void reacted(Turn turn, Incoming.Reacted reacted) throws Exception {
    if (isCoordinator(turn.channel(), reacted.by())) {
      words.reacted(turn, reacted);
    }
  }
}
