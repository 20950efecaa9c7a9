package otklik.conversations;

import otklik.commands.Command;
import otklik.commands.Commands;
import otklik.commands.Phrases;
import otklik.commands.Result;
import otklik.people.Actor;
import otklik.people.People;
import otklik.people.Person;
import otklik.storage.Database;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// A door besides the messenger's: gives commands as a console or an integration does.
final class TestDoor {
  private final Scene scene;

  TestDoor(Scene scene) {
    this.scene = scene;
  }

  private interface InTurn<T> {
    T done(Turn turn) throws Exception;
  }

  private <T> T write(InTurn<T> work) {
    return scene.stage.bean(Database.class).writeNow(tx -> work.done(Turn.of(tx, scene.channel())));
  }

  /// @param account the messenger's
  Person person(long account) {
    return write(turn -> scene.stage.bean(People.class).find(turn, Long.toString(account)).orElseThrow());
  }

  Ticket ticket(long number) {
    return write(turn -> scene.stage.bean(Tickets.class).numbered(turn, number).orElseThrow());
  }

  /// @return how it ended, and the words for whoever gave it
  String gives(Actor by, long number, Command command) {
    return write(turn -> told(turn, scene.stage.bean(Commands.class)
        .give(turn, by, scene.stage.bean(Tickets.class).numbered(turn, number).orElseThrow(), command)));
  }

  /// Likewise, of what is about no ticket.
  String gives(Actor by, Command command) {
    return write(turn -> told(turn, scene.stage.bean(Commands.class).give(turn, by, command)));
  }

  private String told(Turn turn, Result result) {
    return result.getClass().getSimpleName() + (result.words() == null ? ""
        : ": " + scene.stage.bean(Phrases.class).said(turn, result.words()).text());
  }
}
