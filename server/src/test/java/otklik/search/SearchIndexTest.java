package otklik.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.kernel.TicketId;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;

@ParameterizedClass
@EachDatabase
class SearchIndexTest {
  @Parameter
  TestDatabases databases;

  private Library library;

  @BeforeEach
  void open() {
    library = new Library(databases);
  }

  @AfterEach
  void close() {
    library.close();
  }

  /// More tickets than are looked through before the full-text index is asked.
  private void fill(String... words) {
    for (int i = 0; i < 600; i++) {
      library.says(0, 1000 + i, "Somebody", words);
    }
  }

  @Test
  void a_ticket_is_found_by_all_that_is_known_of_it_before_and_after_it_is_indexed() {
    TicketId olenas = library.says(0, 12, "Olena @olena_k", "Пропал ОТЧЁТ", "по складу", "звоните +7 (912) 345-67-89");
    library.says(0, 13, "Timur", "Не грузится 100%");
    for (boolean indexed : List.of(false, true)) {
      for (String asked : List.of("отчет", "отчётов складе", "Olena отчёт", "@olena_k", "olena", "#0012", "12 склад",
          "89123456789", "345-67-89", "отчё")) {
        assertThat(library.found(0, asked)).as("%s, indexed: %s", asked, indexed).containsExactly(olenas);
      }
      assertThat(library.found(0, "ничегошеньки")).isEmpty();
      assertThat(library.found(0, "отчёт грузится")).isEmpty();
      assertThat(library.found(0, "100_")).isEmpty();
      assertThat(library.found(0, "' OR \" * : & | ! ( ) -- \\")).isEmpty();
      library.indexes();
    }
  }

  @Test
  void likewise_when_it_lies_behind_many_others() {
    TicketId olenas = library.says(0, 12, "Olena @olena_k", "Пропал ОТЧЁТ", "по складу", "звоните +7 (912) 345-67-89");
    fill("Похожая беда");
    library.indexes();
    for (String asked : List.of("отчет", "отчётов складе", "Olena отчёт", "@olena_k", "olena", "#0012", "12 склад",
        "89123456789", "345-67-89", "отчё", "звон")) {
      assertThat(library.found(0, asked)).as(asked).containsExactly(olenas);
    }
    assertThat(library.found(0, "ничегошеньки")).isEmpty();
    assertThat(library.found(0, "отчёт грузится")).isEmpty();
    assertThat(library.found(0, "' OR \" * : & | ! ( ) -- \\")).isEmpty();
  }

  @Test
  void the_newest_come_first_and_no_more_than_asked_for() {
    TicketId first = library.says(0, 1, "Olena", "Редкая и похожая беда");
    fill("Похожая беда");
    TicketId last = library.says(0, 2, "Olena", "Редкая и похожая беда");
    library.indexes();
    assertThat(library.found(0, "редкой")).containsExactly(last, first);
    assertThat(library.found(0, "похожей")).hasSize(10).startsWith(last).doesNotContain(first)
        .isSortedAccordingTo((one, other) -> Long.compare(other.value(), one.value()));
    library.says(0, first, "И ещё");
    assertThat(library.find(0, "редкой", 2).tickets()).containsExactly(last, first);
  }

  @Test
  void nobody_finds_what_another_workspace_said() {
    TicketId here = library.says(0, 1, "Olena", "Отчёт");
    TicketId there = library.says(1, 1, "Timur", "Отчёт");
    for (boolean indexed : List.of(false, true)) {
      assertThat(library.found(0, "отчёт")).as("indexed: %s", indexed).containsExactly(here);
      assertThat(library.found(1, "отчёт")).containsExactly(there);
      assertThat(library.found(1, "Olena")).isEmpty();
      library.indexes();
    }
  }

