package otklik.emergency.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.channels.Button;
import otklik.emergency.requests.Asking.State;
import otklik.emergency.requests.Attachments;
import otklik.emergency.requests.Request;
import otklik.emergency.requests.Request.CheckIn;
import otklik.emergency.requests.Request.Ending;
import otklik.emergency.requests.Request.Fix;
import otklik.emergency.requests.RequestLifecycle;
import otklik.emergency.settings.CityWords;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.settings.EmergencySettings;
import otklik.geography.Area;
import otklik.geography.City;
import otklik.geography.Point;
import otklik.kernel.ChannelId;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.kernel.WorkspaceId;
import otklik.people.Person;
import otklik.tickets.Ticket;
import otklik.workspaces.Channel;
import otklik.workspaces.Configuration;

/// «Each open request is a card kept true in place: place with a map link, age, who was asked, who is on it,
/// check-ins.»
class RequestCardTest {
  private static final Instant OPENED = Instant.parse("2026-11-21T08:05:00Z");
  private static final Point EXACT = new Point(41.71234, 44.78321);
  private static final RequestCard.Doubt NO_DOUBT = new RequestCard.Doubt(List.of(), null);
  private static final Person ANA = new Person(new PersonId(3), "300", "Ana", "ana", "ru", true);

  @TempDir Path directory;
  private Channel channel;

  @BeforeEach
  void readTheConfiguration() throws IOException {
    Files.writeString(directory.resolve("otklik.yaml"), """
        workspaces:
          - name: town
            timezone: Asia/Tbilisi
            language: ru
            channels:
              - name: button
                messenger: telegram
                token: "1:a"
                scenario: emergency
                emergency:
                  coordinators-chat-id: -1001
                  coordinators: [7]
        """);
    var town = Configuration.load(directory, Map.of()).workspaces().getFirst();
    channel = new Channel(new ChannelId(1), new WorkspaceId(1), town, town.channels().getFirst());
  }

  private static Ticket ticket(String state, @Nullable PersonId owner) {
    return new Ticket(new TicketId(5), 12, new PersonId(2), "200", state, owner, null, null, null, null, OPENED, null,
        null, null);
  }

  private static Request request(int radius, @Nullable CheckIn checkedIn, @Nullable Ending ending, int attachments) {
    return new Request(new TicketId(5), "tbilisi", "GE", null, new Fix(EXACT, 5.0, OPENED, false), "Руставели 24",
        Area.around(EXACT, radius), "Упало дерево", new Attachments(attachments, 0), 1, 0, OPENED.plusSeconds(86_400), null, checkedIn,
        checkedIn == null ? null : OPENED.plusSeconds(600), ending, false);
  }

  private @Nullable City tbilisi() {
    return CityWords.known(EmergencySettings.of(channel).cities(), "tbilisi").orElse(null);
  }

  private RequestCard card(Ticket ticket, Request request, Map<State, Integer> asked, @Nullable Person helper,
      List<String> remarks) {
    return new RequestCard(channel, ticket, request, asked, helper, remarks, NO_DOUBT, tbilisi(), true, false);
  }

  private RequestCard open(Map<State, Integer> asked) {
    return card(ticket(RequestLifecycle.OPEN, null), request(1_000, null, null, 0), asked, null, List.of());
  }

  private static List<String> buttons(RequestCard card) {
    return card.face().buttons().stream().flatMap(List::stream).map(Button::text).toList();
  }

  @Test
  void an_open_request_is_told_with_its_times_by_the_coordinators_clock() {
    assertThat(open(Map.of()).text().text()).isEqualTo("""
        #0012 · ищем помощь
        Тбилиси, в пределах 1 км · карта
        Открыта: 21.11, 12:05
        Закроется: 22.11, 12:05
        Помощников ещё не спрашивали

        Упало дерево""");
    assertThat(buttons(open(Map.of()))).containsExactly("Продлить", "Закрыть", "Заблокировать");
  }

  @Test
  void the_map_shows_the_area_and_never_the_exact_place() {
    RequestCard card = open(Map.of());
    assertThat(card.text().spans()).singleElement().satisfies(span -> {
      assertThat(span.type()).isEqualTo("text_link");
      assertThat(card.text().text().substring(span.offset(), span.offset() + span.length())).isEqualTo("карта");
      assertThat(span.detail()).contains("openstreetmap.org").doesNotContain("41.7123", "44.7832");
    });
    assertThat(card.text().text()).doesNotContain("Руставели", "41.", "44.");
    assertThat(card(ticket(RequestLifecycle.OPEN, null), request(300, null, null, 0), Map.of(), null,
        List.of()).text().text())
        .contains("Тбилиси, в пределах 300 м · карта");
  }

  @Test
  void who_was_asked_is_counted_by_what_became_of_it() {
    assertThat(open(Map.of(State.OWED, 3, State.SENT, 20, State.FAILED, 2, State.SEEN, 4)).text().text())
        .contains("Спрошено помощников: 29 (в очереди 3, получили 20, не дошло 2, откликнулись 4)");
  }

  @Test
  void who_is_on_it_and_what_they_said_last_is_seen_until_they_have_it_no_more() {
    Ticket taken = ticket(RequestLifecycle.TAKEN, ANA.id());
    assertThat(card(taken, request(1_000, CheckIn.ON_MY_WAY, null, 0), Map.of(), ANA, List.of()).text().text())
        .startsWith("#0012 · взял(а) @ana\n").contains("Помощник: в пути, 21.11, 12:15");
    assertThat(card(taken, request(1_000, CheckIn.THERE, null, 0), Map.of(), ANA, List.of()).text().text())
        .contains("Помощник: на месте");
    Ticket done = ticket(RequestLifecycle.DONE, ANA.id());
    RequestCard finished = card(done, request(1_000, CheckIn.ALL_WELL, null, 0), Map.of(), ANA, List.of());
    assertThat(finished.text().text()).startsWith("#0012 · @ana: сделано, ждём слова человека")
        .doesNotContain("Помощник:");
    assertThat(buttons(finished)).containsExactly("Закрыть");
  }

