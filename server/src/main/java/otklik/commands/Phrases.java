package otklik.commands;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.dialogs.Mentions;
import otklik.dialogs.Visitor;
import otklik.kernel.Language;
import otklik.kernel.PersonId;
import otklik.people.Actor;
import otklik.people.People;
import otklik.people.Person;
import otklik.turns.ReadTurn;

/// Says phrases.
@Component
public final class Phrases {
  private final People people;

  Phrases(People people) {
    this.people = people;
  }

  /// In the channel's own language.
  public Content.Text said(ReadTurn turn, Phrase phrase) {
    return said(turn, turn.channel().language(), phrase);
  }

  /// In the visitor's language.
  public Content.Text said(Visitor visitor, Phrase phrase) {
    return said(visitor.turn(), visitor.language(), phrase);
  }

  private Content.Text said(ReadTurn turn, Language language, Phrase phrase) {
    List<Person> mentioned = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (Phrase line = phrase; line != null; line = line.next()) {
      @Nullable Object[] values = line.values().stream().map(value -> shown(turn, value, mentioned)).toArray();
      lines.add(turn.channel().texts().text(language, line.key(), values));
    }
    return Mentions.in(String.join("\n", lines), mentioned);
  }

  private @Nullable Object shown(ReadTurn turn, @Nullable Object value, List<Person> mentioned) {
    return switch (value) {
      case PersonId id -> people.find(turn, id).map(Person::spokenName).orElse("");
      case Phrase.Mention(var id) -> {
        Person person = people.find(turn, id).orElseThrow();
        mentioned.add(person);
        yield person.shownName();
      }
      case null, default -> value;
    };
  }

  /// Who did something, for those who look at what happened; empty when nobody in particular did it.
  public String named(ReadTurn turn, Actor actor) {
    return switch (actor) {
      case Actor.MessengerUser(var id, _) -> people.find(turn, id).map(Person::shownName).orElse("");
      case Actor.ConsoleUser user -> turn.text("talk.actor.console", "name", user.name());
      case Actor.Integration program -> turn.text("talk.actor.integration", "name", program.name());
      case Actor.Clock _ -> "";
    };
  }
}
