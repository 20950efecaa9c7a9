package otklik.emergency;

import java.util.Set;
import otklik.channels.Incoming;
import otklik.people.Person;
import otklik.turns.Turn;

/// What happens when a coordinator presses a button in their group. One bean for each family of buttons; whoever else
/// presses was sent away before.
interface RoomButton {
  Set<Press.Action> actions();

  /// What the coordinator is told in answer to the press.
  String pressed(Turn turn, Person coordinator, Press press, Incoming.Pressed pressed) throws Exception;
}
