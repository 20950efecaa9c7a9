package otklik.emergency;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// What is written down when a request comes back.
@Component
final class PoolRows {
  private final Requests requests;
  private final Askings askings;
  private final Remarks remarks;

  PoolRows(Requests requests, Askings askings, Remarks remarks) {
    this.requests = requests;
    this.askings = askings;
    this.remarks = remarks;
  }

  void returned(Tx tx, Channel channel, TicketId ticket, PersonId volunteer, @Nullable String remark) {
    askings.of(tx, channel, ticket, volunteer)
        .ifPresent(asking -> askings.becomes(tx, channel, asking.id(), Asking.State.RETURNED));
    if (remark != null) {
      remarks.add(tx, channel, ticket, volunteer, remark);
    }
    requests.backInPool(tx, channel, ticket);
  }
}
