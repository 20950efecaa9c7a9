package otklik.emergency.helping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.MediaKind;
import otklik.channels.MessageRef;
import otklik.channels.Outcome;
import otklik.delivery.Deliveries;
import otklik.delivery.Listener;
import otklik.delivery.NewDelivery;
import otklik.delivery.SettledDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.requests.PrivateWords;
import otklik.emergency.requests.Request;
import otklik.emergency.requests.RequestLifecycle;
import otklik.emergency.requests.Requests;
import otklik.emergency.requests.Visibility;
import otklik.emergency.search.PressedTickets;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.settings.EmergencyPart;
import otklik.emergency.words.FilesLost;
import otklik.emergency.words.PlaceTraces;
import otklik.emergency.words.TakenBack;
import otklik.kernel.TicketId;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// [Вложения]: the files of a request, for a volunteer who wants to see them. They aren't sent to everybody, which would
/// cost many times as many messages. Those that may tell where they were made are for the one who takes the request.
@Component
public final class Files implements EmergencyPart, PersonButton, Listener {
  /// What deliveries of files are about: the ticket.
  public static final String SHOWN = "emergency.files";

  private final Requests requests;
  private final PressedTickets pressedTickets;
  private final Visibility visibility;
  private final TakenBack takenBack;
  private final FilesLost filesLost;
  private final Deliveries deliveries;

  Files(Requests requests, PressedTickets pressedTickets, Visibility visibility, TakenBack takenBack,
      FilesLost filesLost, Deliveries deliveries) {
    this.requests = requests;
    this.pressedTickets = pressedTickets;
    this.visibility = visibility;
    this.takenBack = takenBack;
    this.filesLost = filesLost;
    this.deliveries = deliveries;
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.FILES);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    Ticket ticket = pressedTickets.asked(pressing).orElse(null);
    if (ticket == null) {
      return new Response.Outdated();
    }
    return switch (RequestLifecycle.stateOf(ticket)) {
      case RequestLifecycle.State.Open _ -> sent(visitor, ticket, Which.OPEN);
      case RequestLifecycle.State.Taken(var by) when by.equals(visitor.person().id()) ->
          sent(visitor, ticket, Which.ALL);
      case RequestLifecycle.State.Taken(var by) ->
          Response.says(pressedTickets.takenByOther(visitor, by));
      case RequestLifecycle.State.Done _, RequestLifecycle.State.Appealed _, RequestLifecycle.State.Closed _ ->
          Response.says(visitor.text("emergency.take.closed"));
    };
  }

  private Response sent(Visitor visitor, Ticket ticket, Which which) throws Exception {
    return send(visitor, ticket, which) ? new Response.Now(null, false, true)
        : Response.says(visitor.text("emergency.copy.no-files"));
  }

  enum Which {
    /// Those that everybody may see.
    OPEN,
    /// Those that only whoever has taken the request may see.
    HELD,
    ALL
  }

  /// False when there are none.
  boolean send(Visitor visitor, Ticket ticket, Which which) throws Exception {
    Turn turn = visitor.turn();
    Request request = requests.of(turn, ticket);
    List<Content.Media> pictures = new ArrayList<>();
    boolean any = false;
    for (Visibility.Written written : visibility.written(turn, ticket)) {
      Content content = written.content();
      boolean forTaker = written.forTaker() || PrivateWords.isForTaker(content, request);
      if (content instanceof Content.Media media
          && (which == Which.ALL || which == (forTaker ? Which.HELD : Which.OPEN))) {
        any = true;
        if (forTaker) {
          say(visitor, ticket, media, PlaceTraces.FILE);
        } else if (media.kind() == MediaKind.PHOTO) {
          pictures.add(media);
        } else {
          say(visitor, ticket, media, SHOWN);
        }
      }
    }
    int most = turn.channel().sizes().album();
    for (int from = 0; from < pictures.size(); from += most) {
      List<Content.Media> album = pictures.subList(from, Math.min(from + most, pictures.size()));
      if (album.size() == 1) {
        say(visitor, ticket, album.getFirst(), SHOWN);
      } else {
        deliveries.owe(turn, NewDelivery.words(new Call.SayAlbum(visitor.chat(), List.copyOf(album), null))
            .about(SHOWN, ticket.id().value()).of(ticket.id()));
      }
    }
    return any;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(SHOWN);
  }

  /// What was in the air when its person was forgotten is taken back.
  @Override
  public void heard(Turn turn, SettledDelivery done) throws Exception {
    if (done.outcome() instanceof Outcome.Refused refused) {
      filesLost.tell(turn, done, refused);
      return;
    }
    boolean erased = requests.ticket(turn, new TicketId(done.subject().id())).map(Ticket::isErased).orElse(true);
    if (erased && done.outcome() instanceof Outcome.Sent sent) {
      for (String id : sent.ids()) {
        takenBack.takeFile(turn, new TicketId(done.subject().id()),
            new MessageRef(done.call().place().chat(), id));
      }
    }
  }

  private void say(Visitor visitor, Ticket ticket, Content content, String about) throws Exception {
    deliveries.owe(visitor.turn(), NewDelivery.words(new Call.Say(visitor.chat(), content, null, List.of()))
        .about(about, ticket.id().value()).of(ticket.id()));
  }
}
