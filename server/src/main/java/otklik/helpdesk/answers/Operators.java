package otklik.helpdesk.answers;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Target;
import otklik.commands.Commands;
import otklik.commands.Phrases;
import otklik.commands.Result;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.helpdesk.settings.DeskPart;
import otklik.helpdesk.settings.HelpdeskSettings;
import otklik.helpdesk.tickets.AnswerKind;
import otklik.helpdesk.tickets.AnswerWords;
import otklik.helpdesk.tickets.DeskCommand;
import otklik.people.Actor;
import otklik.people.Person;
import otklik.rooms.MeantTickets;
import otklik.talk.Team;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Who answers at a desk, and who of them may do everything. What they write in a ticket's topic answers its person.
@Component
final class Operators implements DeskPart, Team {
  private final Commands commands;
  private final Phrases phrases;
  private final MeantTickets meantTickets;
  private final Deliveries deliveries;

  Operators(Commands commands, Phrases phrases, MeantTickets meantTickets, Deliveries deliveries) {
    this.commands = commands;
    this.phrases = phrases;
    this.meantTickets = meantTickets;
    this.deliveries = deliveries;
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
    Result result = commands.give(turn, new Actor.MessengerUser(by.id(), roles(turn.channel(), by.account())), ticket,
        new DeskCommand.Answer(new AnswerWords.Written(said), AnswerKind.SAID));
    if (result.words() != null) {
      deliveries.owe(turn, reply(said, phrases.said(turn, result.words())));
    }
  }

  /// In a topic of many it must be said which ticket is meant.
  @Override
  public void saidOfNone(Turn turn, Incoming.Said said) throws Exception {
    if (meantTickets.areMany(turn, said.place())) {
      deliveries.owe(turn, reply(said, Content.Text.of(turn.text("triage.reply")))
          .replacing("triage-hint:" + said.place().key()));
    }
  }

  private static NewDelivery reply(Incoming.Said said, Content.Text words) {
    return NewDelivery.words(new Call.Say(said.place(), words, new Target.Known(said.ref().id()), List.of()));
  }
}
