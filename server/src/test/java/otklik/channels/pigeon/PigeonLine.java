package otklik.channels.pigeon;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Door;
import otklik.channels.Incoming;
import otklik.channels.Inspection;
import otklik.channels.Limits;
import otklik.channels.Line;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Rate;
import otklik.channels.Refusal;
import otklik.channels.Target;

/// One ring.
final class PigeonLine implements Line {
  private static final Limits LIMITS = new Limits(new Rate(100, Duration.ofSeconds(1)), null, null);

  private final Loft loft;
  private final String ring;

  PigeonLine(Loft loft, String ring) {
    this.loft = loft;
    this.ring = ring;
  }

  @Override
  public Outcome call(Call call) {
    try {
      return switch (call) {
        case Call.Say say -> said(say);
        case Call.AnswerPress(Place place, _, var text, _) -> text == null ? new Outcome.Sent(List.of())
            : sent(place, text, null, List.of(), null);
        case Call.AskMember(Place place, var account) -> new Outcome.Answered(loft.member(ring, place.chat(), account));
        case Call.AskGroup(Place place) -> new Outcome.Answered(loft.flock(ring, place.chat()));
        case Call.EditText _, Call.EditCaption _, Call.EditButtons _, Call.Delete _ ->
            Outcome.Refused.because(Refusal.MESSAGE_FIXED, "the pigeon has left");
        case Call.SayAlbum _, Call.Pin _, Call.OpenTopic _, Call.CloseTopic _, Call.ReopenTopic _, Call.RenameTopic _,
            Call.DeleteTopic _, Call.OfferCommands _, Call.React _ ->
            Outcome.Refused.because(Refusal.NOT_ACCEPTED, "no pigeon can do that");
      };
    } catch (NoFlight reason) {
      return reason.outcome();
    }
  }

  private Outcome said(Call.Say say) throws NoFlight {
    String answered = say.replyTo() instanceof Target.Known(String letter) ? letter : null;
    return switch (say.content()) {
      case Content.Text text -> sent(say.place(), text.text(), null, Loft.corners(say.buttons()), answered);
      case Content.Media media -> sent(say.place(), media.caption(), media.file().id(), Loft.corners(say.buttons()),
          answered);
      case Content.Location _, Content.Venue _, Content.Contact _, Content.Poll _, Content.Dice _,
          Content.Unsupported _ -> Outcome.Refused.because(Refusal.NOT_ACCEPTED, "too heavy: " + say.content().type());
    };
  }

  private Outcome sent(Place place, String text, @Nullable String picture, List<Loft.Corner> corners,
      @Nullable String answered) throws NoFlight {
    return new Outcome.Sent(List.of(loft.send(ring, place.chat(), text, picture, corners, answered)));
  }

  @Override
  public int cost(Call call) {
    return call instanceof Call.Say ? 1 : 0;
  }

  /// A corner comes back to whose ring the letter bore.
  @Override
  public boolean isForAnyone(Call call) {
    return call instanceof Call.Say say && say.buttons().isEmpty();
  }

  @Override
  public boolean isGroup(String chat) {
    return PigeonMessenger.isFlock(chat);
  }

  @Override
  public Limits limits() {
    return LIMITS;
  }

  @Override
  public String self() {
    return loft.owner(ring);
  }

  @Override
  public Incoming read(String raw) {
    return PigeonNews.read(raw);
  }

  @Override
  public void receive(Door door) {
    loft.tells(ring, news -> {
      if (!door.mayPush()) {
        throw new IllegalStateException("bring it later");
      }
      door.accept(List.of(news.received()));
    });
  }

  @Override
  public Inspection inspection() {
    return new PigeonInspection(loft, ring);
  }

  @Override
  public @Nullable String address() {
    return null;
  }

  @Override
  public void close() {
    loft.tellsNoMore(ring);
  }
}