  @Test
  void what_was_reworded_is_found_by_its_new_words_only() {
    TicketId ticket = library.says(0, 1, "Olena", "Отчёт о складе");
    fill("Похожая беда");
    library.indexes();
    library.rewords(0, ticket, "Отчёт о доставке");
    for (boolean indexed : List.of(false, true)) {
      assertThat(library.found(0, "отчёт")).as("indexed: %s", indexed).containsExactly(ticket);
      assertThat(library.found(0, "доставка")).containsExactly(ticket);
      assertThat(library.found(0, "склад")).isEmpty();
      library.indexes();
    }
  }

  @Test
  void one_message_more_costs_no_look_at_those_before_it() {
    TicketId olenas = library.says(0, 12, "Olena", "склад", "отчёт", "касса");
    library.indexes();
    library.messagesRead.set(0);

    library.says(0, olenas, "принтер");
    library.indexes();

    assertThat(library.messagesRead).hasValue(1);
    assertThat(library.found(0, "Olena склады отчёты принтеры")).containsExactly(olenas);
  }

  @Test
  void whoever_has_another_name_is_found_by_it_in_all_their_tickets() {
    TicketId first = library.says(0, 1, "Olena", "Отчёт");
    TicketId second = library.says(0, 2, "Olena", "Склад");
    library.indexes();
    library.renames(first, "Марина");
    library.renames(second, "Марина");
    library.says(0, second, "Ещё");
    library.indexes();
    assertThat(library.found(0, "марина")).containsExactly(second, first);
    assertThat(library.found(0, "olena")).isEmpty();
  }

  @Test
  void what_is_erased_is_out_at_once_and_nothing_of_it_is_left() throws Exception {
    TicketId olenas = library.says(0, 1, "Olena", "Planted7marker и отчёт");
    TicketId timurs = library.says(0, 2, "Timur", "Отчёт");
    library.indexes();
    assertThat(everything()).anyMatch(value -> value.contains("lanted7mark"));

    library.erases(0, olenas);

    assertThat(everything()).noneMatch(value -> value.contains("lanted7mark") || value.contains("olena"));
    assertThat(library.found(0, "отчёт")).containsExactly(timurs);
    library.indexes();
    assertThat(everything()).noneMatch(value -> value.contains("lanted7mark"));
    assertThat(library.found(0, "planted7marker")).isEmpty();
    assertThat(library.found(0, "отчёт")).containsExactly(timurs);
  }

  @Test
  void what_is_erased_while_it_is_read_to_be_indexed_does_not_come_back() throws Exception {
    TicketId olenas = library.says(0, 1, "Olena", "Planted7marker");
    library.meanwhile = () -> {
      library.meanwhile = () -> {};
      library.erases(0, olenas);
    };
    library.indexes();
    library.indexes();
    assertThat(library.found(0, "planted7marker")).isEmpty();
    assertThat(everything()).noneMatch(value -> value.contains("lanted7mark"));
  }

  @Test
  void a_long_backlog_is_told_of_until_it_is_done() {
    fill("Похожая беда");
    assertThat(library.find(0, "беда", 10).isComplete()).isTrue();
    library.now.updateAndGet(now -> now.plus(Duration.ofMinutes(2)));
    assertThat(library.find(0, "беда", 10).isComplete()).isFalse();
    library.indexes();
    assertThat(library.find(0, "беда", 10).isComplete()).isTrue();
    assertThat(library.found(0, "беда")).hasSize(10);
  }

  /// All that stands in the tables of the index, those within SQLite's full-text index too.
  private List<String> everything() throws Exception {
    List<String> tables = databases == TestDatabases.SQLITE
        ? List.of("search_entry", "search_pending", "search_terms_data", "search_terms_idx", "search_terms_config")
        : List.of("search_entry", "search_pending");
    List<String> values = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(library.address.url(), library.address.properties())) {
      for (String table : tables) {
        try (ResultSet rows = connection.createStatement().executeQuery("select * from " + table)) {
          while (rows.next()) {
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
              Object value = rows.getObject(column);
              values.add(value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1)
                  : String.valueOf(value));
            }
          }
        }
      }
    }
    return values;
  }
}
