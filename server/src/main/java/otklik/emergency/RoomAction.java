package otklik.emergency;

/// A command that changes something.
non-sealed interface RoomAction extends RoomCommand {
  void obey(Order order) throws Exception;
}
