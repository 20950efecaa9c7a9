package otklik.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.tickets.Ticket;

/// Deliveries and timers wait under these names while the program is replaced.
class RoomTagTest {
  @Test
  void what_a_helpdesk_has_stored_is_called_as_ever() {
    assertThat(Stream.of(RoomTag.values()).map(tag -> tag.in("helpdesk"))).containsExactly(
        "helpdesk.room", "helpdesk.card", "helpdesk.card-change", "helpdesk.note", "helpdesk.pin",
        "helpdesk.triage-room", "helpdesk.triage-card", "helpdesk.triage-line", "helpdesk.rehousing");
  }

  @ParameterizedTest
  @EnumSource(RoomTag.class)
  void a_stored_name_is_read_again(RoomTag tag) {
    assertThat(RoomTag.read(tag.in("helpdesk"))).isEqualTo(tag);
  }

  @Test
  void a_newer_state_of_a_card_replaces_the_one_that_waits_since_before_the_update() {
    Ticket ticket = new Ticket(new TicketId(9), 1, new PersonId(7), "7", "new", null, null, null, null, null,
        Instant.EPOCH, null, null, null);
    assertThat(RoomCards.ownKey(ticket)).isEqualTo("card:9");
    assertThat(RoomCards.sharedKey(ticket)).isEqualTo("triage-card:9");
  }
}
