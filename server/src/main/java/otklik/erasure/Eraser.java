package otklik.erasure;

import otklik.dialogs.Visitor;
import otklik.people.Person;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// A scenario forgets a person. One bean for each scenario.
public interface Eraser {
  String scenario();

  /// Nothing of the person is left in the visitor's channel, except what can be counted.
  void erase(Tx tx, Visitor visitor) throws Exception;

  /// Whether the person works there: then their name stays known.
  boolean needs(Channel channel, Person person);
}
