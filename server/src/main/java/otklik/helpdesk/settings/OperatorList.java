package otklik.helpdesk.settings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import otklik.channels.Author;
import otklik.commands.Result;
import otklik.kernel.PersonId;
import otklik.people.People;
import otklik.people.Person;
import otklik.turns.Turn;

/// The operators of a desk as people who can have tickets.
@Component
public final class OperatorList {
  private final People people;

  OperatorList(People people) {
    this.people = people;
  }

  public List<Person> all(Turn turn) {
    return HelpdeskSettings.of(turn.channel()).operators().stream()
        .flatMap(account -> find(turn, account).stream()).toList();
  }

  /// Who is an operator may not have written anything yet: then only their number is known.
  public Optional<Person> find(Turn turn, String account) {
    if (!HelpdeskSettings.of(turn.channel()).isOperator(account)) {
      return Optional.empty();
    }
    return people.find(turn, account)
        .or(() -> Optional.of(people.seen(turn, new Author(account, "", null, null, true))));
  }

  public boolean has(Turn turn, PersonId id) {
    return people.find(turn, id)
        .filter(person -> HelpdeskSettings.of(turn.channel()).isOperator(person.account())).isPresent();
  }

  /// Nobody of them is meant.
  public Result refusal(Turn turn) {
    return Result.refused("no-such-operator", "operators",
        all(turn).stream().map(Person::shownName).collect(Collectors.joining(", ")));
  }
}
