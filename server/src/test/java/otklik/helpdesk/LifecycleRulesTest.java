package otklik.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import otklik.helpdesk.TicketLifecycle.Command;
import otklik.helpdesk.TicketLifecycle.Decision;
import otklik.helpdesk.TicketLifecycle.State;
import otklik.helpdesk.TicketLifecycle.Why;
import otklik.kernel.PersonId;

class LifecycleRulesTest {
  private static final PersonId MAREK = new PersonId(1);
  private static final PersonId INA = new PersonId(2);

  static Stream<Arguments> rules() {
    State unowned = new State.New();
    State mareks = new State.InProgress(MAREK);
    State closed = new State.Closed(null);
    State closedByMarek = new State.Closed(MAREK);
    return Stream.of(
        Arguments.of(unowned, new Command.Take(MAREK), new Decision.Moved("in_progress", MAREK)),
        Arguments.of(unowned, new Command.Assign(INA), new Decision.Moved("in_progress", INA)),
        Arguments.of(unowned, new Command.Close(), new Decision.Moved("closed", null)),
        Arguments.of(unowned, new Command.Reopen(), new Decision.Refused(Why.OPEN)),
        Arguments.of(mareks, new Command.Take(MAREK), new Decision.Refused(Why.TAKEN_BY_YOU)),
        Arguments.of(mareks, new Command.Take(INA), new Decision.Refused(Why.TAKEN_BY_OTHER)),
        Arguments.of(mareks, new Command.Assign(INA), new Decision.Moved("in_progress", INA)),
        Arguments.of(mareks, new Command.Assign(MAREK), new Decision.Refused(Why.HAS_IT_ALREADY)),
        Arguments.of(mareks, new Command.Close(), new Decision.Moved("closed", MAREK)),
        Arguments.of(mareks, new Command.Reopen(), new Decision.Refused(Why.OPEN)),
        Arguments.of(closed, new Command.Take(INA), new Decision.Refused(Why.CLOSED)),
        Arguments.of(closed, new Command.Assign(INA), new Decision.Refused(Why.CLOSED)),
        Arguments.of(closed, new Command.Close(), new Decision.Refused(Why.CLOSED)),
        Arguments.of(closed, new Command.Reopen(), new Decision.Moved("new", null)),
        Arguments.of(closedByMarek, new Command.Reopen(), new Decision.Moved("in_progress", MAREK)));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_ticket_moves_by_these_rules(State from, Command command, Decision decision) {
    assertThat(TicketLifecycle.decide(from, command)).isEqualTo(decision);
  }
}
