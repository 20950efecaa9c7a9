package otklik.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import otklik.commands.Command;
import otklik.commands.Phrase;
import otklik.commands.SealedMembers;
import otklik.documents.PrintedPart;
import otklik.people.Actor;

/// What a scenario decides for each state and command, as its document shows it between two marks.
public final class MoveTable<S, C extends Command> {
  public interface Decides<S, C> {
    Decision by(S state, C command, Actor by);
  }

  private record Row(Command command, Actor by) {}

  private final Class<C> commands;
  private final Class<S> states;
  private final Decides<S, C> decides;
  private final Map<String, S> columns = new LinkedHashMap<>();
  private final Map<String, Row> rows = new LinkedHashMap<>();

  public MoveTable(Class<C> commands, Class<S> states, Decides<S, C> decides) {
    this.commands = commands;
    this.states = states;
    this.decides = decides;
  }

  public MoveTable<S, C> state(String name, S state) {
    columns.put(name, state);
    return this;
  }

  /// @param by whoever gives it, where that changes anything
  public MoveTable<S, C> command(String name, C command, Actor by) {
    rows.put(name, new Row(command, by));
    return this;
  }

  /// Fails when a state or command is missing in the table, or the document shows something else ([PrintedPart]).
  public void standsIn(String document) {
    assertThat(columns.values().stream().<Class<?>>map(Object::getClass)).containsAll(SealedMembers.of(states));
    assertThat(rows.values().stream().<Class<?>>map(row -> row.command().getClass())).containsAll(SealedMembers.of(commands));
    PrintedPart.standsIn(document, "moves", printed());
  }

  @SuppressWarnings("unchecked") // rows hold what command() was given
  private String printed() {
    List<String> lines = new ArrayList<>();
    lines.add("| | " + String.join(" | ", columns.keySet()) + " |");
    lines.add("|---|" + "---|".repeat(columns.size()));
    rows.forEach((name, row) -> lines.add("| " + name + " | " + columns.values().stream()
        .map(state -> cell(decides.by(state, (C) row.command(), row.by()))).collect(Collectors.joining(" | ")) + " |"));
    return String.join("\n", lines) + "\n";
  }

  private static String cell(Decision decision) {
    return switch (decision) {
      case Decision.Refused(var why, _) -> "— `" + why.key() + "`";
      case Decision.Stayed(var effects, _) -> effects(effects);
      case Decision.Moved(var to, _, var effects, _) -> "**→ " + to + "** " + effects(effects);
    };
  }

  private static String effects(List<Effect> effects) {
    return effects.stream().map(MoveTable::shown).collect(Collectors.joining(", "));
  }

  /// The effect's name as words, and what is known of it.
  private static String shown(Effect effect) {
    String name = effect.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    String details = Arrays.stream(effect.getClass().getRecordComponents()).map(part -> value(effect, part))
        .filter(value -> !value.isEmpty()).collect(Collectors.joining(" "));
    return details.isEmpty() ? name : name + " *" + details + "*";
  }

  private static String value(Effect effect, RecordComponent part) {
    try {
      part.getAccessor().setAccessible(true);
      return switch (part.getAccessor().invoke(effect)) {
        case Phrase phrase -> phrase.key();
        case String text when part.getName().equals("event") || part.getName().equals("key") -> text;
        case Enum<?> word when !word.name().equals("NOTHING") -> word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        case null, default -> "";
      };
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
