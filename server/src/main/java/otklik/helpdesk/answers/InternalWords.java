package otklik.helpdesk.answers;

import otklik.channels.Content;
import otklik.dialogs.SlashCommand;
import otklik.helpdesk.settings.TicketCommand;
import otklik.talk.TeamNotes;

/// What operators write that is no answer to the person.
final class InternalWords {
  private InternalWords() {}

  /// What is never meant for the person: notes and commands.
  static boolean are(Content content) {
    return TeamNotes.isNote(content) || SlashCommand.in(TeamNotes.words(content)).isPresent();
  }

  /// What is for the operators only.
  static boolean areNote(Content content) {
    return TeamNotes.isNote(content)
        || SlashCommand.in(TeamNotes.words(content)).filter(command -> command.name().equals(TicketCommand.NOTE))
            .isPresent();
  }

  /// Whether it orders an answer to the person.
  static boolean orderAnswer(Content content) {
    return SlashCommand.in(content).filter(command -> command.name().equals(LaterOrder.NAME)
        || command.name().equals(CannedAnswers.NAME)).isPresent();
  }
}
