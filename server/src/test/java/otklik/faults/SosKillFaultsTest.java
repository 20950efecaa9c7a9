package otklik.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.storage.Address;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;
import playground.Call;
import playground.Group;
import playground.Message;
import playground.Person;
import playground.PrivateHands;

/// «the broadcast interrupted by `kill -9` (continues, nobody twice)»: but for calls of which nothing was known yet.
@Tag("slow")
@Tag("program")
@ParameterizedClass(name = "{0}")
@EachDatabase
class SosKillFaultsTest {
  private static final int VOLUNTEERS = 300;
  private static final int BEFORE_THE_KILL = 60;

  @Parameter TestDatabases database;

  private static String configuration(String limits) {
    return """
        workspaces:
          - name: georgia
            timezone: Asia/Tbilisi
            language: ru
            channels:
              - name: button
                messenger: telegram
                token: %s
                limits: %s
                scenario: emergency
                emergency:
                  coordinators-chat-id: %d
                  coordinators: [5001]
                  country: GE
                  approve-chats: off
                  rings:
                    - { after: 0s }
        """.formatted(Survivor.TOKEN, limits, Survivor.GROUP);
  }

  @Test
  void a_broadcast_that_is_killed_goes_on_and_asks_nobody_twice(@TempDir Path folder) {
    Address address = database.ready();
    try (Survivor survivor = new Survivor(address, folder, configuration("off"))) {
      Group chat = survivor.playground.supergroup(Survivor.GROUP - 1, "Тбилиси помогает");
      gathers(survivor, chat);
      List<PrivateHands> volunteers = new ArrayList<>(IntStream.range(0, VOLUNTEERS)
          .mapToObj(number -> starts(survivor, chat, 100_000 + number)).toList());
      volunteers.forEach(each -> says(survivor, each, "В каком вы городе?", "Тбилиси"));
      volunteers.forEach(each -> presses(survivor, each, "Хочу стать помощником"));
      volunteers.forEach(each -> sees(survivor, each, "вы теперь помощник"));
      PrivateHands nana = starts(survivor, chat, 200_000);
      says(survivor, nana, "В каком вы городе?", "Тбилиси");
      presses(survivor, nana, "Мне нужна помощь");
      says(survivor, nana, "Что случилось?", "Сломала ногу");
      says(survivor, nana, "Где вы?", "Руставели 24");
      sees(survivor, nana, "Проверьте, пожалуйста");
      survivor.terminate();
      survivor.configure(configuration("default"));
      survivor.playground.limits(true);
      survivor.begin();

      presses(survivor, nana, "Отправить");
      survivor.await("a part of the copies, of which some are known", () ->
          copies(survivor).size() >= BEFORE_THE_KILL && !knownToHaveTheirCopy(address).isEmpty());
      survivor.kill();
      Set<Long> known = knownToHaveTheirCopy(address);
      survivor.begin();
      survivor.awaitAll("everybody to be asked", VOLUNTEERS, () -> copies(survivor).keySet().size());
      assertThat(survivor.terminate()).as("ends well").isIn(0, 143);

      assertThat(known).as("had their copy when it was killed").isNotEmpty().hasSizeLessThan(VOLUNTEERS);
      assertThat(copies(survivor)).allSatisfy((to, calls) -> {
        assertThat(calls.stream().map(survivor::run)).doesNotHaveDuplicates();
        assertThat(calls).hasSizeLessThanOrEqualTo(known.contains(to) ? 1 : 2);
      });
      assertThat(survivor.playground.refusedForFlood()).isZero();
    }
  }

  private static Set<Long> knownToHaveTheirCopy(Address address) {
    Set<Long> chats = new HashSet<>();
    try (Connection connection = DriverManager.getConnection(address.url(), address.properties());
        ResultSet rows = connection.createStatement().executeQuery("select chat from asking where state = 'sent'")) {
      while (rows.next()) {
        chats.add(Long.parseLong(rows.getString(1)));
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return chats;
  }

  /// By the chat to which they went.
  private static Map<Long, List<Call>> copies(Survivor survivor) {
    return survivor.playground.calls("sendMessage").stream()
        .filter(call -> call.params().path("text").asString("").startsWith("Нужна помощь"))
        .sorted(Comparator.comparingLong(Call::arrived))
        .collect(Collectors.groupingBy(Call::chatId));
  }

  private static void gathers(Survivor survivor, Group chat) {
    chat.promote(survivor.bot);
    Person giorgi = survivor.playground.user(5201, "Giorgi", null, "giorgi", "ru");
    chat.addAdmin(giorgi);
    survivor.await("the question for the city", () -> said(survivor, chat).size() == 1);
    survivor.terminate(); // then it is surely known where the question stands
    survivor.begin();
    giorgi.in(chat).replies(said(survivor, chat).getFirst().id(), "Тбилиси");
    survivor.await("the city to be known", () -> said(survivor, chat).size() > 1);
  }

  private static List<Message> said(Survivor survivor, Group chat) {
    return chat.history().stream().filter(message -> message.from() == survivor.bot.id() && !message.service()).toList();
  }

  private static PrivateHands starts(Survivor survivor, Group chat, long id) {
    Person person = survivor.playground.user(id, "P" + id, null, null, "ru");
    chat.add(person);
    PrivateHands hands = person.inPrivate(survivor.bot);
    hands.starts();
    return hands;
  }

  private static void sees(Survivor survivor, PrivateHands hands, String words) {
    survivor.await("«" + words + "»", () -> !hands.messages(message -> message.text().contains(words)).isEmpty());
  }

  private static void says(Survivor survivor, PrivateHands hands, String asked, String answer) {
    sees(survivor, hands, asked);
    hands.writes(answer);
  }

  private static void presses(Survivor survivor, PrivateHands hands, String button) {
    survivor.await("a button " + button,
        () -> !hands.messages(message -> message.button(button).isPresent()).isEmpty());
    hands.presses(hands.messages(message -> message.button(button).isPresent()).getLast().id(), button);
  }
}
