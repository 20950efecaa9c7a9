package otklik.emergency.requests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.commands.Phrase;
import otklik.emergency.requests.RequestCommand.Appeal;
import otklik.emergency.requests.RequestCommand.Close;
import otklik.emergency.requests.RequestCommand.Coordinating;
import otklik.emergency.requests.RequestCommand.End;
import otklik.emergency.requests.RequestCommand.Extend;
import otklik.emergency.requests.RequestCommand.ExtendOwn;
import otklik.emergency.requests.RequestCommand.Fulfil;
import otklik.emergency.requests.RequestCommand.Insist;
import otklik.emergency.requests.RequestCommand.KeepClosed;
import otklik.emergency.requests.RequestCommand.Lose;
import otklik.emergency.requests.RequestCommand.Loss;
import otklik.emergency.requests.RequestCommand.Moving;
import otklik.emergency.requests.RequestCommand.Readmit;
import otklik.emergency.requests.RequestCommand.Return;
import otklik.emergency.requests.RequestCommand.StillNeeded;
import otklik.emergency.requests.RequestCommand.Take;
import otklik.emergency.requests.RequestCommand.Thank;
import otklik.emergency.requests.RequestCommand.Withdraw;
import otklik.emergency.requests.RequestEffect.Besides;
import otklik.kernel.PersonId;
import otklik.lifecycle.Decision;
import otklik.lifecycle.Effect;
import otklik.people.Actor;
import otklik.tickets.Ticket;

/// What may become of a request, and what follows from it. Pure.
public final class RequestLifecycle {
  public static final String OPEN = "open";
  public static final String TAKEN = "taken";
  /// The volunteer says that it is done; the person hasn't said anything yet.
  public static final String DONE = "done";
  /// The person says that it was urgent; a coordinator decides.
  public static final String APPEALED = "appealed";

  /// In the timeline, with what was said of it.
  public static final String RETURNED_EVENT = "returned";
  public static final String DONE_EVENT = "done";

  /// Rings when the person hasn't said whether it is done: whoever says nothing for so long is content.
  public static final String THANKS = "emergency.thanks";
  static final Duration CONTENT = Duration.ofHours(24);

  /// Of two requests of one person only one is open.
  public static final String OTHER_OPEN = "emergency.appeal.other-open";

  private static final Phrase DECIDED = Phrase.of("emergency.coordinators.done");
  private static final Effect COPIES = new RequestEffect.CopiesRefreshed();
  private static final Effect CARD = new RequestEffect.CoordinatorsShown();

  private RequestLifecycle() {}

  public sealed interface State {
    record Open() implements State {}

    record Taken(PersonId by) implements State {}

    record Done(PersonId by) implements State {}

    record Appealed() implements State {}

    record Closed() implements State {}
  }

  /// What else is to be known to decide.
  ///
  /// @param number        as people read it
  /// @param ending        why it was closed; null where that doesn't matter
  /// @param isAppealed    whether the person has said before that it is urgent, or a coordinator did
  /// @param closingBy     who wants it to be closed as not urgent in a moment; null when nobody does
  /// @param hasOwnRequest whether whoever gives the command asks for help themself
  record Facts(String number, Request.@Nullable Ending ending, boolean isAppealed, @Nullable PersonId closingBy,
      boolean hasOwnRequest) {
    Facts with(Request request) {
      return new Facts(number, request.ending(), request.appealed(), closingBy, hasOwnRequest);
    }

    Facts with(boolean ownRequest) {
      return new Facts(number, ending, isAppealed, closingBy, ownRequest);
    }

    Facts closing(PersonId by) {
      return new Facts(number, ending, isAppealed, by, hasOwnRequest);
    }
  }

  record Known(State state, Facts facts) {}

  private record Move(State from, Moving command) {}

  public static State stateOf(Ticket ticket) {
    return switch (ticket.state()) {
      case OPEN -> new State.Open();
      case TAKEN -> new State.Taken(owner(ticket));
      case DONE -> new State.Done(owner(ticket));
      case APPEALED -> new State.Appealed();
      case Ticket.CLOSED -> new State.Closed();
      default -> throw new IllegalStateException("no request is " + ticket.state());
    };
  }

