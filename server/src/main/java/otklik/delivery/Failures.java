package otklik.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import otklik.channels.Call;
import otklik.channels.Refusal;

/// How a delivery's calls failed so far, as its row remembers it, and when that is enough. While nobody in the channel is
/// answered, the messenger is away, and nothing is given up for that.
///
/// @param attempts    calls that failed
/// @param unconfirmed of those, the ones that may have had their effect
/// @param alone       of those, the ones that failed while others were answered
/// @param since       when the first failed
/// @param why         why the first failed
record Failures(int attempts, int unconfirmed, int alone, @Nullable Instant since, @Nullable String why) {
  static final Failures NONE = new Failures(0, 0, 0, null, null);

  /// Nobody reads the same sentence more often.
  static final int MOST_UNCONFIRMED = 3;
  /// A button's answer waits for no more failures than these: the messenger forgets a press within seconds.
  private static final int MOST_FOR_A_PRESS = 5;
  /// Longer than any disturbance of one chat that was seen to end by itself; short enough for the words behind it.
  private static final Duration LONGEST = Duration.ofMinutes(10);
  /// At the longest pause these take two and a half minutes, also when the time above went by during an outage.
  private static final int LEAST_ALONE = 10;
  private static final int LONGEST_WHY = 300;

  Failures and(String reason, boolean mayHaveArrived, boolean othersAnswered, Instant now) {
    return new Failures(attempts + 1, unconfirmed + (mayHaveArrived ? 1 : 0), alone + (othersAnswered ? 1 : 0),
        since == null ? now : since, why == null ? reason.substring(0, Math.min(reason.length(), LONGEST_WHY)) : why);
  }

  /// Whether the call may be made once more, as far as it may have been made before.
  boolean allow(Call call) {
    return unconfirmed < MOST_UNCONFIRMED || !makesNew(call);
  }

  /// Whether the next call is the last that may be made, so that it is kept until the messenger is there.
  boolean spareLast(Call call) {
    return unconfirmed == MOST_UNCONFIRMED - 1 && makesNew(call);
  }

  /// Whether it may be others that it fails with, or is about to be given up without them.
  boolean goesAlone() {
    return alone > 0 || unconfirmed == MOST_UNCONFIRMED - 1;
  }

  /// Why the delivery is given up now; null when it is tried again. Of a topic it may still be told that it was opened.
  @Nullable Refusal end(Call call, Instant now) {
    if (call instanceof Call.AnswerPress) {
      return attempts > MOST_FOR_A_PRESS ? Refusal.TOO_LATE : null;
    }
    if (!allow(call) && !(call instanceof Call.OpenTopic)) {
      return Refusal.UNCONFIRMED;
    }
    if (alone < LEAST_ALONE || since == null || Duration.between(since, now).compareTo(LONGEST) < 0) {
      return null;
    }
    return unconfirmed > 0 ? Refusal.UNCONFIRMED : Refusal.KEEPS_FAILING;
  }

  /// For whoever runs the installation.
  String told() {
    return attempts + " call(s) failed, " + unconfirmed + " of them may have arrived, since " + since + ": " + why;
  }

  /// Whether it can be seen twice when it is made twice.
  static boolean makesNew(Call call) {
    return switch (call) {
      case Call.Say _, Call.SayAlbum _, Call.OpenTopic _ -> true;
      case Call.EditText _, Call.EditCaption _, Call.EditButtons _, Call.Pin _, Call.React _, Call.Delete _,
          Call.CloseTopic _, Call.ReopenTopic _, Call.RenameTopic _, Call.DeleteTopic _, Call.AnswerPress _,
          Call.OfferCommands _, Call.Question _ -> false;
    };
  }
}
