package otklik.talk;

import java.util.Set;

/// What happens when somebody of the team presses a button in their group. One bean for each family of buttons; whoever
/// else presses was sent away before.
public interface RoomButton extends Part {
  Set<Press.Kind> buttons();

  /// @return what they are told
  String pressed(RoomPressing pressing) throws Exception;
}