  private static PersonId owner(Ticket ticket) {
    if (ticket.owner() == null) {
      throw new IllegalStateException(ticket.shownNumber() + " is " + ticket.state() + " by nobody");
    }
    return ticket.owner();
  }

  static Decision decide(Known known, Moving command, Actor by) {
    Facts facts = known.facts();
    return switch (new Move(known.state(), command)) {
      case Move(State.Open _, Take _) when by.person() == null -> Decision.refused("emergency.take.not-in-messenger");
      case Move(State.Open _, Take _) when facts.hasOwnRequest() -> Decision.refused("emergency.take.own-request");
      case Move(State.Open _, Take _) -> taken(by.person(), facts);
      case Move(State.Taken(var owner), Take _) -> takenBefore(owner, by);
      case Move(State.Done(var owner), Take _) -> takenBefore(owner, by);
      case Move(State.Appealed _, Take _) -> Decision.refused("emergency.take.not-now");
      case Move(State.Closed _, Take _) -> Decision.refused("emergency.take.closed");

      case Move(State.Taken(var owner), Return(var remark)) when by.is(owner) ->
          handedBack(owner, remark, Loss.GIVEN_BACK, List.of(), List.of());
      case Move(State.Taken(var owner), Lose(var volunteer, var why)) when owner.equals(volunteer) ->
          handedBack(owner, null, why, List.of(), List.of());
      case Move(State.Taken(var owner), Fulfil _) when by.is(owner) -> new Decision.Moved(DONE, owner, List.of(
          Effect.noted(DONE_EVENT), new RequestEffect.TakerLeft(), new RequestEffect.RemarkNotAwaited(owner),
          new Effect.TimerSet(THANKS, CONTENT),
          new RequestEffect.AskerTold(Phrase.of("emergency.thanks.ask"), Besides.THANKING), COPIES, CARD),
          Phrase.of("emergency.helping.thanks"));

      case Move(State.Done _, Thank _) -> ended(known.state(), Request.Ending.FULFILLED, by, null);
      case Move(State.Done(var helper), StillNeeded _) -> stillNeeded(helper);
      case Move(State.Closed _, Appeal _) when facts.ending() == Request.Ending.NOT_URGENT
          && facts.hasOwnRequest() -> Decision.refused(OTHER_OPEN);
      case Move(State.Closed _, Appeal _) when facts.ending() == Request.Ending.NOT_URGENT && !facts.isAppealed() ->
          appealed();
      case Move(State.Taken(var owner), Insist _) when !facts.isAppealed() && owner.equals(facts.closingBy()) ->
          handedBack(owner, null, Loss.GIVEN_BACK, insisting(),
              List.of(new Effect.TimerSet(PendingClosings.BETWEEN, PendingClosings.MOMENT), CARD, alert(facts)));
      case Move(State _, Insist _) when !facts.isAppealed() && facts.closingBy() != null -> insisted(facts);

      case Move(State.Closed _, Coordinating _) -> tooLate("emergency.coordinators.closed-already");
      case Move(State.Done _, Close _) -> ended(known.state(), Request.Ending.FULFILLED, by, DECIDED);
      case Move(State open, Close _) -> ended(open, Request.Ending.CLOSED, by, DECIDED);
      case Move(State.Appealed _, KeepClosed _) ->
          ended(known.state(), Request.Ending.NOT_URGENT, by, DECIDED);
      case Move(State _, Readmit _) when facts.closingBy() != null -> leftOpen(facts);
      case Move(State.Appealed _, Readmit _) -> readmitted();
      case Move(State.Done _, Extend _) -> tooLate("emergency.coordinators.changed-already");
      case Move(State _, Extend _) -> extended(told("emergency.extended-by-coordinator"), DECIDED);
      case Move(State _, Coordinating _) -> tooLate("emergency.coordinators.changed-already");

      case Move(State.Closed _, Moving _) -> Decision.refused("emergency.take.closed");
      case Move(State.Done _, ExtendOwn _) -> notNow();
      case Move(State _, ExtendOwn _) -> extended(null, null);
      case Move(State _, Thank _) when by instanceof Actor.Clock -> notNow();
      case Move(State open, Thank _) -> ended(open, Request.Ending.FULFILLED, by, null);
      case Move(State open, Withdraw _) -> ended(open, Request.Ending.CANCELLED, by, null);
      case Move(State.Done _, End(var why, _)) when why == Request.Ending.EXPIRED -> notNow();
      case Move(State open, End(var why, var of)) when why != Request.Ending.NOT_URGENT || isTheirs(open, of) ->
          ended(open, why, of == null ? by : Actor.of(of), null);
      case Move(State _, Moving _) -> notNow();
    };
  }

