package otklik.erasure;

import otklik.channels.Call;
import otklik.dialogs.Visitor;
import otklik.people.Person;
import otklik.workspaces.Channel;

/// A scenario forgets a person. One bean for each scenario.
public interface Eraser {
  String scenario();

  /// What can't wait: from now on nobody goes on with the person, and nothing of what they began goes on. As little as
  /// possible, because all of it is done in one transaction.
  void begin(Visitor visitor) throws Exception;

  /// Nothing of the person is left in the visitor's channel, except what can be counted. Goes on where the portion before
  /// ended.
  ///
  /// @return false when the portion was used up before all was erased
  boolean erase(Visitor visitor, Portion portion) throws Exception;

  /// What the person hears.
  ///
  /// @param done false while some of it is still to be erased
  Call told(Visitor visitor, boolean done);

  /// Whether the person works there: then their name stays known.
  boolean needs(Channel channel, Person person);
}
