package otklik.helpdesk.tickets;

import org.springframework.stereotype.Component;
import otklik.commands.CommandHandler;
import otklik.commands.Given;
import otklik.commands.Phrase;
import otklik.commands.Phrases;
import otklik.commands.Result;
import otklik.lifecycle.Effect;
import otklik.lifecycle.Transitions;
import otklik.people.Actor;

/// What operators say of a ticket: its priority, by which its clocks run, and notes for each other.
@Component
final class TicketDetails implements CommandHandler<DeskCommand.Describing> {
  private final Transitions transitions;
  private final DeskTickets deskTickets;
  private final Phrases phrases;

  TicketDetails(Transitions transitions, DeskTickets deskTickets, Phrases phrases) {
    this.transitions = transitions;
    this.deskTickets = deskTickets;
    this.phrases = phrases;
  }

  @Override
  public Result done(Given<DeskCommand.Describing> given) throws Exception {
    return switch (given.command()) {
      case DeskCommand.SetPriority(var urgent) -> prioritised(given, urgent);
      case DeskCommand.AddNote(var words) -> noted(given, words);
    };
  }

  private Result prioritised(Given<?> given, boolean urgent) throws Exception {
    if (deskTickets.prioritised(given.turn(), given.ticket().id(), urgent)) {
      transitions.follow(given, Effect.noted("prioritised", urgent ? DeskTickets.URGENT : DeskTickets.NORMAL),
          new DeskEffect.ClocksReplanned(), new Effect.CardRefreshed());
    }
    return Result.done(urgent ? "priority.is-urgent" : "priority.is-normal");
  }

  /// Whatever is ordered in a ticket's topic stands there and is kept with it; what comes through another door is said
  /// there, as soon as there is one.
  private Result noted(Given<?> given, String words) throws Exception {
    if (!(given.by() instanceof Actor.MessengerUser)) {
      transitions.follow(given, Effect.noted("noted", words), new Effect.RoomTold(
          Phrase.of("note.added", "name", phrases.named(given.turn(), given.by()), "text", words)));
    }
    return Result.done();
  }
}
