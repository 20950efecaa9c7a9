package otklik.relay;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Context;
import otklik.channels.Incoming;
import otklik.channels.MessageRef;
import otklik.channels.Origin;
import otklik.channels.Quote;
import otklik.channels.Span;
import otklik.kernel.Language;
import otklik.kernel.TicketId;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// What stands above words on the other side because it changes what they mean: that somebody else has said them, that
/// they answer what isn't there.
@Component
public final class Heads {
  private final Messages messages;
  private final Counterparts counterparts;
  private final Tickets tickets;

  Heads(Messages messages, Counterparts counterparts, Tickets tickets) {
    this.messages = messages;
    this.counterparts = counterparts;
    this.tickets = tickets;
  }

  /// @param lines   null for none
  /// @param answers whether it is a reply to something on the other side
  /// @param quote   which part of that is meant; null for all of it
  record Head(Content.@Nullable Text lines, boolean answers, @Nullable Quote quote) {}

  /// A person must not read what their ticket's room alone has: notes, the card, other people's words. So of what stands
  /// around an operator's words only their origin goes along, and a quote of what the person has too.
  ///
  /// @param ticket null while there is none yet
  Head of(Turn turn, @Nullable TicketId ticket, Direction direction, Incoming.Said said, Dress dress)
      throws SQLException {
    boolean toPerson = direction == Direction.OUT;
    Content.Text own = dress.head();
    boolean plain = said.context().equals(Context.NONE);
    if (said.content() instanceof Content.Location location && location.live() && own == null) {
      own = Content.Text.of(turn.channel().texts().text(dress.language(), "relay.live"));
    }
    if (plain && said.replyTo() == null) {
      return new Head(own, false, null);
    }
    Ticket other = said.replyTo() == null || ticket == null ? null : other(turn, ticket, said.replyTo());
    boolean answers = other == null && said.replyTo() != null
        && (plain || counterparts.of(turn, said.replyTo()).isPresent());
    if (plain && other == null) {
      return new Head(own, answers, null);
    }
    Language language = dress.language();
    List<Content.Text> lines = new ArrayList<>();
    if (own != null) {
      lines.add(own);
    }
    if (other != null) {
      lines.add(Content.Text.of(turn.channel().texts().text(language, "relay.answers-ticket", "number",
          other.shownNumber())));
    }
    Context context = said.context();
    Content.Text around = toPerson ? lines(turn.channel(), language, new Context(context.forwarded(), null, null),
        false)
        : lines(turn.channel(), language, context, !answers);
    if (around != null) {
      lines.add(around);
    }
    return new Head(lines.isEmpty() ? null : Content.Text.joined(lines), answers,
        answers && (!toPerson || isOfBoth(turn, said)) ? context.quote() : null);
  }

  /// A message was written before there was this ticket. What it answers may belong to another one, which is said now.
  void adopted(Turn turn, TicketId ticket, Message message) throws SQLException {
    Ticket other = message.replyTo() == null ? null
        : other(turn, ticket, new MessageRef(message.origin().chat(), message.replyTo()));
    if (other == null) {
      return;
    }
    List<Content.Text> lines = new ArrayList<>(List.of(Content.Text.of(turn.text(
        "relay.answers-ticket", "number", other.shownNumber()))));
    if (message.quote() != null) {
      lines.add(message.quote().marked());
    }
    if (message.head() != null) {
      lines.add(message.head());
    }
    messages.answersElsewhere(turn, message.id(), Content.Text.joined(lines));
  }

  /// Whether what is quoted stands on the other side too: a card says more than the messages that it covers.
  private boolean isOfBoth(Turn turn, Incoming.Said said) throws SQLException {
    Quote quote = said.context().quote();
    if (quote == null || said.replyTo() == null) {
      return false;
    }
    List<Message> answered = new ArrayList<>(messages.shownAt(turn, said.replyTo()));
    messages.written(turn, said.replyTo()).ifPresent(answered::add);
    counterparts.shownAt(turn, said.replyTo()).ifPresent(answered::add);
    return answered.stream().map(message -> Wording.of(message.content()))
        .anyMatch(words -> words != null && words.contains(quote.words().text()));
  }

  /// The other ticket to which the answered message belongs; null where it is the same, or of none.
  private @Nullable Ticket other(Turn turn, TicketId ticket, MessageRef message) throws SQLException {
    Optional<TicketId> answered = messages.ticketAt(turn, message.chat(), message.id());
    return answered.isEmpty() || answered.get().equals(ticket) ? null
        : tickets.find(turn, answered.get()).orElse(null);
  }

  /// For words that are carried to somebody else than the other side of a ticket.
  ///
  /// @param quotes whether the quoted words are to stand there: what is said is no reply where it arrives
  public static Content.@Nullable Text lines(Channel channel, Language language, Context context, boolean quotes) {
    List<Content.Text> lines = new ArrayList<>();
    if (context.forwarded() != null) {
      lines.add(named(channel, language, context.forwarded(), "relay.forwarded", "relay.forwarded-somebody"));
    }
    if (context.elsewhere() != null) {
      lines.add(named(channel, language, context.elsewhere(), "relay.answers-elsewhere",
          "relay.answers-elsewhere-somebody"));
    }
    if (context.quote() != null && quotes) {
      lines.add(context.quote().marked());
    }
    return lines.isEmpty() ? null : Content.Text.joined(lines);
  }

  /// Its name leads to the message, where anybody may see it.
  private static Content.Text named(Channel channel, Language language, Origin origin, String key, String nameless) {
    if (origin.name().isBlank()) {
      return Content.Text.of(channel.texts().text(language, nameless));
    }
    String line = channel.texts().text(language, key, "name", origin.name());
    int at = line.indexOf(origin.name());
    return origin.link() == null || at < 0 ? Content.Text.of(line)
        : new Content.Text(line, List.of(new Span("text_link", at, origin.name().length(), origin.link())));
  }
}
