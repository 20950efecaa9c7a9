package otklik.helpdesk.answers;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import otklik.channels.Content;
import otklik.channels.Span;
import otklik.dialogs.SlashCommand;

/// What `/later 9:00 TEXT` orders: when, and which words with their formatting.
record LaterOrder(Instant at, Content.Text words) {
  static final String NAME = "later";

  /// Empty when it is no such command, or its time or its words can't be read.
  ///
  /// @param written when the command was given: `30m` counts from then, and the time may be past by now
  static Optional<LaterOrder> read(Content content, Instant written, ZoneId zone) {
    Optional<SlashCommand> command = SlashCommand.in(content).filter(given -> given.name().equals(NAME));
    if (command.isEmpty() || !(content instanceof Content.Text whole)) {
      return Optional.empty();
    }
    String rest = command.get().rest();
    return LaterTime.read(rest, written, zone).filter(time -> time.end() < rest.length())
        .map(time -> new LaterOrder(time.at(), tail(whole, whole.text().indexOf(rest) + time.end())));
  }

  /// The words from there on, with their formatting.
  private static Content.Text tail(Content.Text whole, int from) {
    List<Span> spans = whole.spans().stream().filter(span -> span.offset() >= from)
        .map(span -> new Span(span.type(), span.offset() - from, span.length(), span.detail())).toList();
    return new Content.Text(whole.text().substring(from), spans);
  }
}
