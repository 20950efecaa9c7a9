package otklik.delivery;

import java.util.function.BooleanSupplier;
import otklik.channels.Fact;
import otklik.channels.Group;
import otklik.channels.Inspection;
import otklik.channels.Member;

/// Tells whether a [FakeLine] is there, and nothing else.
record FakeInspection(BooleanSupplier away) implements Inspection {
  @Override
  public Fact<Self> self() {
    return away.getAsBoolean() ? new Fact.OutOfReach<>("away") : new Fact.Known<>(new Self("Otklik", "otklik", true));
  }

  @Override
  public Fact<Group> group(String chat) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Fact<Member> selfIn(String chat) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Fact<Member> member(String chat, String account) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Fact<Reception> reception() {
    throw new UnsupportedOperationException();
  }
}
