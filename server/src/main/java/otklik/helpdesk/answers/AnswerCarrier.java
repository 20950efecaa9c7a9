package otklik.helpdesk.answers;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Context;
import otklik.channels.Incoming;
import otklik.channels.Lines;
import otklik.channels.Origin;
import otklik.commands.Phrases;
import otklik.helpdesk.settings.HelpdeskSettings;
import otklik.helpdesk.tickets.AnswerWords;
import otklik.kernel.Language;
import otklik.kernel.MessageId;
import otklik.people.Actor;
import otklik.people.People;
import otklik.people.Person;
import otklik.relay.BroughtAnswers;
import otklik.relay.Direction;
import otklik.relay.Dress;
import otklik.relay.Relay;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// How an answer gets into the person's chat, and how it looks there: with the operator's name under it where the
/// desk wants that, because people never learn it otherwise, and with the ticket's number above it when the ticket is
/// closed.
@Component
final class AnswerCarrier {
  private final Relay relay;
  private final BroughtAnswers broughtAnswers;
  private final People people;
  private final Lines lines;
  private final Phrases phrases;

  AnswerCarrier(Relay relay, BroughtAnswers broughtAnswers, People people, Lines lines, Phrases phrases) {
    this.relay = relay;
    this.broughtAnswers = broughtAnswers;
    this.people = people;
    this.lines = lines;
    this.phrases = phrases;
  }

  MessageId carry(Turn turn, Ticket ticket, Actor by, AnswerWords words) throws Exception {
    @Nullable Person operator = by.person() == null ? null : people.find(turn, by.person()).orElseThrow();
    String signed = operator == null ? by.name() : operator.name();
    return switch (words) {
      case AnswerWords.Written(var said) -> {
        Incoming.Said shown = unnamed(turn.channel(), said);
        yield relay.pass(turn, ticket, Direction.OUT, shown, shown.content(),
            dress(turn, ticket, signed, shown.context()));
      }
      case AnswerWords.Brought(var content) -> {
        String name = phrases.named(turn, by);
        yield broughtAnswers.say(turn, ticket, operator == null ? name : operator.account(), name, content,
            dress(turn, ticket, signed, Context.NONE));
      }
    };
  }

  /// Of those who work here people learn no name, whoever forwards their words: the desk has said them.
  private Incoming.Said unnamed(Channel channel, Incoming.Said said) {
    Origin origin = said.context().forwarded();
    return origin == null || origin.account() == null || !isOurs(channel, origin.account()) ? said : said.asOwn();
  }

  private boolean isOurs(Channel channel, String account) {
    return HelpdeskSettings.of(channel).isOperator(account) || lines.isOurs(channel.id(), account);
  }

  private Dress dress(Turn turn, Ticket ticket, String name, Context context) {
    boolean signed = HelpdeskSettings.of(turn.channel()).signature() && !name.isBlank();
    boolean closed = ticket.state().equals(Ticket.CLOSED);
    if (!signed && !closed && context.equals(Context.NONE)) {
      return Dress.in(turn.channel().language()); // nothing is said in any language
    }
    Language language = turn.channel().home()
        .languageFor(people.find(turn, ticket.person()).map(Person::language).orElse(null));
    return Dress.in(language)
        .signed(signed ? turn.channel().texts().text(language, "signature", "name", name) : null)
        .under(closed ? Content.Text.of(
            turn.channel().texts().text(language, "answer.closed", "number", ticket.shownNumber())) : null);
  }
}
