package otklik.emergency.helping;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.emergency.requests.RequestCommand;
import otklik.emergency.requests.RequestMoves;
import otklik.emergency.settings.EmergencyButton;
import otklik.people.Role;
import otklik.talk.CommandDoor;
import otklik.tickets.Ticket;

/// [Взять в работу]: one volunteer of many gets the request, by one step in the database. A press on a request that is
/// taken is answered without asking the messenger anything.
@Component
final class TakeRequestButton extends MembersOnlyButton {
  private final RequestMoves requestMoves;
  private final CommandDoor door;

  TakeRequestButton(MemberPresses memberPresses, RequestMoves requestMoves, CommandDoor door) {
    super(EmergencyButton.TAKE, memberPresses);
    this.requestMoves = requestMoves;
    this.door = door;
  }

  @Override
  Optional<String> refusal(Visitor visitor, Ticket ticket) throws Exception {
    return requestMoves.refusal(visitor, ticket, new RequestCommand.Take());
  }

  /// The state is named in the update: of all who come here for one request, it changes a row for the first alone.
  @Override
  String granted(Visitor visitor, Ticket ticket) throws Exception {
    return door.shown(visitor, door.given(visitor, Set.of(Role.MEMBER), ticket, new RequestCommand.Take()));
  }
}
