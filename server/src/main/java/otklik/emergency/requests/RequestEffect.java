package otklik.emergency.requests;

import org.jspecify.annotations.Nullable;
import otklik.commands.Phrase;
import otklik.kernel.PersonId;
import otklik.lifecycle.Effect;

/// What follows from a move of a request alone.
public sealed interface RequestEffect extends Effect.Own {
  /// What is written down of it.
  sealed interface Row extends RequestEffect {}

  record Held() implements Row {}

  record BackInPool() implements Row {}

  /// @param remark travels with the request
  record HandedBack(PersonId volunteer, @Nullable String remark) implements Row {}

  record Ended(Request.Ending why) implements Row {}

  /// The person has said once that it is urgent.
  record AppealKept() implements Row {}

  record VotesCleared() implements Row {}

  /// What was told of the place leaves the volunteer's chat.
  record PlaceTakenBack(PersonId volunteer) implements Row {}

  /// Nobody knows it any more.
  record PlaceForgotten() implements Row {}

  sealed interface Search extends RequestEffect {}

  record SearchBegun() implements Search {}

  record SearchEnded() implements Search {}

  /// Coordinators are called when nobody does anything.
  record DecisionAwaited() implements Search {}

  /// What was to be closed as not urgent.
  sealed interface Closing extends RequestEffect {}

  /// Nobody is to be asked about it any more.
  record ClosingSettled() implements Closing {}

  /// It stays open, and what volunteers think counts no more.
  record ClosingOverruled() implements Closing {}

  sealed interface Taker extends RequestEffect {}

  /// They are asked in a while how it goes.
  record CheckInPlanned() implements Taker {}

  record TakerLeft() implements Taker {}

  /// They aren't asked any more why they give it back.
  record RemarkNotAwaited(PersonId volunteer) implements Taker {}

  /// From now on the request has its whole time before it.
  record LifetimeBegun() implements RequestEffect {}

  sealed interface View extends RequestEffect {}

  record CopiesRefreshed() implements View {}

  /// The card, and whether its topic is open.
  record CoordinatorsShown() implements View {}

  /// All of them, by name.
  ///
  /// @param who is spoken of; null for nobody
  record CoordinatorsAlerted(String key, @Nullable PersonId who) implements View {}

  sealed interface Words extends RequestEffect {}

  /// What stands besides the words: the number and the lifetime may stand in all of them.
  enum Besides { NOTHING, HELPLINES, WITHDRAWING, THANKING }

  record AskerTold(Phrase words, Besides besides) implements Words {}

  /// When it doesn't reach them, it is known that nothing does.
  record VolunteerTold(PersonId volunteer, String key) implements Words {}

  /// Coordinators have heard the person, who tells anew what was forgotten.
  record AppealPassed() implements Words {}

  /// Whoever had it, unless they aren't heard any more.
  record HelperTold(String key) implements Words {}

  /// Both sides, except whoever did it.
  ///
  /// @param by null when nobody in particular did it
  record EndingTold(Request.Ending why, @Nullable PersonId by) implements RequestEffect {}


  /// The volunteer gets what they need to help.
  record TakerBriefed(PersonId volunteer) implements RequestEffect {}
}
