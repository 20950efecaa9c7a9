package otklik.relay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.kernel.TicketId;
import otklik.storage.Address;
import otklik.storage.Database;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;
import otklik.turns.Turn;
import otklik.workspaces.Channel;
import otklik.workspaces.TestChannels;

@ParameterizedClass
@EachDatabase
class AlbumsTest {
  private static final TicketId TICKET = new TicketId(5);

  @Parameter
  TestDatabases databases;

  /// Works share a commit: the second of them must not carry over what the first has said to wait.
  @Test
  void an_album_waits_before_it_is_committed() {
    Address address = databases.ready();
    try (Database database = TestDatabases.open(address)) {
      Channel channel = TestChannels.in(database, address, "acme").all().iterator().next();
      Albums albums = new Albums(database);
      database.writeNow(tx -> {
        assertThat(albums.of(Turn.of(tx, channel), TICKET)).isEmpty();
        albums.add(Turn.of(tx, channel), "7", "a1", TICKET);
        assertThat(albums.of(Turn.of(tx, channel), TICKET)).containsExactly("a1");
        assertThat(albums.in(Turn.of(tx, channel), "7")).contains(new Albums.Waiting("a1", TICKET));
        return null;
      });
      database.writeNow(tx -> {
        assertThat(albums.take(Turn.of(tx, channel), "7", "a1")).isTrue();
        assertThat(albums.take(Turn.of(tx, channel), "7", "a1")).isFalse();
        assertThat(albums.of(Turn.of(tx, channel), TICKET)).isEmpty();
        return null;
      });
    }
  }
}
