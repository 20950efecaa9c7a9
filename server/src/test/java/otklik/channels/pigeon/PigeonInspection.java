package otklik.channels.pigeon;

import otklik.channels.Fact;
import otklik.channels.Group;
import otklik.channels.Inspection;
import otklik.channels.Member;
import otklik.channels.Outcome;

/// Asks the loft.
final class PigeonInspection implements Inspection {
  private final Loft loft;
  private final String ring;

  PigeonInspection(Loft loft, String ring) {
    this.loft = loft;
    this.ring = ring;
  }

  private interface Question<T> {
    T ask() throws NoFlight;
  }

  private static <T> Fact<T> fact(Question<T> question) {
    try {
      return new Fact.Known<>(question.ask());
    } catch (NoFlight reason) {
      return reason.outcome() instanceof Outcome.Refused(var why, var detail, var movedTo)
          ? new Fact.Refused<>(why, detail, movedTo) : new Fact.OutOfReach<>(reason.outcome().toString());
    }
  }

  @Override
  public Fact<Self> self() {
    return fact(() -> {
      loft.look(ring);
      return new Self("Otklik", loft.owner(ring), true);
    });
  }

  @Override
  public Fact<Group> group(String chat) {
    return fact(() -> loft.flock(ring, chat));
  }

  @Override
  public Fact<Member> selfIn(String chat) {
    return member(chat, loft.owner(ring));
  }

  @Override
  public Fact<Member> member(String chat, String account) {
    return fact(() -> loft.member(ring, chat, account));
  }

  @Override
  public Fact<Reception> reception() {
    return fact(() -> new Reception("the loft", true, loft.waiting(ring), null));
  }
}
