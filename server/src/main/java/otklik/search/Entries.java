package otklik.search;

import static otklik.storage.schema.Tables.SEARCH_PENDING;
import static otklik.storage.schema.Tables.SEARCH_PROGRESS;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.kernel.ChannelId;
import otklik.kernel.Ids;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.kernel.WorkspaceId;
import otklik.storage.AcrossWorkspaces;
import otklik.storage.ReadTx;
import otklik.storage.Statement;
import otklik.storage.Tx;
import otklik.turns.ReadTurn;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// The rows of the index. On SQLite the full-text index is a table besides, which is told of each term that comes or goes;
/// PostgreSQL keeps its own.
@Component
final class Entries {
  private static final Statement OLD = Statement.of("""
      select terms, names, newest_message from search_entry where workspace_id = ? and ticket_id = ?
      """);
  /// As a stretch that holds one channel: otherwise PostgreSQL may go through the tickets of all channels from the newest
  /// on, and a large channel that has been silent for long comes last.
  private static final Statement NEWEST = Statement.of("""
      select ticket_id, terms from search_entry
      where workspace_id = ? and channel_id >= ? and channel_id <= ? order by channel_id desc, ticket_id desc limit ?
      """);
  private static final Statement PUT = Statement.of("""
      insert into search_entry (ticket_id, workspace_id, channel_id, person_id, names, newest_message, terms)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict (ticket_id) do update set names = excluded.names, newest_message = excluded.newest_message,
        terms = excluded.terms
      """);
  private static final Statement REMOVE = Statement.of("""
      delete from search_entry where workspace_id = ? and ticket_id = ?
      """);
  private static final Statement NAMED_OTHERWISE = Statement.of("""
      select ticket_id from search_entry
      where workspace_id = ? and channel_id = ? and person_id = ? and names <> ?
      """);
  private static final Statement MARK = Statement.of("""
      insert into search_pending (ticket_id, workspace_id, channel_id, mark) values (?, ?, ?, ?)
      on conflict (ticket_id) do update set mark = excluded.mark
      """);
  private static final Statement MARKED = Statement.of("""
      select mark from search_pending where workspace_id = ? and ticket_id = ?
      """);
  private static final Statement DONE = Statement.of("""
      delete from search_pending where workspace_id = ? and ticket_id = ? and mark = ?
      """);
  private static final Statement ADD_TERMS = Statement.of("insert into search_terms (rowid, terms) values (?, ?)");
  private static final Statement REMOVE_TERMS =
      Statement.of("insert into search_terms (search_terms, rowid, terms) values ('delete', ?, ?)");
  /// The full-text index comes first: whatever the planner believes, it reads only what it names.
  private static final Statement FIND_ON_SQLITE = Statement.of("""
      select entry.ticket_id from search_terms
      cross join search_entry entry on entry.ticket_id = search_terms.rowid
      where search_terms match ? and entry.workspace_id = ? and entry.channel_id = ?
      order by search_terms.rowid desc limit ?
      """);
  private static final Statement FIND_ON_POSTGRES = Statement.of("""
      with hit as materialized (
        select ticket_id, workspace_id, channel_id from search_entry
        where array_to_tsvector(string_to_array(terms, ' ')) @@ cast(? as tsquery))
      select ticket_id from hit where workspace_id = ? and channel_id = ? order by ticket_id desc limit ?
      """);

  /// A ticket and what is to stand for it; null where nothing is. mark: of the change that it was read after; null for a
  /// new message.
  record Fresh(Channel channel, TicketId ticket, Searchable.@Nullable Findable findable,
      String terms, @Nullable Long mark) {}

  /// @param names  a hash of the names among the terms
  /// @param newest the youngest message that is in
  record Entry(String terms, int names, long newest) {}

  record Marked(ChannelId channel, TicketId ticket, long mark) {}

  private final Ids ids;

  Entries(Ids ids) {
    this.ids = ids;
  }

  /// Those of the newest so many tickets that fit, newest first.
  List<TicketId> among(ReadTurn turn, int newest, SearchQuery query) throws SQLException {
    List<Optional<TicketId>> each = turn.all(NEWEST, row -> query.matches(turn.channel().id(), row.getString(2))
        ? Optional.of(new TicketId(row.getLong(1))) : Optional.empty(),
        turn.workspace().value(), turn.channel().id().value(), turn.channel().id().value(), newest);
    return each.stream().flatMap(Optional::stream).toList();
  }

  /// Newest first.
  List<TicketId> find(ReadTurn turn, SearchQuery query, int most) throws SQLException {
    boolean sqlite = isSqlite(turn.tx());
    return turn.all(sqlite ? FIND_ON_SQLITE : FIND_ON_POSTGRES, row -> new TicketId(row.getLong(1)),
        sqlite ? query.fts5(turn.channel().id()) : query.tsquery(turn.channel().id()), turn.workspace().value(),
        turn.channel().id().value(), most);
  }

  private static boolean isSqlite(ReadTx tx) {
    return tx.sql().dialect() == SQLDialect.SQLITE;
  }

  /// Messages up to this one are in.
  long progress(ReadTx tx) {
    return tx.sql().select(SEARCH_PROGRESS.MESSAGE_ID).from(SEARCH_PROGRESS).fetchSingle(SEARCH_PROGRESS.MESSAGE_ID);
  }

