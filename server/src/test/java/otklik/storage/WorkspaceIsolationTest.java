package otklik.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceIsolationTest {
  @ParameterizedTest
  @ValueSource(strings = {
      "select id from ticket",
      "select id, workspace_id from ticket where id = ?",
      "select ticket.id from ticket where ticket.workspace_id is not null",
      "update ticket set workspace_id = ? where id = ?",
      "delete from timer where id = ? returning kind",
      "insert into person (id, name) values (?, ?)",
      "select p.id from person p join binding b on b.person_id = p.id where p.workspace_id = ?",
      "select count(*) from inbox where state = 'aside'",
  })
  void a_statement_that_does_not_say_whose_rows_it_means_is_found(String sql) {
    assertThat(WorkspaceIsolation.namesItsWorkspace(sql)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "select 1",
      "select id from workspace where name = ?",
      "select ticket.id from ticket where (ticket.workspace_id = ? and ticket.id = ?)",
      "update ticket set state = ?\n  where workspace_id = ? and id = ?",
      "insert into person (id, workspace_id, name) values (?, ?, ?) on conflict do nothing",
      "select p.id from person p join binding b on b.workspace_id = p.workspace_id where p.workspace_id = ?",
      "update inbox set state = ? where (inbox.workspace_id in (select workspace.id from workspace) and inbox.id = ?)",
      "select /* across workspaces: due timers */ timer.id from timer where timer.state = ?",
  })
  void a_statement_that_says_whose_rows_it_means_passes(String sql) {
    assertThat(WorkspaceIsolation.namesItsWorkspace(sql)).isTrue();
  }

  @Test
  void what_a_workspace_owns_is_found_from_the_schema() {
    assertThat(WorkspaceIsolation.ownedTables())
        .contains("channel", "person", "inbox", "delivery", "timer", "dialog", "ticket", "message", "binding", "csat")
        .doesNotContain("workspace");
  }

  @Test
  void nothing_else_may_look_across_workspaces() {
    assertThat(AcrossWorkspaces.values()).containsExactly(
        AcrossWorkspaces.DUE_TIMERS, AcrossWorkspaces.NEXT_TIMER, AcrossWorkspaces.WAITING_UPDATES,
        AcrossWorkspaces.WAITING_DELIVERIES, AcrossWorkspaces.GRANTED_LATELY,
        AcrossWorkspaces.LONG_DONE_DELIVERIES, AcrossWorkspaces.LONG_HANDLED_UPDATES, AcrossWorkspaces.UPDATES_SET_ASIDE,
        AcrossWorkspaces.TIMERS_SET_ASIDE, AcrossWorkspaces.DELIVERIES_SET_ASIDE,
        AcrossWorkspaces.DELIVERIES_TO_TELL_AGAIN, AcrossWorkspaces.CHANNELS_WITH_ABSENT_TIMERS,
        AcrossWorkspaces.TICKETS_OF_WHAT_WAS_SET_ASIDE, AcrossWorkspaces.GREATEST_ID,
        AcrossWorkspaces.TROUBLES_GOING_ON, AcrossWorkspaces.MESSAGES_TO_INDEX, AcrossWorkspaces.TICKETS_TO_INDEX,
        AcrossWorkspaces.WORKSPACES_OF_A_USER);
  }
}
