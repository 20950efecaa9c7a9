package otklik.delivery;

/// What a delivery is about, in the words of the module that owes it: comes back with the outcome.
///
/// @param kind names the [Listener], for example relay.copy
/// @param id   whatever the listener needs
public record Subject(String kind, long id) {
  String stored() {
    return kind + ":" + id;
  }

  static Subject read(String stored) {
    int colon = stored.lastIndexOf(':');
    return new Subject(stored.substring(0, colon), Long.parseLong(stored.substring(colon + 1)));
  }
}
