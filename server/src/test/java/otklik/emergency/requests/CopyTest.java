package otklik.emergency.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.channels.Button;
import otklik.emergency.requests.Request.Ending;
import otklik.emergency.requests.Request.Fix;
import otklik.geography.Area;
import otklik.geography.Cities;
import otklik.geography.CityId;
import otklik.geography.Point;
import otklik.kernel.ChannelId;
import otklik.kernel.Language;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.kernel.WorkspaceId;
import otklik.people.Person;
import otklik.tickets.Ticket;
import otklik.workspaces.Channel;
import otklik.workspaces.Configuration;

/// «The exact point only to the helper who took it, a rounded area to the others.»
class CopyTest {
  private static final Instant ASKED = Instant.parse("2026-11-20T11:00:00Z");
  private static final Point EXACT = new Point(41.701234, 44.801234);
  private static final Person NANA = new Person(new PersonId(1), "501", "Nana", "nana", "ru", true);
  private static final Person ANA = new Person(new PersonId(2), "502", "Ana", null, "ru", true);

  @TempDir Path directory;
  private Channel channel;

  @BeforeEach
  void readAConfiguration() throws IOException {
    Files.writeString(directory.resolve("sos.yaml"), """
        workspaces:
          - name: georgia
            timezone: Asia/Tbilisi
            language: ru
            channels:
              - name: button
                messenger: telegram
                token: 7000001:TESTTESTTESTTESTTESTTESTTESTTESTTES
                scenario: emergency
                emergency:
                  coordinators-chat-id: -1002000000001
                  coordinators: [5101]
        """);
    var home = Configuration.load(directory, Map.of("CONFIG", "sos.yaml")).workspaces().getFirst();
    channel = new Channel(new ChannelId(1), new WorkspaceId(1), home, home.channels().getFirst());
  }

  private Copy copy(String state, @Nullable Ending ending, String description, int attachments, double metres,
      @Nullable String home, String... remarks) {
    return copy(state, ending, description, attachments, 1_000, metres, home, remarks);
  }

  private Copy copy(String state, @Nullable Ending ending, String description, int attachments, int radius,
      double metres, @Nullable String home, String... remarks) {
    boolean owned = state.equals(RequestLifecycle.TAKEN) || state.equals(RequestLifecycle.DONE);
    Ticket ticket = new Ticket(new TicketId(77), 12, NANA.id(), "501", state, owned ? ANA.id() : null, null, null, null,
        null, ASKED, null, null, null);
    Request request = new Request(ticket.id(), "tbilisi", "GE", null, new Fix(EXACT, 10.0, ASKED, false),
        "Руставели 24", Area.around(EXACT, radius), description, new Attachments(attachments, 0), 1, 0, ASKED.plusSeconds(86_400), null, null,
        null, ending, false);
    return new Copy(channel, Language.RU, new Case(ticket, request, NANA, owned ? ANA : null, said(remarks),
        Cities.shipped().city(new CityId("tbilisi")).orElseThrow(), ZoneId.of("Asia/Tbilisi")), metres, home, ANA.id());
  }

  /// By somebody; what begins with «я» by the reader.
  private static List<Remarks.Remark> said(String... remarks) {
    return Arrays.stream(remarks).map(remark ->
        new Remarks.Remark(remark.startsWith("я") ? ANA.id() : NANA.id(), remark)).toList();
  }

  private Copy open(double metres, @Nullable String home) {
    return copy(RequestLifecycle.OPEN, null, "Сломала ногу", 0, metres, home);
  }

  private static List<String> buttons(Copy copy) {
    return copy.buttons().stream().flatMap(List::stream).map(Button::text).toList();
  }

  @Test
  void nothing_of_the_exact_place_is_in_it() {
    var text = open(3_400, "tbilisi").text();
    assertThat(text.text()).contains("Нужна помощь · #0012", "Сломала ногу", "Связь: @nana", "20.11, 15:00")
        .doesNotContain("Руставели", "41.7012", "44.8012");
    assertThat(text.spans().toString()).doesNotContain("41.7012", "44.8012").contains("text_link");
  }

  @Test
  void the_distance_is_said_as_inexactly_as_it_is_known() {
    assertThat(open(3_400, "tbilisi").text().text()).contains("Тбилиси · ≈ 3 км от центра города");
    assertThat(open(400, "tbilisi").text().text()).contains("Тбилиси · рядом с центром города");
    assertThat(open(24_600, "rustavi").text().text()).contains("Тбилиси · ≈ 25 км от вас");
    assertThat(open(Double.POSITIVE_INFINITY, null).text().text()).contains("\nТбилиси\n").doesNotContain("км");
  }

  @Test
  void where_nothing_but_the_city_is_known_no_nearness_is_claimed() {
    Copy copy = copy(RequestLifecycle.OPEN, null, "Сломала ногу", 0, 10_000, 0, "tbilisi");
    assertThat(copy.text().text()).contains("\nТбилиси\n", "Город на карте").doesNotContain("центр", "Примерное");
    assertThat(copy(RequestLifecycle.OPEN, null, "Сломала ногу", 0, 10_000, 24_600, "rustavi").text().text())
        .contains("Тбилиси · ≈ 25 км от вас");
  }

  @Test
  void a_free_one_has_buttons_and_files_are_asked_for() {
    assertThat(buttons(open(1, "tbilisi"))).containsExactly("Взять в работу", "Не срочная помощь");
    assertThat(buttons(copy(RequestLifecycle.OPEN, null, "", 2, 1, "tbilisi")))
        .containsExactly("Взять в работу", "Вложения (2)", "Не срочная помощь");
    assertThat(copy(RequestLifecycle.OPEN, null, "", 2, 1,
        "tbilisi").text().text()).contains("Без слов: посмотрите вложения.");
  }

  @Test
  void one_that_is_taken_or_closed_says_so_and_has_none() {
    Copy taken = copy(RequestLifecycle.TAKEN, null, "Сломала ногу", 0, 1, "tbilisi");
    assertThat(taken.text().text()).startsWith("Взял(а) Ana · #0012").doesNotContain("@nana", "Руставели");
    assertThat(buttons(taken)).isEmpty();
    assertThat(copy(RequestLifecycle.DONE, null, "", 0, 1, null).text().text()).startsWith("Ana сообщает");
    assertThat(copy(RequestLifecycle.APPEALED, null, "", 0, 1, null).text().text()).contains("координаторы решают");
    for (Ending ending : Ending.values()) {
      Copy closed = copy(Ticket.CLOSED, ending, "Сломала ногу", 0, 1, "tbilisi");
      assertThat(closed.text().text()).contains("#0012").doesNotContain("Сломала ногу");
      assertThat(buttons(closed)).isEmpty();
    }
  }

  @Test
  void what_the_reader_said_is_told_as_theirs() {
    assertThat(copy(RequestLifecycle.OPEN, null, "Сломала ногу", 0, 1, "tbilisi", "нужна машина",
        "я без машины").text().text())
        .contains("Помощник до вас: «нужна машина»", "Вы вернули просьбу со словами: «я без машины»");
  }

  @Test
  void the_latest_remarks_travel_and_nothing_grows_beyond_a_message() {
    Copy copy = copy(RequestLifecycle.OPEN, null, "🦵".repeat(4_000), 0, 1, "tbilisi", "первый", "второй", "третий",
        "ч".repeat(900));
    String text = copy.text().text();
    assertThat(text).hasSizeLessThan(4_096).contains("второй", "третий", "чч").doesNotContain("первый");
    assertThat(text.codePoints()).noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }
}
