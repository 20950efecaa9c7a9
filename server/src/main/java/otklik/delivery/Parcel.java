package otklik.delivery;

import java.util.List;
import otklik.channels.Call;
import otklik.channels.Content;

/// What one call carries: a delivery, or several texts of the same author that are told as one.
record Parcel(List<Delivery> deliveries) {
  static Parcel of(Delivery delivery) {
    return new Parcel(List.of(delivery));
  }

  Delivery first() {
    return deliveries.getFirst();
  }

  boolean isJoined() {
    return deliveries.size() > 1;
  }

  Call call() {
    if (!isJoined()) {
      return first().call();
    }
    Call.Say say = (Call.Say) first().call();
    List<Content.Text> texts = deliveries.stream()
        .map(delivery -> (Content.Text) ((Call.Say) delivery.call()).content()).toList();
    return new Call.Say(say.place(), Content.Text.joined(texts), say.replyTo(), List.of());
  }
}
