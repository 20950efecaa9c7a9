package otklik.helpdesk.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.helpdesk.settings.HelpdeskSettings.Category;
import otklik.helpdesk.settings.HelpdeskSettings.Timeouts;
import otklik.kernel.Language;
import otklik.settings.WrongConfiguration;
import otklik.workspaces.Configuration;
import otklik.workspaces.Texts;

class HelpdeskReaderTest {
  private static final Instant FRIDAY_NOON = Instant.parse("2026-11-20T11:00:00Z");
  private static final Instant SATURDAY_NOON = Instant.parse("2026-11-21T11:00:00Z");

  @TempDir Path directory;

  @Test
  void a_desk_works_with_nothing_said() throws IOException {
    var desk = desk("");

    assertThat(desk.clients()).isEmpty();
    assertThat(desk.categories()).extracting(Category::id).containsExactly("A", "B", "C", "D", "E", "F", "G", "H", "I");
    assertThat(desk.categories()).filteredOn(Category::urgent).extracting(Category::id).containsExactly("H");
    assertThat(desk.category("H").orElseThrow().title(Language.RU, Texts.ofProduct())).isEqualTo("Срочно (критично)");
    assertThat(desk.hours().isOpen(FRIDAY_NOON)).isTrue();
    assertThat(desk.hours().isOpen(SATURDAY_NOON)).isFalse();
    assertThat(desk.signature()).isFalse();
    assertThat(desk.timeouts()).isEqualTo(new Timeouts(Duration.ofMinutes(10), Duration.ofHours(24)));
    assertThat(desk.isOperator("7")).isTrue();
    assertThat(desk.isOperator("9")).isFalse();
  }

  @Test
  void a_desk_can_have_its_own_categories_hours_and_clients() throws IOException {
    var desk =
        desk(
            """
              categories:
                - { id: A }
                - { id: delivery, ru: Доставка, urgent: on }
              working-hours:
                fri-sat: [09:00-13:00]
                sun: closed
                except: { 2026-11-20: closed }
                holidays: [11-28, 2026-12-04]
              clients:
                - name: Acme
                  projects:
                    - { name: Portal, invite-code: ACME-1, is-active: false }
            """);

    assertThat(desk.categories())
        .extracting(category -> category.title(Language.EN, Texts.ofProduct()))
        .containsExactly("Something’s broken / error (bug)", "Доставка");
    assertThat(desk.category("delivery").orElseThrow().urgent()).isTrue();
    assertThat(desk.hours().isOpen(FRIDAY_NOON)).isFalse();
    assertThat(desk.hours().isOpen(SATURDAY_NOON)).isTrue();
    assertThat(desk.hours().isOpen(Instant.parse("2026-11-28T11:00:00Z"))).isFalse();
    assertThat(desk.hours().isOpen(Instant.parse("2026-12-04T11:00:00Z"))).isFalse();
    assertThat(desk.hours().isOpen(Instant.parse("2026-12-05T11:00:00Z"))).isTrue();
    var project = desk.clients().getFirst().projects().getFirst();
    assertThat(project.inviteCode()).isEqualTo("ACME-1");
    assertThat(project.isActive()).isFalse();
  }

  @Test
  void what_is_wrong_is_said_line_by_line() {
    assertThat(
            refusal(
                """
                  categories:
                    - id: X
                    - { id: A, color: red }
                    - id: A
                  working-hours:
                    mon-fri: [9-18]
                    fri: closed
                    monday: closed
                    except: { tomorrow: closed }
                    holidays: [2026-12-25, 12-25, 13-01, 2026-12-25]
                  clients:
                    - name: Acme
                      projects:
                        - { name: Portal, invite-code: ACME 1 }
                        - { name: Shop, invite-code: ACME-2 }
                        - { name: Blog, invite-code: ACME-2 }
                """))
        .containsExactly(
            "otklik.yaml:3: id: 'X' needs a title under ru or en",
            "otklik.yaml:4: unknown key 'color'; allowed: id, ru, en, urgent",
            "otklik.yaml:5: id: 'A' belongs to another category already",
            "otklik.yaml:7: mon-fri: '9-18' is not hours such as 10:00-19:00, or closed",
            "otklik.yaml:8: fri: fri has hours already",
            "otklik.yaml:9: monday: is not a weekday; allowed: mon, tue, wed, thu, fri, sat, sun, mon-fri, except, holidays",
            "otklik.yaml:10: tomorrow: is not a date such as 2026-12-25",
            "otklik.yaml:11: holidays: '13-01' is not a date such as 2026-12-25 or, for every year, 12-25",
            "otklik.yaml:11: holidays: '2026-12-25' stands under except or here already",
            "otklik.yaml:15: invite-code: 'ACME 1' is not an invite code: 1 to 64 of A-Z, a-z, 0-9, _ and -",
            "otklik.yaml:17: invite-code: 'ACME-2' belongs to another project already");
  }

  @Test
  void groups_and_people_are_not_mistaken_for_each_other() {
    assertThat(catchThrowableOfType(WrongConfiguration.class, () -> desk("", "1001", "-7")).lines())
        .containsExactly(
            "environment: SUPPORT_CHAT_ID: '1001' is not a group; a group's id is negative, such as -1001234567890",
            "environment: OPERATORS: '-7' is a group; a person's id is positive");
  }

  @Test
  void a_desk_has_deadlines_that_can_be_kept() throws IOException {
    assertThat(desk("  sla: { next-answer: 30m, urgent: { resolution: 2h } }").sla()).isEqualTo(new Sla(
        new Sla.Times(Duration.ofHours(4), Duration.ofMinutes(30), Duration.ofHours(27)),
        new Sla.Times(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(2)), Duration.ofMinutes(15)));
    assertThat(refusal("  sla: { urgent: { first-answer: 0m } }"))
        .containsExactly("otklik.yaml:2: first-answer: nothing can be answered in no time");
  }

  @Test
  void a_desk_must_be_open_at_some_time() {
    assertThat(refusal("  working-hours: { mon-sun: closed }"))
        .containsExactly("otklik.yaml:2: mon-sun: at least one weekday must be open");
  }

  @Test
  void strangers_are_remembered_for_a_day_at_most() {
    assertThat(refusal("  strangers: { messages: 5, per: 2d, largest-file-mb: 1 }"))
        .containsExactly("otklik.yaml:2: per: is longer than a day");
  }

  private HelpdeskSettings desk(String yaml) throws IOException {
    return desk(yaml, "-1001", "7,8");
  }

  private HelpdeskSettings desk(String yaml, String group, String operators) throws IOException {
    Files.writeString(directory.resolve("otklik.yaml"), "helpdesk:\n" + yaml);
    var environment = Map.of("BOT_TOKEN", "1:a", "SUPPORT_CHAT_ID", group, "OPERATORS", operators);
    var channel = Configuration.load(directory, environment).workspaces().getFirst().channels().getFirst();
    return channel.settings(HelpdeskSettings.class);
  }

  private List<String> refusal(String yaml) {
    return catchThrowableOfType(WrongConfiguration.class, () -> desk(yaml)).lines();
  }
}
