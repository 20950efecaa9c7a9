package otklik.emergency.words;

import otklik.channels.Content;
import otklik.channels.Incoming;

/// Words between two people that go to the other one and aren't kept: only that they were said.
public final class PassedOn {
  public static final Content.Text NOTHING = Content.Text.of("");

  private PassedOn() {}

  public static Incoming.Said without(Incoming.Said said) {
    return new Incoming.Said(said.place(), said.direct(), said.ref(), said.by(), NOTHING, said.replyTo(), null,
        said.at());
  }
}
