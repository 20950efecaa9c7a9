package otklik.helpdesk;

import otklik.commands.Command;
import otklik.people.Person;

/// A desk's commands, for doors in tests.
public final class DeskCommands {
  public static final Command TAKE = new DeskCommand.Take();
  public static final Command RELEASE = new DeskCommand.Release();
  public static final Command DETAILS = new DeskCommand.RequestDetails();
  public static final Command CLOSE = new DeskCommand.Close();
  public static final Command CLOSE_OWN = new DeskCommand.CloseOwn();
  public static final Command REOPEN = new DeskCommand.Reopen();
  public static final Command BLOCK = new DeskCommand.Block();
  public static final Command UNBLOCK = new DeskCommand.Unblock();

  private DeskCommands() {}

  public static Command assign(Person to) {
    return new DeskCommand.Assign(to);
  }

  public static Command priority(boolean urgent) {
    return new DeskCommand.SetPriority(urgent);
  }

  public static Command note(String words) {
    return new DeskCommand.AddNote(words);
  }
}
