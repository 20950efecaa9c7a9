package otklik.emergency.helping;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.requests.Asking;
import otklik.emergency.requests.Askings;
import otklik.emergency.requests.Case;
import otklik.emergency.requests.Copy;
import otklik.emergency.requests.PrivateWords;
import otklik.emergency.requests.Request.Fix;
import otklik.emergency.requests.Requests;
import otklik.emergency.requests.Story;
import otklik.emergency.requests.TakerCard;
import otklik.emergency.requests.Visibility;
import otklik.emergency.search.ExactWords;
import otklik.emergency.search.VolunteerInvitations;
import otklik.emergency.words.PlaceTraces;
import otklik.kernel.DeliveryId;
import otklik.kernel.TicketId;
import otklik.relay.Byline;
import otklik.relay.Pieces;
import otklik.turns.Turn;

/// What the volunteer gets who has taken a request, and nobody else: the files, contacts that were shared, the exact
/// place, and a card with buttons, which is their copy from now on.
@Component
final class TakerBriefing {
  private final Requests requests;
  private final Askings askings;
  private final Files files;
  private final Visibility visibility;
  private final VolunteerInvitations volunteerInvitations;
  private final Deliveries deliveries;

  TakerBriefing(Requests requests, Askings askings, Files files, Visibility visibility,
      VolunteerInvitations volunteerInvitations, Deliveries deliveries) {
    this.requests = requests;
    this.askings = askings;
    this.files = files;
    this.visibility = visibility;
    this.volunteerInvitations = volunteerInvitations;
    this.deliveries = deliveries;
  }

  void give(Visitor volunteer, Case it) throws Exception {
    Turn turn = volunteer.turn();
    files.send(volunteer, it.ticket(), Files.Which.ALL);
    contacts(volunteer, it);
    place(volunteer, it);
    TakerCard card = new TakerCard(new Copy(turn.channel(), volunteer.language(), it, Double.POSITIVE_INFINITY, null,
        volunteer.person().id()));
    Asking asking = askings.of(turn, it.ticket().id(), volunteer.person().id()).orElseThrow();
    DeliveryId delivery = deliveries.owe(turn,
        NewDelivery.words(new Call.Say(volunteer.chat(), card.text(), null, card.buttons()))
            .about(VolunteerInvitations.COPY, asking.id()).of(it.ticket().id()));
    askings.owed(turn, asking.id(), delivery);
    volunteerInvitations.below(turn, asking, Copy.below(turn.channel(), volunteer.language(), it));
  }

  /// What may be told to nobody else, once more.
  void tellAnew(Visitor volunteer, Case it) throws Exception {
    files.send(volunteer, it.ticket(), Files.Which.HELD);
    contacts(volunteer, it);
    place(volunteer, it);
  }

  /// Whom to call, and words that others don't see; taken back together with the place.
  private void contacts(Visitor volunteer, Case it) throws Exception {
    for (Visibility.Written written : visibility.written(volunteer.turn(), it.ticket())) {
      Content content = written.content();
      if (Story.isContact(content) || written.forTaker() && !(content instanceof Content.Media)
          || content instanceof Content.Text && PrivateWords.isHeldBack(content, it.request())
              && !Story.words(content).equals(it.request().address())) {
        for (Content whose : whose(volunteer, it, content)) {
          tell(volunteer, it, whose);
        }
      }
    }
    for (String words : visibility.corrections(volunteer.turn(), it.ticket().id())) {
      for (Content whose : whose(volunteer, it, Content.Text.of(words))) {
        tell(volunteer, it, whose);
      }
    }
  }

  /// Whoever helps two must see whose words they are.
  private static List<Content> whose(Visitor volunteer, Case it, Content content) {
    return Byline.on(volunteer.text("emergency.from-asker", "number", it.ticket().shownNumber(),
        "name", it.person().spokenName()), content);
  }

  /// On a map and in words; both are taken back when the request is closed or given back.
  private void place(Visitor volunteer, Case it) throws Exception {
    Fix exact = it.request().exact();
    if (exact != null) {
      tell(volunteer, it, new Content.Location(exact.point().latitude(), exact.point().longitude(),
          exact.accuracy(), false));
    }
    Optional<Content.Text> words = new ExactWords(volunteer, it, exact != null && isEarlier(volunteer, it)).text();
    if (words.isPresent()) {
      tell(volunteer, it, words.get());
    }
  }

  /// Whether another message tells the address than the one that tells where they are.
  private boolean isEarlier(Visitor volunteer, Case it) {
    TicketId id = it.ticket().id();
    return requests.placeMessage(volunteer.turn(), id)
        .filter(told -> !requests.isFollowed(volunteer.turn(), id, told)).isPresent();
  }

  private void tell(Visitor volunteer, Case it, Content content) throws Exception {
    for (Content piece : Pieces.of(content, volunteer.channel().sizes())) {
      deliveries.owe(volunteer.turn(), NewDelivery.words(new Call.Say(volunteer.chat(), piece, null, List.of()))
          .about(PlaceTraces.POSITION, it.ticket().id().value()).of(it.ticket().id()));
    }
  }
}