  @Test
  void the_latest_remarks_of_those_who_gave_it_back_stand_below() {
    String long_ = "я".repeat(400);
    String text = card(ticket(RequestLifecycle.OPEN, null), request(1_000, null, null, 0), Map.of(), null,
        List.of("раз", "два", "три", long_)).text().text();
    assertThat(text).doesNotContain("Вернули: раз").endsWith("Вернули: два\nВернули: три\nВернули: "
        + "я".repeat(299) + "…");
  }

  @Test
  void whoever_cannot_be_reached_or_is_not_heard_is_told_of() {
    RequestCard card = new RequestCard(channel, ticket(Ticket.CLOSED, null), request(1_000, null, Ending.BLOCKED, 2),
        Map.of(), null,
        List.of(), NO_DOUBT, null, false, true);
    assertThat(card.text().text()).startsWith("#0012 · закрыта, человек заблокирован\ntbilisi, в пределах")
        .contains("Человеку сейчас нельзя написать", "Человек заблокирован").doesNotContain("Закроется");
    assertThat(buttons(card)).containsExactly("Разблокировать");
  }

  @Test
  void every_end_has_its_words() {
    for (Ending ending : Ending.values()) {
      String first = card(ticket(Ticket.CLOSED, ANA.id()), request(1_000, null, ending, 0), Map.of(), ANA, List.of())
          .text().text().lines().findFirst().orElseThrow();
      assertThat(first).isEqualTo("#0012 · " + switch (ending) {
        case FULFILLED -> "помог(ла) @ana";
        case CANCELLED -> "отменена";
        case CLOSED -> "закрыта координатором";
        case EXPIRED -> "время вышло";
        case NOT_URGENT -> "закрыта как не срочная: @ana";
        case BLOCKED -> "закрыта, человек заблокирован";
        case ERASED -> "данные удалены";
      });
    }
    assertThat(card(ticket(Ticket.CLOSED, null), request(1_000, null, Ending.ERASED, 0), Map.of(), null, List.of())
        .erased().text().text()).isEqualTo("#0012 · данные удалены");
    assertThat(card(ticket(Ticket.CLOSED, null), request(1_000, null, Ending.FULFILLED, 0), Map.of(), ANA, List.of())
        .erased().text().text()).isEqualTo("#0012 · помог(ла) @ana\nДанные удалены.");
  }

  @Test
  void who_does_not_think_that_it_is_urgent_is_named_as_long_as_it_matters() {
    Person gone = new Person(new PersonId(4), "erased-4", "", null, "ru", true);
    RequestCard.Doubt doubt = new RequestCard.Doubt(List.of(ANA, gone), OPENED.plusSeconds(120));
    RequestCard open = doubted(ticket(RequestLifecycle.OPEN, null), null, doubt);
    assertThat(open.text().text()).contains(
        "Не считают срочной: @ana, помощник, чьи данные удалены\nЗакроется как не срочная: 21.11, 12:07");
    assertThat(buttons(open)).startsWith("Оставить открытой");
    RequestCard overruled = doubted(ticket(RequestLifecycle.OPEN, null), null,
        new RequestCard.Doubt(List.of(ANA), null));
    assertThat(overruled.text().text()).contains("Не считают срочной: @ana").doesNotContain("Закроется как");
    assertThat(buttons(overruled)).doesNotContain("Оставить открытой");
    assertThat(doubted(ticket(Ticket.CLOSED, null), Ending.NOT_URGENT, new RequestCard.Doubt(List.of(ANA, gone), null))
        .text().text()).startsWith("#0012 · закрыта как не срочная: @ana, помощник, чьи данные удалены\n")
        .doesNotContain("Не считают");
    assertThat(doubted(ticket(Ticket.CLOSED, null), Ending.NOT_URGENT, NO_DOUBT).text().text())
        .startsWith("#0012 · закрыта как не срочная\n");
  }

  private RequestCard doubted(Ticket ticket, @Nullable Ending ending, RequestCard.Doubt doubt) {
    return new RequestCard(channel, ticket, request(1_000, null, ending, 0), Map.of(), null, List.of(), doubt,
        tbilisi(),
        true, false);
  }

  @Test
  void an_appeal_is_decided_by_two_buttons() {
    RequestCard appealed = card(ticket(RequestLifecycle.APPEALED, null), request(1_000, null, Ending.NOT_URGENT, 3),
        Map.of(), null,
        List.of());
    assertThat(buttons(appealed))
        .containsExactly("Вложения (3)", "Вернуть в поиск", "Оставить закрытой", "Заблокировать");
    assertThat(appealed.asking(EmergencyButton.BLOCK, "emergency.card.button.block-surely").buttons())
        .singleElement().satisfies(row -> assertThat(row).extracting(Button::text)
            .containsExactly("Да, заблокировать", "Нет"));
  }

  @Test
  void a_long_story_leaves_room_for_the_rest() {
    Request told = new Request(new TicketId(5), "tbilisi", "GE", null, null, null, null, "ё".repeat(10_000), new Attachments(0, 0), 1, 0,
        OPENED.plusSeconds(86_400), null, null, null, null, false);
    String text = card(ticket(RequestLifecycle.OPEN, null), told, Map.of(), null,
        List.of("ы".repeat(900), "ю".repeat(900)))
        .text().text();
    assertThat(text).hasSizeLessThan(4_096).contains("#0012 · ищем помощь\nТбилиси\n", "ё…");
  }
}
