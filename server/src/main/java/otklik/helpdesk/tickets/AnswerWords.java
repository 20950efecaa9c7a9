package otklik.helpdesk.tickets;

import otklik.channels.Content;
import otklik.channels.Incoming;

/// Words for a person, as a door brings them.
public sealed interface AnswerWords {
  Content content();

  /// They stand in the ticket's room, or something does that stands for them.
  record Written(Incoming.Said said) implements AnswerWords {
    @Override
    public Content content() {
      return said.content();
    }
  }

  /// They came through a door that is no messenger's.
  record Brought(Content content) implements AnswerWords {}
}
