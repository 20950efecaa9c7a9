package otklik.helpdesk;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Author;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.people.Person;
import otklik.rooms.MeantTickets;
import otklik.talk.Team;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Who answers at a desk, and who of them may do everything. What they write in a ticket's topic answers its person.
@Component
final class Operators implements DeskPart, Team {
  private final Answering answering;
  private final MeantTickets meantTickets;
  private final Deliveries deliveries;

  Operators(Answering answering, MeantTickets meantTickets, Deliveries deliveries) {
    this.answering = answering;
    this.meantTickets = meantTickets;
    this.deliveries = deliveries;
  }

  static boolean isOperator(Channel channel, Author author) {
    return author.human() && HelpdeskSettings.of(channel).isOperator(author.id());
  }

  @Override
  public List<String> groups(Channel channel) {
    return HelpdeskSettings.of(channel).groups();
  }

  @Override
  public boolean has(Channel channel, String account) {
    return HelpdeskSettings.of(channel).isOperator(account);
  }

  @Override
  public boolean isAdmin(Channel channel, String account) {
    return HelpdeskSettings.of(channel).isAdmin(account);
  }

  @Override
  public boolean areAllAdmins(Channel channel) {
    HelpdeskSettings settings = HelpdeskSettings.of(channel);
    return settings.admins().containsAll(settings.operators());
  }

  @Override
  public List<String> responsible(Channel channel) {
    return List.copyOf(HelpdeskSettings.of(channel).admins());
  }

  @Override
  public String notForYou(Channel channel) {
    return channel.text("not-operator");
  }

  @Override
  public String guide(Channel channel) {
    return channel.text("guide");
  }

  @Override
  public void said(Turn turn, Ticket ticket, Person by, Incoming.Said said) throws Exception {
    answering.answer(turn, ticket, by, said);
  }

  /// In a topic of many it must be said which ticket is meant.
  @Override
  public void saidOfNone(Turn turn, Incoming.Said said) throws Exception {
    if (meantTickets.areMany(turn, said.place())) {
      deliveries.owe(turn, NewDelivery.words(new Call.Say(said.place(), Content.Text.of(turn.text("triage.reply")),
          new Target.Known(said.ref().id()), List.of())).replacing("triage-hint:" + said.place().key()));
    }
  }
}
