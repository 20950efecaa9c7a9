package otklik.helpdesk;

import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.talk.Order;
import otklik.talk.RoomAction;

/// `/revoke CODE`: lets nobody else in with it. Whoever came in stays; the configuration doesn't switch it on again.
@Component
final class RevokeCommand implements DeskPart, RoomAction {
  private final Invites invites;
  private final Deliveries deliveries;

  RevokeCommand(Invites invites, Deliveries deliveries) {
    this.invites = invites;
    this.deliveries = deliveries;
  }

  @Override
  public String name() {
    return "revoke";
  }

  @Override
  public boolean isForAdmins() {
    return true;
  }

  @Override
  public void obey(Order order) throws Exception {
    Optional<Invite> invite = InviteCode.in(order.rest(), order.channel().messenger().links())
        .flatMap(code -> invites.meant(order.turn(), code));
    String answer;
    if (invite.isEmpty()) {
      answer = order.text("revoke.no-such");
    } else if (!invites.revoke(order.turn(), invite.get())) {
      answer = order.text("revoke.was-off", "code", invite.get().code());
    } else {
      boolean declared = HelpdeskSettings.of(order.channel()).clients().stream()
          .flatMap(client -> client.projects().stream())
          .anyMatch(project -> project.inviteCode().equals(invite.get().code()));
      answer = order.text(declared ? "revoke.done-declared" : "revoke.done", "code", invite.get().code());
    }
    deliveries.owe(order.turn(), NewDelivery.words(order.answer(answer)));
  }
}
