package otklik.commands;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.people.Actor;
import otklik.people.Role;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// Where all doors lead. Whether somebody may is decided here, once.
@Component
public final class Commands {
  @SuppressWarnings("rawtypes") // of any command
  private final ByClass<CommandHandler> handlers;

  Commands(List<CommandHandler<?>> all) {
    this.handlers = new ByClass<>(CommandHandler.class, all);
  }

  /// Does what somebody wants to be done with a ticket, in the turn's transaction.
  ///
  /// @param ticket as it was read
  public Result give(Turn turn, Actor by, Ticket ticket, Command command) throws Exception {
    return given(new Given<>(turn, by, ticket, command));
  }

  /// Likewise, for what is about no ticket.
  public Result give(Turn turn, Actor by, Command command) throws Exception {
    return given(new Given<>(turn, by, null, command));
  }

  @SuppressWarnings("unchecked") // a handler is found by the class that it handles
  private <C extends Command> Result given(Given<C> given) throws Exception {
    if (!given.turn().channel().scenario().equals(given.command().scenario())) {
      throw new IllegalArgumentException(given.turn().channel().label() + " knows no " + given.command());
    }
    if (given.about() != null && given.about().isErased() && !given.by().granted().contains(Role.CLOCK)) {
      return new Result.Refused(Phrase.of(given.turn().channel().ownKey("button-outdated")));
    }
    if (!may(given.by(), given.command().roles(), given.about())) {
      return new Result.Forbidden(Phrase.of(given.turn().channel().ownKey("not-allowed")));
    }
    return ((CommandHandler<C>) handlers.of(given.command())).done(given);
  }

  /// What follows from the ticket is looked at here; the rest was granted by whoever let them in.
  static boolean may(Actor by, Set<Role> roles, @Nullable Ticket ticket) {
    return roles.stream().anyMatch(role -> switch (role) {
      case TEAM, ADMIN, MEMBER, CLOCK -> by.granted().contains(role);
      case ASKER -> ticket != null && by.is(ticket.person());
      case OWNER -> ticket != null && ticket.owner() != null && by.is(ticket.owner());
    });
  }
}
