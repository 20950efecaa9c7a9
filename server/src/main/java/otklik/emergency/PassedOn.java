package otklik.emergency;

import otklik.channels.Content;
import otklik.channels.Incoming;

/// Words between two people that go to the other one and aren't kept: only that they were said.
final class PassedOn {
  static final Content.Text NOTHING = Content.Text.of("");

  private PassedOn() {}

  static Incoming.Said without(Incoming.Said said) {
    return new Incoming.Said(said.place(), said.direct(), said.ref(), said.by(), NOTHING, said.replyTo(), null,
        said.at());
  }
}
