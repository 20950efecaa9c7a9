package otklik.channels;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import otklik.kernel.DeliveryId;

/// The message that a call is about: one whose id is known, or the one that an earlier delivery will have made.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "target")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Target.Known.class, name = "known"),
  @JsonSubTypes.Type(value = Target.MadeBy.class, name = "made-by"),
})
public sealed interface Target {
  record Known(String messageId) implements Target {}

  /// Resolved by delivery just before the call.
  ///
  /// @param item which message of an album, from 0
  record MadeBy(DeliveryId delivery, int item) implements Target {}
}
