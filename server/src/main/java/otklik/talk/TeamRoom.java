package otklik.talk;

import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.dialogs.SlashCommand;
import otklik.intake.Query;
import otklik.people.People;
import otklik.people.Person;
import otklik.rooms.MeantTickets;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// What is said in a team's groups: notes stay there, commands are obeyed, and everything else said under a ticket is for
/// its person ([Team#said]). Whoever doesn't belong to the team is not heard.
@Component
public final class TeamRoom {
  private final Teams teams;
  private final RoomCommands commands;
  private final TeamNotes notes;
  private final MeantTickets meantTickets;
  private final AnonymousWords anonymousWords;
  private final People people;

  TeamRoom(Teams teams, RoomCommands commands, TeamNotes notes, MeantTickets meantTickets,
      AnonymousWords anonymousWords, People people) {
    this.teams = teams;
    this.commands = commands;
    this.notes = notes;
    this.meantTickets = meantTickets;
    this.anonymousWords = anonymousWords;
    this.people = people;
  }

  public void said(Turn turn, Incoming.Said said) throws Exception {
    Channel channel = turn.channel();
    Content.Text words = TeamNotes.words(said.content());
    Optional<SlashCommand> command = SlashCommand.in(words);
    if (AnonymousWords.are(said)) {
      anonymousWords.heard(turn, said, command.isPresent(), TeamNotes.isNote(words),
          channel.text(channel.ownKey("anonymous")));
    }
    if (!teams.areHeard(channel, said.by())) {
      return;
    }
    Person by = people.seen(turn, said.by());
    Ticket ticket = meantTickets.meant(turn, said);
    if (notes.keeps(turn, ticket, said)) {
      return;
    }
    if (command.isPresent()) {
      commands.given(command.get(), new Order(turn, by, command.get().rest(), ticket, said));
    } else if (ticket == null) {
      teams.of(channel).saidOfNone(turn, said);
    } else if (!notes.keepsForwarded(turn, ticket, said)) {
      teams.of(channel).said(turn, ticket, by, said);
    }
  }

  /// What somebody of the team only wants to see.
  public Optional<Query> query(Channel channel, Incoming.Said said) {
    return teams.areHeard(channel, said.by())
        ? SlashCommand.in(TeamNotes.words(said.content())).flatMap(command -> commands.query(command, channel, said))
        : Optional.empty();
  }

  /// Whether somebody of the team answers what isn't known yet.
  public boolean isEarly(Turn turn, Incoming.Said said) throws Exception {
    return teams.areHeard(turn.channel(), said.by()) && meantTickets.isEarly(turn, said);
  }
}
