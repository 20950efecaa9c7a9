package otklik.emergency.coordinators;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.emergency.requests.PrivateWords;
import otklik.emergency.requests.Request;
import otklik.emergency.requests.Requests;
import otklik.emergency.requests.Visibility;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.settings.EmergencyPart;
import otklik.rooms.RoomTag;
import otklik.talk.Press;
import otklik.talk.RoomButton;
import otklik.talk.RoomPressing;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// [Вложения] under a request's card: its files, where the card stands. Places, contacts and files that may
/// tell a place aren't among them.
@Component
final class FilesInRoom implements EmergencyPart, RoomButton {
  private final Requests requests;
  private final Visibility visibility;
  private final Deliveries deliveries;

  FilesInRoom(Requests requests, Visibility visibility, Deliveries deliveries) {
    this.requests = requests;
    this.visibility = visibility;
    this.deliveries = deliveries;
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.FILES);
  }

  @Override
  public String pressed(RoomPressing pressing) throws Exception {
    Turn turn = pressing.turn();
    Ticket ticket = pressing.ticket();
    if (ticket == null || ticket.room() == null || ticket.state().equals(Ticket.CLOSED)) {
      return pressing.outdated();
    }
    Request request = requests.of(turn, ticket);
    boolean any = false;
    for (Visibility.Written written : visibility.written(turn, ticket)) {
      if (written.content() instanceof Content.Media media && !written.forTaker()
          && !PrivateWords.isForTaker(media, request)) {
        any = true;
        deliveries.owe(turn, NewDelivery.words(
            new Call.Say(ticket.room(), media, repliedTo(pressing.pressed()), List.of()))
            .about(RoomTag.LINE.of(turn.channel()), ticket.id().value()));
      }
    }
    return turn.text(any ? "emergency.coordinators.files-sent" : "emergency.coordinators.no-files");
  }

  private static @Nullable Target repliedTo(Incoming.Pressed pressed) {
    return pressed.on() == null ? null : new Target.Known(pressed.on().id());
  }
}
