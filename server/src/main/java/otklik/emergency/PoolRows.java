package otklik.emergency;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.turns.Turn;

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

  void returned(Turn turn, TicketId ticket, PersonId volunteer, @Nullable String remark) {
    askings.of(turn, ticket, volunteer)
        .ifPresent(asking -> askings.becomes(turn, asking.id(), Asking.State.RETURNED));
    if (remark != null) {
      remarks.add(turn, ticket, volunteer, remark);
    }
    requests.backInPool(turn, ticket);
  }
}
