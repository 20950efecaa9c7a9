package otklik.delivery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import otklik.channels.Call;
import otklik.channels.Target;
import otklik.kernel.Window;

/// Deliveries that keep their order: one is under way at most. Only where little is granted, changes of what is already
/// shown let more urgent deliveries pass, and never one about the same message. Guarded by its [Dispatcher].
final class Lane {
  private static final int IN_MEMORY = 50;
  private static final Comparator<Delivery> URGENT_THEN_OLD =
      Comparator.comparing(Delivery::priority).thenComparing(delivery -> delivery.id().value());

  final String key;
  final Chat chat;
  final Window<Delivery> window;
  /// Something is under way for it, or it rests: it must not be taken up.
  boolean busy;
  /// How long its first delivery has been tried in vain. Pauses while it waits for its turn.
  final Stopwatch trying = new Stopwatch();
  /// How often in a row its first delivery found no answer.
  int failures;
  /// What others had been answered when it failed last.
  Answers.@Nullable Count answers;
  /// Up to this delivery nothing is joined: together they were refused.
  long alone;
  private int urgency;
  private long since;

  Lane(String key, Chat chat) {
    this.key = key;
    this.chat = chat;
    this.window = new Window<>(IN_MEMORY, delivery -> delivery.id().value(), chat.limit);
  }

  /// Notes how urgent the lane is: as the most urgent that waits in it, because what stands before that must go first.
  /// Of what is still on disk nothing is known, so it counts as urgent. Must not change while the lane is sorted by it.
  void rank() {
    Delivery most = window.rows().stream().min(URGENT_THEN_OLD).orElseThrow();
    urgency = window.hasMore() ? 0 : most.priority().ordinal();
    since = most.id().value();
  }

  int urgency() {
    return urgency;
  }

  long since() {
    return since;
  }

  /// Those of which any may go next, the most urgent first.
  List<Delivery> candidates() {
    Delivery first = window.first();
    if (first == null || !chat.isThrifty() || !yields(first.call())) {
      return first == null ? List.of() : List.of(first);
    }
    List<Delivery> found = new ArrayList<>();
    Set<Target> passed = new HashSet<>();
    for (Delivery row : window.rows()) {
      if (!passed.contains(about(row.call()))) {
        found.add(row);
      }
      if (!yields(row.call())) {
        break;
      }
      passed.add(about(row.call()));
    }
    found.sort(URGENT_THEN_OLD);
    return found;
  }

  /// Whether what comes later may pass it: it changes something that is there and makes nothing new.
  static boolean yields(Call call) {
    return switch (call) {
      case Call.EditText _, Call.EditCaption _, Call.EditButtons _, Call.Pin _, Call.React _, Call.Delete _ -> true;
      case Call.Say _, Call.SayAlbum _, Call.OpenTopic _, Call.CloseTopic _, Call.ReopenTopic _, Call.RenameTopic _,
          Call.DeleteTopic _, Call.AnswerPress _, Call.OfferCommands _, Call.Question _ -> false;
    };
  }

  private static @Nullable Target about(Call call) {
    return switch (call) {
      case Call.EditText edit -> edit.message();
      case Call.EditCaption edit -> edit.message();
      case Call.EditButtons edit -> edit.message();
      case Call.Pin pin -> pin.message();
      case Call.React react -> react.message();
      case Call.Delete delete -> delete.message();
      case Call.Say _, Call.SayAlbum _, Call.OpenTopic _, Call.CloseTopic _, Call.ReopenTopic _, Call.RenameTopic _,
          Call.DeleteTopic _, Call.AnswerPress _, Call.OfferCommands _, Call.Question _ -> null;
    };
  }
}
