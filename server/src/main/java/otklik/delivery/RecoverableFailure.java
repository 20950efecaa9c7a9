package otklik.delivery;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import otklik.channels.Call;
import otklik.channels.Outcome;
import otklik.standing.Trouble.Kind;

/// What stands in a call's way that people can take away.
///
/// @param scope which lanes wait with it; null when the call isn't worth waiting for
record RecoverableFailure(Kind kind, @Nullable HoldScope scope) {

  /// Null when nobody can mend why it was refused. Whoever asks a question must hear soon that there is no answer.
  static @Nullable RecoverableFailure of(Call call, Outcome.Refused refused) {
    return switch (refused.why()) {
      case CHANNEL_REVOKED -> new RecoverableFailure(Kind.REVOKED, HoldScope.EVERYTHING);
      case CHAT_GONE -> new RecoverableFailure(Kind.GROUP_LOST, call instanceof Call.Question ? null
          : HoldScope.EVERYTHING);
      case TOPIC_GONE -> call instanceof Call.OpenTopic ? new RecoverableFailure(Kind.NO_TOPICS, HoldScope.TOPICS)
          : null;
      case NO_RIGHTS -> lackingRights(call);
      case PERSON_UNREACHABLE, CHAT_MOVED, TOPIC_CLOSED, MESSAGE_GONE, MESSAGE_FIXED, TOO_LATE, BAD_FILE, NO_VOICE,
          NOT_ACCEPTED, UNCONFIRMED, KEEPS_FAILING -> null;
    };
  }

  private static RecoverableFailure lackingRights(Call call) {
    return switch (call) {
      case Call.Say _, Call.SayAlbum _, Call.EditText _, Call.EditCaption _, Call.EditButtons _ ->
          new RecoverableFailure(Kind.MUTED, HoldScope.EVERYTHING);
      case Call.OpenTopic _ -> new RecoverableFailure(Kind.NO_RIGHT_TO_TOPICS, HoldScope.OPENINGS);
      case Call.CloseTopic _, Call.ReopenTopic _, Call.RenameTopic _ ->
          new RecoverableFailure(Kind.NO_RIGHT_TO_TOPICS, null);
      case Call.Pin _ -> new RecoverableFailure(Kind.NO_RIGHT_TO_PIN, null);
      case Call.Delete _, Call.DeleteTopic _ -> new RecoverableFailure(Kind.NO_RIGHT_TO_DELETE, null);
      case Call.React _, Call.AnswerPress _, Call.OfferCommands _, Call.Question _ -> null;
    };
  }

  /// Which troubles of the group can't be, because this call went well.
  static Set<Kind> disprovedBy(Call call) {
    return switch (call) {
      case Call.Say _, Call.SayAlbum _ -> Set.of(Kind.GROUP_LOST, Kind.MUTED);
      case Call.OpenTopic _ -> Set.of(Kind.GROUP_LOST, Kind.NO_TOPICS, Kind.NO_RIGHT_TO_TOPICS);
      case Call.Pin _ -> Set.of(Kind.GROUP_LOST, Kind.NO_RIGHT_TO_PIN);
      case Call.EditText _, Call.EditCaption _, Call.EditButtons _, Call.React _, Call.Delete _, Call.CloseTopic _,
          Call.ReopenTopic _, Call.RenameTopic _, Call.DeleteTopic _, Call.AnswerPress _, Call.OfferCommands _,
          Call.Question _ -> Set.of();
    };
  }
}
