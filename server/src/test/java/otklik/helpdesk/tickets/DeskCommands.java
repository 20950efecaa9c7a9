package otklik.helpdesk.tickets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import otklik.channels.Content;
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

  /// Brought by no messenger.
  public static Command answer(Content content) {
    return new DeskCommand.Answer(new AnswerWords.Brought(content), AnswerKind.SAID);
  }

  /// Likewise.
  public static Command answerLater(String words, Instant at) {
    return new DeskCommand.AnswerLater(Content.Text.of(words), at, null);
  }

  public static Command cancelLater(long answer) {
    return new DeskCommand.CancelLater(answer);
  }

  public static Command rate(boolean good) {
    return new DeskCommand.Rate(good);
  }

  public static Command makeCode(String project, @Nullable Integer uses) {
    return new DeskCommand.MakeCode(project, uses, null);
  }

  public static Command revokeCode(String code) {
    return new DeskCommand.RevokeCode(code);
  }

  public static Command note(String words) {
    return new DeskCommand.AddNote(words);
  }
}
