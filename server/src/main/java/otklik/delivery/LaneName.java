package otklik.delivery;

import static org.jooq.impl.DSL.inline;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import otklik.channels.Call;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.kernel.DeliveryId;

/// What lanes are called, as it is stored with each delivery. Most are called like the place they lead to; what needn't
/// keep its order with the other words there has a lane of its own, whose name says of what kind it is.
final class LaneName {
  /// A call that opens a topic isn't repeated blindly: a second topic for one ticket would be worse than a late one,
  /// and Telegram tells us of the topic we made by an update of its own.
  static final String OPENING = "open/";
  /// An answer to a press is no message, and waits for no group.
  static final String ANSWERING = "press/";
  /// A mark set on a message costs nothing, and waits for no group either.
  private static final String MARKING = "mark/";
  /// A question waits for nobody but itself, and for no group.
  static final String ASKING = "ask/";
  /// A change of a message that is known, beside what is new there. It costs as much as anywhere.
  private static final String CHANGING = "side/";

  private LaneName() {}

  static String of(NewDelivery owed, DeliveryId id) {
    Call call = owed.call();
    if (owed.isBeside() && SendingAccounts.changed(call) instanceof Target.Known(var message)) {
      return changesAt(call.place()) + message;
    }
    return switch (call) {
      case Call.AnswerPress press -> ANSWERING + press.press();
      case Call.React(var place, Target.Known(var message), _) -> MARKING + place.chat() + "/" + message;
      case Call.OpenTopic _ -> OPENING + id.value();
      case Call.Question _ -> ASKING + id.value();
      default -> call.place().key();
    };
  }

  /// How the lanes begin of changes beside what is new in a place.
  static String changesAt(Place place) {
    return CHANGING + place.key() + "#";
  }

  /// Whether a lane carries such changes. Indexes hold those that wait, and those that are done and have words still.
  static Condition isBeside(Field<String> lane) {
    return begins(lane, CHANGING);
  }

  /// Likewise for answers to presses that are done.
  static Condition isAnswering(Field<String> lane) {
    return begins(lane, ANSWERING);
  }

  /// Likewise for questions that are done: they say about whom they were.
  static Condition isAsking(Field<String> lane) {
    return begins(lane, ASKING);
  }

  /// As the indexes write it.
  private static Condition begins(Field<String> lane, String with) {
    return DSL.function("substr", String.class, lane, inline(1), inline(with.length())).eq(inline(with));
  }

  static boolean isOpening(String lane) {
    return lane.startsWith(OPENING);
  }

  /// Whether it carries what goes whether or not the group takes words.
  static boolean isFree(String lane) {
    return lane.startsWith(ANSWERING) || lane.startsWith(MARKING) || lane.startsWith(ASKING);
  }

  /// Whether what it carries goes into a topic, or opens one. A change needs no topic to find its message.
  static boolean needsTopics(String lane) {
    return lane.contains("/") && !lane.startsWith(CHANGING);
  }
}
