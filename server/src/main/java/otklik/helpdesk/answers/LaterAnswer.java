package otklik.helpdesk.answers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import otklik.channels.Author;
import otklik.channels.Content;
import otklik.channels.Context;
import otklik.channels.Incoming;
import otklik.channels.MessageRef;
import otklik.channels.Place;
import otklik.channels.Quote;
import otklik.helpdesk.tickets.AnswerWords;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.people.Person;

/// An answer that waits for its time.
public record LaterAnswer(long id, TicketId ticket, PersonId author, Words words, Instant dueAt) {
  /// A stored format.
  ///
  /// @param place   where it was ordered; null, like the message, where no messenger has brought it
  /// @param message the command with which it was ordered
  /// @param quote   which part of the answered message is meant; null for all of it
  public record Words(@Nullable Place place, @Nullable MessageRef message, @Nullable MessageRef replyTo,
      Content.Text text,
      @Nullable Quote quote) {}

  /// The same answer as it is ordered now.
  LaterAnswer saying(LaterOrder now) {
    return new LaterAnswer(id, ticket, author,
        new Words(words.place(), words.message(), words.replyTo(), now.words(), words.quote()), now.at());
  }

  /// As if the operator said it at that moment. The command stands for the answer.
  AnswerWords saidBy(Person operator) {
    return words.place() == null || words.message() == null ? new AnswerWords.Brought(words.text())
        : new AnswerWords.Written(written(operator, words.place(), words.message()));
  }

  private Incoming.Said written(Person operator, Place place, MessageRef message) {
    Author by = new Author(operator.account(), operator.name(), operator.username(), null, true);
    return new Incoming.Said(place, false, message, by, words.text(), words.replyTo(), null, dueAt,
        new Context(null, words.quote(), null));
  }
}
