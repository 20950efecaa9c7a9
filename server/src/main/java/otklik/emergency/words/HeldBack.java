package otklik.emergency.words;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.settings.EmergencyButton;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.talk.Press;

/// Tells the person that words of theirs are for whoever takes the request, with a key to show them to all.
@Component
public final class HeldBack {
  private final Deliveries deliveries;

  HeldBack(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  public void tell(Visitor person, TicketId ticket, MessageId words) throws Exception {
    tell(person, ticket, words, "emergency.request.held-back");
  }

  /// @param why the sentence
  public void tell(Visitor person, TicketId ticket, MessageId words, String why) throws Exception {
    deliveries.owe(person.turn(), NewDelivery.words(person.says(person.text(why),
        List.of(List.of(person.button("emergency.button.show-all",
            Press.of(EmergencyButton.SHOW_ALL, ticket, Long.toString(words.value())).data())))))
        .of(ticket));
  }
}
