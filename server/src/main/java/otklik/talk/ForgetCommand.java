package otklik.talk;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.erasure.Erasure;

/// `/forget`: everything that is known of a person is erased, in all that the workspace has in the messenger, after they
/// were told what that means. [TalkButton#KEEP] leaves whatever was asked about as it is.
@Component
final class ForgetCommand implements PersonCommand, PersonButton {
  private final Erasure erasure;
  private final Deliveries deliveries;

  ForgetCommand(Erasure erasure, Deliveries deliveries) {
    this.erasure = erasure;
    this.deliveries = deliveries;
  }

  @Override
  public String scenario() {
    return EVERY;
  }

  @Override
  public String name() {
    return "forget";
  }

  @Override
  public void obey(Visitor visitor, String rest) throws Exception {
    deliveries.owe(visitor.turn(), NewDelivery.words(visitor.says(visitor.ownText("forget.ask"), List.of(
        List.of(visitor.ownButton("button.forget", Press.of(TalkButton.FORGET).data())),
        List.of(visitor.ownButton("button.keep", Press.of(TalkButton.KEEP).data()))))));
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(TalkButton.FORGET, TalkButton.KEEP);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    if (pressing.press().kind() == TalkButton.KEEP) {
      deliveries.owe(pressing.turn(), NewDelivery.words(visitor.says(visitor.ownText("kept"))));
    } else {
      erasure.erase(visitor);
    }
    return Response.done();
  }
}