  /// Whether they may have it closed as not urgent: nobody has it, or they do.
  private static boolean isTheirs(State open, @Nullable PersonId of) {
    return open instanceof State.Open || open instanceof State.Taken(var owner) && owner.equals(of);
  }

  private static Decision notNow() {
    return Decision.refused("emergency.not-now");
  }

  /// Somebody was first, or it never was so: the card shows what is.
  private static Decision tooLate(String key) {
    return new Decision.Refused(Phrase.of(key), List.of(CARD));
  }

  private static Effect told(String key, @Nullable Object... values) {
    return new RequestEffect.AskerTold(Phrase.of(key, values), Besides.NOTHING);
  }

  private static Decision taken(@Nullable PersonId volunteer, Facts facts) {
    return new Decision.Moved(TAKEN, volunteer, List.of(new RequestEffect.Held(), Effect.noted("taken"),
        new RequestEffect.SearchEnded(), new RequestEffect.ClosingSettled(), new RequestEffect.ClosingOverruled(),
        new RequestEffect.CheckInPlanned(), new RequestEffect.TakerBriefed(volunteer),
        told("emergency.helping.person.taken", "name", volunteer, "contact", new Phrase.Mention(volunteer)), COPIES,
        CARD), Phrase.of("emergency.take.done", "number", facts.number()));
  }

  private static Decision takenBefore(PersonId owner, Actor by) {
    return by.is(owner) ? Decision.refused("emergency.take.yours")
        : Decision.refused("emergency.take.taken", "name", owner);
  }

  /// A volunteer doesn't have it any more: it is searched for anew at once.
  private static Decision handedBack(PersonId volunteer, @Nullable String remark, Loss why, List<Effect> first,
      List<Effect> then) {
    List<Effect> effects = new ArrayList<>(first);
    effects.addAll(List.of(new RequestEffect.HandedBack(volunteer, remark),
        new Effect.Noted(RETURNED_EVENT, Actor.of(volunteer), remark), new RequestEffect.TakerLeft(),
        new RequestEffect.PlaceTakenBack(volunteer), new RequestEffect.RemarkNotAwaited(volunteer),
        told(switch (why) {
          case GIVEN_BACK, BLOCKED -> "emergency.helping.person.returned";
          case SILENT -> "emergency.helping.person.silent";
          case UNREACHABLE -> "emergency.helping.person.unreachable";
          case FORGOTTEN -> "emergency.helping.person.gone";
        }, "name", volunteer)));
    switch (why) {
      case GIVEN_BACK -> effects.add(new RequestEffect.VolunteerTold(volunteer, "emergency.helping.returned"));
      case SILENT -> effects.add(new RequestEffect.VolunteerTold(volunteer, "emergency.helping.silent"));
      case UNREACHABLE, BLOCKED, FORGOTTEN -> {
        // Nothing reaches them, or they know.
      }
    }
    effects.addAll(List.of(COPIES, CARD, new RequestEffect.SearchBegun()));
    effects.addAll(then);
    return new Decision.Moved(OPEN, null, effects, null);
  }

