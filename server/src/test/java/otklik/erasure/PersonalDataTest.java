package otklik.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static otklik.storage.schema.Tables.CSAT;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.TableField;
import org.jooq.TableOptions.TableType;
import org.junit.jupiter.api.Test;
import otklik.storage.schema.DefaultSchema;

/// No table that tells of a person is forgotten when they are.
class PersonalDataTest {
  private static final Set<String> OF_SOMEBODY =
      Set.of("person_id", "ticket_id", "author_id", "actor_id", "owner_id", "blocked_by", "bound_by");

  /// Whatever isn't declared, and why.
  private static final Map<String, String> BY_OTHERS = Map.ofEntries(
      Map.entry("ticket.person_id", "the rail empties the row and keeps a number of somebody who is nobody"),
      Map.entry("ticket.owner_id", "likewise"),
      Map.entry("timeline.ticket_id", "the rail empties what was noted"),
      Map.entry("timeline.actor_id", "likewise"),
      Map.entry("message.ticket_id", "the rail deletes what was said"),
      Map.entry("delivery.ticket_id", "the rail deletes what the person was told, by their chat"),
      Map.entry("album_waiting.ticket_id", "the rail deletes it with what was said"),
      Map.entry("search_entry.ticket_id", "a ticket leaves the index with its words"),
      Map.entry("search_entry.person_id", "likewise"),
      Map.entry("search_pending.ticket_id", "a ticket that is looked at anew: a number"),
      Map.entry("erasure.person_id", "the record that they were forgotten"),
      Map.entry("blocked_person.person_id", "numbers of ours alone"),
      Map.entry("blocked_person.blocked_by", "numbers of ours alone"),
      Map.entry("sla_clock.ticket_id", "times alone"),
      Map.entry("later_answer.ticket_id", "taken back before"),
      Map.entry("later_answer.author_id", "an operator, whose answer it is"),
      Map.entry("community.bound_by", "a number of ours alone"),
      Map.entry("membership_question.person_id", "what they wished is dropped"),
      Map.entry("asking.ticket_id", "whoever was asked hears that the request is gone"),
      Map.entry("not_urgent_vote.ticket_id", "numbers of ours alone"),
      Map.entry("not_urgent_vote.person_id", "numbers of ours alone"));

  private static List<PersonalData> declared() {
    return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("otklik")
        .stream().filter(type -> type.isAssignableTo(PersonalData.class) && !type.isInterface())
        .map(PersonalDataTest::made).toList();
  }

  /// What is declared depends on nothing.
  private static PersonalData made(JavaClass type) {
    try {
      Constructor<?> constructor = type.reflect().getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return (PersonalData) constructor.newInstance(new Object[constructor.getParameterCount()]);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(type.getName(), e);
    }
  }

  @Test
  void whatever_tells_of_a_person_is_declared_or_erased_by_others() {
    Set<String> known = new TreeSet<>(BY_OTHERS.keySet());
    declared().forEach(data -> data.rows().forEach(rows -> known.add(shown(rows.by()))));
    Set<String> all = DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
        .filter(table -> table.getTableType() == TableType.TABLE)
        .flatMap(table -> Arrays.stream(table.fields()).filter(field -> OF_SOMEBODY.contains(field.getName()))
            .map(field -> table.getName() + "." + field.getName()))
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(known).isEqualTo(all);
  }

  @Test
  void a_column_that_cannot_be_empty_is_refused_at_once() {
    PersonalRows rows = PersonalRows.ofTicket(CSAT.TICKET_ID);
    assertThatIllegalArgumentException().isThrownBy(() -> rows.emptied(CSAT.COMMENT, CSAT.CREATED_AT));
  }

  private static String shown(TableField<?, Long> column) {
    return column.getTable().getName() + "." + column.getName();
  }
}
