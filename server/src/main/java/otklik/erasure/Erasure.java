package otklik.erasure;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.kernel.Ids;
import otklik.people.People;

/// A person is forgotten in all channels in which they are the same one, or they aren't forgotten. What can't wait
/// happens at once; of most people everything does, of others the rest in further [portions][Portions].
@Component
public final class Erasure {
  private final PersonalDataRegister register;
  private final ChannelErasure channelErasure;
  private final Erasures erasures;
  private final Portions portions;
  private final People people;
  private final Ids ids;

  Erasure(PersonalDataRegister register, ChannelErasure channelErasure, Erasures erasures, Portions portions,
      People people, Ids ids) {
    this.register = register;
    this.channelErasure = channelErasure;
    this.erasures = erasures;
    this.portions = portions;
    this.people = people;
    this.ids = ids;
  }

  /// The person is told when it is done, and at once if that takes longer. Their name goes first, so that whatever is
  /// shown anew shows them as nobody.
  ///
  /// @param visitor where they asked for it
  public void erase(Visitor visitor) throws Exception {
    long until = ids.next();
    List<Visitor> everywhere = register.everywhere(visitor);
    if (everywhere.stream().noneMatch(here -> register.of(here.channel()).isOnTeam(here.channel(), here.person()))) {
      people.erase(visitor.turn(), visitor.person());
    }
    for (Visitor here : everywhere) {
      erasures.begun(here.turn(), here.person().id());
      channelErasure.begin(here);
    }
    if (!portions.erase(visitor, new Portion(until, Map.of()))) {
      portions.tell(visitor, false);
    }
  }
}
