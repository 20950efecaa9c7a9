package otklik.emergency;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.dialogs.Visitor;
import otklik.emergency.Request.Fix;
import otklik.kernel.DeliveryId;
import otklik.kernel.TicketId;
import otklik.relay.Byline;
import otklik.relay.Pieces;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// What the volunteer gets who has taken a request, and nobody else: the files, contacts that were shared, the exact
/// place, and a card with buttons, which is their copy from now on.
@Component
final class Outfit {
  private final Requests requests;
  private final Askings askings;
  private final Files files;
  private final Visibility visibility;
  private final Summons summons;
  private final Deliveries deliveries;

  Outfit(Requests requests, Askings askings, Files files, Visibility visibility, Summons summons, Deliveries deliveries) {
    this.requests = requests;
    this.askings = askings;
    this.files = files;
    this.visibility = visibility;
    this.summons = summons;
    this.deliveries = deliveries;
  }

  void give(Tx tx, Visitor volunteer, Case it) throws Exception {
    Channel channel = volunteer.channel();
    files.send(tx, volunteer, it.ticket(), Files.Which.ALL);
    contacts(tx, volunteer, it);
    place(tx, volunteer, it);
    TakersCard card = new TakersCard(new Copy(channel, volunteer.language(), it, Double.POSITIVE_INFINITY, null,
        volunteer.person().id()));
    Asking asking = askings.of(tx, channel, it.ticket().id(), volunteer.person().id()).orElseThrow();
    DeliveryId delivery = deliveries.owe(tx, channel,
        Owed.words(new Call.Say(volunteer.chat(), card.text(), null, card.buttons()))
            .about(Summons.COPY, asking.id()).of(it.ticket().id()));
    askings.owed(tx, channel, asking.id(), delivery);
    summons.below(tx, channel, asking, Copy.below(channel, volunteer.language(), it));
  }

  /// What may be told to nobody else, once more.
  void tellAnew(Tx tx, Visitor volunteer, Case it) throws Exception {
    files.send(tx, volunteer, it.ticket(), Files.Which.HELD);
    contacts(tx, volunteer, it);
    place(tx, volunteer, it);
  }

  /// Whom to call, and words that others don't see; taken back together with the place.
  private void contacts(Tx tx, Visitor volunteer, Case it) throws Exception {
    for (Visibility.Written written : visibility.written(tx, volunteer.channel(), it.ticket())) {
      Content content = written.content();
      if (Story.isContact(content) || written.forTaker() && !(content instanceof Content.Media)
          || content instanceof Content.Text && PrivateWords.isHeldBack(content, it.request())
              && !Story.words(content).equals(it.request().address())) {
        for (Content whose : whose(volunteer, it, content)) {
          tell(tx, volunteer, it, whose);
        }
      }
    }
    for (String words : visibility.corrections(tx, volunteer.channel(), it.ticket().id())) {
      for (Content whose : whose(volunteer, it, Content.Text.of(words))) {
        tell(tx, volunteer, it, whose);
      }
    }
  }

  /// Whoever helps two must see whose words they are.
  private static List<Content> whose(Visitor volunteer, Case it, Content content) {
    return Byline.on(volunteer.text("emergency.from-asker", "number", it.ticket().shownNumber(),
        "name", it.person().spokenName()), content);
  }

  /// On a map and in words; both are taken back when the request is closed or given back.
  private void place(Tx tx, Visitor volunteer, Case it) throws Exception {
    Fix exact = it.request().exact();
    if (exact != null) {
      tell(tx, volunteer, it, new Content.Location(exact.point().latitude(), exact.point().longitude(),
          exact.accuracy(), false));
    }
    Optional<Content.Text> words = new ExactWords(volunteer, it, exact != null && isEarlier(tx, volunteer, it)).text();
    if (words.isPresent()) {
      tell(tx, volunteer, it, words.get());
    }
  }

  /// Whether another message tells the address than the one that tells where they are.
  private boolean isEarlier(Tx tx, Visitor volunteer, Case it) {
    TicketId id = it.ticket().id();
    return requests.placeMessage(tx, volunteer.channel(), id)
        .filter(told -> !requests.isFollowed(tx, volunteer.channel(), id, told)).isPresent();
  }

  private void tell(Tx tx, Visitor volunteer, Case it, Content content) throws Exception {
    for (Content piece : Pieces.of(content)) {
      deliveries.owe(tx, volunteer.channel(), Owed.words(new Call.Say(volunteer.chat(), piece, null, List.of()))
          .about(PlaceTraces.POSITION, it.ticket().id().value()).of(it.ticket().id()));
    }
  }
}
