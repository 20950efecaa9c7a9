package otklik.emergency;

import java.util.Set;
import otklik.channels.Incoming;
import otklik.people.Person;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// What happens when a coordinator presses a button in their group. One bean for each family of buttons; whoever else
/// presses was sent away before.
interface RoomButton {
  Set<Press.Action> actions();

  /// What the coordinator is told in answer to the press.
  String pressed(Tx tx, Channel channel, Person coordinator, Press press, Incoming.Pressed pressed) throws Exception;
}
