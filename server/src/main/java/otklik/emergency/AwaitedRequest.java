package otklik.emergency;

import otklik.kernel.TicketId;

/// Which request a press was about that waits for the messenger's word. Stored with the wish.
///
/// @param press the id under which it is answered
record AwaitedRequest(TicketId ticket, String press) {
  String stored() {
    return ticket.value() + " " + press;
  }

  static AwaitedRequest read(String stored) {
    int space = stored.indexOf(' ');
    return new AwaitedRequest(new TicketId(Long.parseLong(stored.substring(0, space))), stored.substring(space + 1));
  }
}
