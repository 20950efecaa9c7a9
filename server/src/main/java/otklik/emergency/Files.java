package otklik.emergency;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.MediaKind;
import otklik.channels.Outcome;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.Done;
import otklik.delivery.Listener;
import otklik.delivery.Owed;
import otklik.delivery.Priority;
import otklik.dialogs.Visitor;
import otklik.kernel.TicketId;
import otklik.relay.Relay;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.workspaces.Channel;

/// [Вложения]: the files of a request, for a volunteer who wants to see them. They aren't sent to everybody, which would
/// cost many times as many messages.
@Component
final class Files implements PersonButton, Listener {
  /// What deliveries of files are about: the ticket.
  static final String SHOWN = "emergency.files";
  private static final int LARGEST_ALBUM = 10;

  private final Tickets tickets;
  private final Held held;
  private final Relay relay;
  private final Deliveries deliveries;

  Files(Tickets tickets, Held held, Relay relay, Deliveries deliveries) {
    this.tickets = tickets;
    this.held = held;
    this.relay = relay;
    this.deliveries = deliveries;
  }

  @Override
  public Set<Press.Action> actions() {
    return Set.of(Press.Action.FILES);
  }

  @Override
  public Response pressed(Tx tx, Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    Ticket ticket = held.asked(tx, pressing).orElse(null);
    if (ticket == null) {
      return new Response.Outdated();
    }
    return switch (Lifecycle.stateOf(ticket)) {
      case Lifecycle.State.Open _ -> sent(tx, visitor, ticket);
      case Lifecycle.State.Taken(var by) when by.equals(visitor.person().id()) -> sent(tx, visitor, ticket);
      case Lifecycle.State.Taken _ ->
          Response.says(held.refusal(tx, visitor, ticket, Lifecycle.Why.TAKEN_BY_OTHER));
      case Lifecycle.State.Done _, Lifecycle.State.Appealed _, Lifecycle.State.Closed _ ->
          Response.says(held.refusal(tx, visitor, ticket, Lifecycle.Why.CLOSED));
    };
  }

  private Response sent(Tx tx, Visitor visitor, Ticket ticket) throws Exception {
    return send(tx, visitor, ticket) ? Response.says(visitor.text("emergency.copy.files-sent"))
        : Response.says(visitor.text("emergency.copy.no-files"));
  }

  /// False when there are none.
  boolean send(Tx tx, Visitor visitor, Ticket ticket) throws Exception {
    Channel channel = visitor.channel();
    List<Content.Media> pictures = new ArrayList<>();
    boolean any = false;
    for (Content content : relay.written(tx, channel, ticket)) {
      if (content instanceof Content.Media media) {
        any = true;
        if (media.kind() == MediaKind.PHOTO || media.kind() == MediaKind.VIDEO) {
          pictures.add(media);
        } else {
          say(tx, visitor, ticket, media);
        }
      }
    }
    for (int from = 0; from < pictures.size(); from += LARGEST_ALBUM) {
      List<Content.Media> album = pictures.subList(from, Math.min(from + LARGEST_ALBUM, pictures.size()));
      if (album.size() == 1) {
        say(tx, visitor, ticket, album.getFirst());
      } else {
        deliveries.owe(tx, channel, Owed.words(new Call.SayAlbum(visitor.chat(), List.copyOf(album), null))
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
  public void heard(Tx tx, Channel channel, Done done) throws Exception {
    boolean erased = tickets.find(tx, channel, new TicketId(done.subject().id())).map(Ticket::isErased).orElse(true);
    if (erased && done.outcome() instanceof Outcome.Sent sent) {
      for (String id : sent.ids()) {
        deliveries.owe(tx, channel, Owed.of(Priority.EDITS,
            new Call.Delete(done.call().place(), new Target.Known(id))));
      }
    }
  }

  private void say(Tx tx, Visitor visitor, Ticket ticket, Content content) throws Exception {
    deliveries.owe(tx, visitor.channel(), Owed.words(new Call.Say(visitor.chat(), content, null, List.of()))
        .about(SHOWN, ticket.id().value()).of(ticket.id()));
  }
}
