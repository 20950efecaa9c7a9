package otklik.emergency;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.dialogs.Visitor;
import otklik.erasure.Erasure;

/// `/forget`: everything that is known of a person is erased, in all that the workspace has in the messenger, after they
/// were told what that means.
@Component
final class Forgetting implements PersonCommand, PersonButton {
  private final Erasure erasure;
  private final Deliveries deliveries;

  Forgetting(Erasure erasure, Deliveries deliveries) {
    this.erasure = erasure;
    this.deliveries = deliveries;
  }

  @Override
  public String name() {
    return "forget";
  }

  @Override
  public void obey(Visitor visitor, String rest) throws Exception {
    deliveries.owe(visitor.turn(), Owed.words(visitor.says(visitor.text("emergency.forget.ask"), List.of(
        List.of(visitor.button("emergency.button.forget", Press.of(Press.Action.FORGET).data())),
        List.of(visitor.button("emergency.button.keep", Press.of(Press.Action.KEEP).data()))))));
  }

  @Override
  public Set<Press.Action> actions() {
    return Set.of(Press.Action.FORGET);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    erasure.erase(pressing.visitor());
    return Response.done();
  }
}