  /// Those behind that ticket.
  List<Marked> marked(ReadTx tx, TicketId behind, int most) {
    return tx.sql().select(SEARCH_PENDING.CHANNEL_ID, SEARCH_PENDING.TICKET_ID, SEARCH_PENDING.MARK)
        .hint(AcrossWorkspaces.TICKETS_TO_INDEX.mark())
        .from(SEARCH_PENDING)
        .where(SEARCH_PENDING.TICKET_ID.gt(behind.value()))
        .orderBy(SEARCH_PENDING.TICKET_ID).limit(most)
        .fetch(row -> new Marked(new ChannelId(row.value1()), new TicketId(row.value2()), row.value3()));
  }

  /// Of one channel.
  List<TicketId> marked(ReadTurn turn, int most) {
    return turn.sql().select(SEARCH_PENDING.TICKET_ID).from(SEARCH_PENDING)
        .where(SEARCH_PENDING.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(SEARCH_PENDING.CHANNEL_ID.eq(turn.channel().id().value()))
        .limit(most)
        .fetch(row -> new TicketId(row.value1()));
  }

  /// The youngest message that is in of a ticket.
  Optional<Long> newestMessage(ReadTurn turn, TicketId ticket) throws SQLException {
    return turn.first(OLD, row -> row.getLong(3), turn.workspace().value(), ticket.value());
  }

  /// What stands for a ticket.
  Optional<Entry> find(ReadTurn turn, TicketId ticket) {
    return turn.first(OLD, row -> new Entry(row.getString(1), row.getInt(2), row.getLong(3)),
        turn.workspace().value(), ticket.value());
  }

  /// It is to be read anew.
  void mark(Tx tx, WorkspaceId workspace, ChannelId channel, TicketId ticket) throws SQLException {
    tx.defer(MARK, ticket.value(), workspace.value(), channel.value(), ids.next());
  }

  void remove(Turn turn, Collection<TicketId> tickets) throws SQLException {
    turn.flush();
    for (TicketId ticket : tickets) {
      Optional<String> terms = turn.first(OLD, row -> row.getString(1), turn.workspace().value(), ticket.value());
      if (terms.isPresent()) {
        replace(turn.tx(), ticket, terms.get(), "");
        turn.defer(REMOVE, turn.workspace().value(), ticket.value());
      }
    }
  }

  private record Old(Fresh fresh, String terms, boolean isNamedTheSame) {}

  /// What was read on a reader takes the place of what stands here, unless it was changed or erased in between: then
  /// somebody marked it, and it will be read again.
  ///
  /// @param progress messages up to this one are in
  void put(Tx tx, List<Fresh> all, long progress) throws SQLException {
    tx.flush();
    List<Old> replaced = new ArrayList<>();
    for (Fresh fresh : all) {
      Optional<Long> marked = tx.first(MARKED, row -> row.getLong(1), fresh.channel().workspace().value(),
          fresh.ticket().value());
      if (marked.equals(Optional.ofNullable(fresh.mark()))) {
        int names = names(fresh);
        replaced.add(tx.first(OLD, row -> new Old(fresh, row.getString(1), row.getInt(2) == names),
            fresh.channel().workspace().value(), fresh.ticket().value()).orElse(new Old(fresh, "", false)));
      }
    }
    for (Old old : replaced) {
      put(tx, old);
    }
    tx.sql().update(SEARCH_PROGRESS).set(SEARCH_PROGRESS.MESSAGE_ID, progress).execute();
  }

  private static int names(Fresh fresh) {
    return fresh.findable() == null ? 0 : hash(fresh.findable());
  }

  /// Of the names that a ticket is found by.
  static int hash(Searchable.Findable findable) {
    return findable.names().hashCode();
  }

  private void put(Tx tx, Old old) throws SQLException {
    Fresh fresh = old.fresh();
    Channel channel = fresh.channel();
    long workspace = channel.workspace().value();
    Searchable.Findable findable = fresh.findable();
    replace(tx, fresh.ticket(), old.terms(), fresh.terms());
    if (findable == null) {
      tx.defer(REMOVE, workspace, fresh.ticket().value());
    } else {
      tx.defer(PUT, fresh.ticket().value(), workspace, channel.id().value(), findable.person().value(), names(fresh),
          findable.newest(), fresh.terms());
      if (!old.isNamedTheSame()) {
        namedOtherwise(Turn.of(tx, channel), findable.person(), names(fresh));
      }
    }
    if (fresh.mark() != null) {
      tx.defer(DONE, workspace, fresh.ticket().value(), fresh.mark());
    }
  }

  private void namedOtherwise(Turn turn, PersonId person, int names) throws SQLException {
    for (long ticket : turn.all(NAMED_OTHERWISE, row -> row.getLong(1), turn.workspace().value(),
        turn.channel().id().value(), person.value(), names)) {
      mark(turn.tx(), turn.workspace(), turn.channel().id(), new TicketId(ticket));
    }
  }

  private static void replace(Tx tx, TicketId ticket, String old, String now) throws SQLException {
    if (!isSqlite(tx)) {
      return;
    }
    String gone = Terms.without(old, now);
    String come = Terms.without(now, old);
    if (!gone.isEmpty()) {
      tx.defer(REMOVE_TERMS, ticket.value(), gone);
    }
    if (!come.isEmpty()) {
      tx.defer(ADD_TERMS, ticket.value(), come);
    }
  }
}
