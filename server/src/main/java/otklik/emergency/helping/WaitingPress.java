package otklik.emergency.helping;

import otklik.kernel.TicketId;

/// Which request a press was about that waits for the messenger's word. Stored with the wish.
///
/// @param press the id under which it is answered
record WaitingPress(TicketId ticket, String press) {
  String stored() {
    return ticket.value() + " " + press;
  }

  static WaitingPress read(String stored) {
    int space = stored.indexOf(' ');
    return new WaitingPress(new TicketId(Long.parseLong(stored.substring(0, space))), stored.substring(space + 1));
  }
}
