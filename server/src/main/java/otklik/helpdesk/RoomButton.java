package otklik.helpdesk;

import java.util.Set;

/// What happens when an operator presses a button in the group. One bean for each button or family of them; only
/// operators get here, and what they press may be forged or from an old card: what may be done is decided from the rows.
interface RoomButton {
  Set<Press.Action> actions();

  /// @return what the operator is told
  String pressed(Pressing pressing) throws Exception;
}