  /// The volunteer thought that it was done, and it isn't.
  private static Decision stillNeeded(PersonId helper) {
    return new Decision.Moved(OPEN, null, List.of(new Effect.TimersCancelled(), new RequestEffect.BackInPool(),
        new RequestEffect.LifetimeBegun(), Effect.noted("still-needed"), new RequestEffect.PlaceTakenBack(helper),
        new RequestEffect.HelperTold("emergency.still-needed.helper"),
        new RequestEffect.AskerTold(Phrase.of("emergency.still-needed"), Besides.WITHDRAWING), COPIES, CARD,
        new RequestEffect.SearchBegun()), null);
  }

  /// The only way in which a request is closed.
  ///
  /// @param of who wanted it
  private static Decision ended(State open, Request.Ending why, Actor of, @Nullable Phrase words) {
    PersonId owner = switch (open) {
      case State.Taken(var by) -> by;
      case State.Done(var by) -> by;
      case State.Open _, State.Appealed _, State.Closed _ -> null;
    };
    List<Effect> effects = new ArrayList<>(List.of(new RequestEffect.Ended(why),
        new Effect.Noted("closed", of, why.name()), new RequestEffect.ClosingSettled(),
        new Effect.TimersCancelled()));
    if (owner != null) {
      effects.add(new RequestEffect.RemarkNotAwaited(owner));
    }
    effects.addAll(List.of(new RequestEffect.PlaceForgotten(), new RequestEffect.EndingTold(why, of.person()), COPIES,
        CARD));
    return new Decision.Moved(Ticket.CLOSED, owner, effects, words);
  }

  private static Decision appealed() {
    return new Decision.Moved(APPEALED, null, List.of(new RequestEffect.AppealKept(), Effect.noted("appealed"),
        new RequestEffect.LifetimeBegun(), new RequestEffect.DecisionAwaited(), new RequestEffect.AppealPassed(),
        COPIES, CARD, new RequestEffect.CoordinatorsAlerted("emergency.appeal.note", null)), null);
  }

  /// Before it is closed: that is their appeal, too.
  private static List<Effect> insisting() {
    return List.of(new RequestEffect.AppealKept(), new RequestEffect.ClosingOverruled(), Effect.noted("appealed"),
        new RequestEffect.AskerTold(Phrase.of("emergency.appeal.goes-on"), Besides.HELPLINES));
  }

  private static Decision insisted(Facts facts) {
    List<Effect> effects = new ArrayList<>(insisting());
    effects.addAll(List.of(new RequestEffect.VolunteerTold(facts.closingBy(), "emergency.not-urgent.insisted"), CARD,
        alert(facts)));
    return new Decision.Stayed(effects, null);
  }

  private static Effect alert(Facts facts) {
    return new RequestEffect.CoordinatorsAlerted("emergency.appeal.note-open", facts.closingBy());
  }

  private static Decision leftOpen(Facts facts) {
    return new Decision.Stayed(List.of(new RequestEffect.AppealKept(), new RequestEffect.ClosingOverruled(),
        Effect.noted("left-open"), told("emergency.not-urgent.stays-open"),
        new RequestEffect.VolunteerTold(facts.closingBy(), "emergency.not-urgent.left-open"), CARD), DECIDED);
  }

  /// What volunteers thought of it counts no more.
  private static Decision readmitted() {
    return new Decision.Moved(OPEN, null, List.of(Effect.noted("readmitted"), new RequestEffect.LifetimeBegun(),
        told("emergency.readmitted"), new RequestEffect.BackInPool(), new RequestEffect.VotesCleared(), COPIES,
        new RequestEffect.SearchBegun(), CARD), DECIDED);
  }

  private static Decision extended(@Nullable Effect told, @Nullable Phrase words) {
    List<Effect> effects = new ArrayList<>(List.of(new RequestEffect.LifetimeBegun(), Effect.noted("extended")));
    if (told != null) {
      effects.add(told);
    }
    effects.add(CARD);
    return new Decision.Stayed(effects, words);
  }
}
