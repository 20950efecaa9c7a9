package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import playground.GroupHands;
import playground.Media;
import playground.Message;

/// To whom words belong of somebody who has more than one conversation in their chat with the bot: a reply goes where
/// the message belongs that it answers, whatever that is; without one, what isn't sure is asked before anything goes.
///
/// The table in `docs/whose-words.md` is what this test plays; where they differ it prints the right one.
class WhoseWordsTest extends HelpingConversation {
  private static final Path DOCUMENT = Path.of("../docs/whose-words.md");
  private static final int NOTHING = 0;
  private static final String ASKED = "is asked first";
  private static final String NOBODY = "nobody, and says so";

  private final List<String> table = new ArrayList<>(List.of("| Who | answers | what goes to whom |", "|---|---|---|"));
  private final Map<String, Client> people = new LinkedHashMap<>();
  private int sent;

  private Client as(String role, Client client) {
    people.put(role, client);
    return client;
  }

  private GroupHands coordinator(String topic) {
    return town.coordinator("Nino").in(town.coordinators).topic(topic);
  }

  @Tag("slow")
  @Test
  void words_go_where_they_belong_whoever_writes_and_whatever_they_answer() throws IOException {
    aHelperOfTwo();
    aHelperWhoAsks();
    somebodyWhomACoordinatorWritesTo();
    assertThat(Files.readString(DOCUMENT)).as("the table in %s", DOCUMENT).contains(String.join("\n", table));
  }

  private void aHelperOfTwo() {
    Client nana = as("the person of that request", resident("Nana"));
    Client vera = as("the person of the other request", resident("Vera"));
    Client lia = as("a stranger", resident("Lia"));
    Client maka = as("somebody of before", resident("Maka"));
    Client ana = volunteer("Ana");
    asks(maka, "Потерялась собака");
    takes(ana);
    Message over = newest(ana, "Вы помогаете");
    maka.presses("Отменить просьбу");
    maka.presses("Да, отменить");
    maka.sees("отменена");
    asks(nana, "Сломала ногу");
    takes(ana);
    Message card = newest(ana, "Вы помогаете");
    asks(vera, "Заперта дверь");
    takes(ana);
    asks(lia, "Упало дерево");
    Message stranger = ana.sees("Упало дерево");
    nana.writes("Я у второго входа");
    Message words = ana.sees("Я у второго входа");
    nana.sends(Media.photo("Вот так выглядит дом"));
    Message photo = ana.sees("Вот так выглядит дом");
    nana.sends(Media.location(41.70001, 44.80001));
    Message place = ana.seesMessage("the new place", message -> message.type().equals("location"));
    int own = ana.chat.replies(card.id(), "Выезжаю");
    nana.sees("Выезжаю");
    pass(Duration.ofMinutes(31));
    Message checkIn = ana.seesMessage("the question how it goes",
        message -> message.text().contains("как у вас дела") && message.text().contains("#0002"));
    ana.starts("");
    int menu = ana.seesMessage("the menu", message -> message.button("Мне нужна помощь").isPresent()).id();
    String who = "A helper of two";
    plays(who, "nothing", ana, () -> NOTHING, ASKED);
    plays(who, "the person's words", ana, words::id, "the person of that request");
    plays(who, "their photo", ana, photo::id, "the person of that request");
    plays(who, "their place", ana, place::id, "the person of that request");
    plays(who, "the request's card", ana, card::id, "the person of that request");
    plays(who, "the question how it goes", ana, checkIn::id, "the person of that request");
    plays(who, "own words for that request", ana, () -> own, "the person of that request");
    plays(who, "a menu", ana, () -> menu, ASKED);
    plays(who, "a request that isn't theirs", ana, stranger::id, NOBODY);
    plays(who, "a request that is closed", ana, over::id, NOBODY);
  }

  private void aHelperWhoAsks() {
    people.clear();
    Client nana = as("the person whom they help", resident("Nata"));
    Client beso = as("whoever helps them", volunteer("Beso"));
    Client eka = volunteer("Eka");
    asks(nana, "Заглохла машина");
    Message asked = eka.sees("Заглохла машина");
    eka.chat.presses(asked.id(), "Взять в работу");
    Message card = eka.sees("Вы помогаете");
    eka.starts("");
    asks(eka, "Прорвало трубу");
    Message besos = beso.sees("Прорвало трубу");
    beso.chat.presses(besos.id(), "Взять в работу");
    eka.sees("Beso идёт на помощь");
    nana.writes("Стою у моста");
    Message words = eka.sees("Стою у моста");
    beso.writes("Беру ключ");
    Message helper = eka.sees("Беру ключ");
    coordinator(topicOf("Прорвало трубу")).writes("Вы в порядке?");
    Message coordinators = eka.sees("Вы в порядке?");
    String who = "A helper who asks for help";
    plays(who, "nothing", eka, () -> NOTHING, ASKED);
    plays(who, "the card of the request they help with", eka, card::id, "the person whom they help");
    plays(who, "words of the person whom they help", eka, words::id, "the person whom they help");
    plays(who, "words of whoever helps them", eka, helper::id, "whoever helps them");
    plays(who, "a coordinator's words", eka, coordinators::id, "coordinators alone");
  }

  private void somebodyWhomACoordinatorWritesTo() {
    people.clear();
    Client goga = as("the helper", volunteer("Goga"));
    Client tea = resident("Tea");
    asks(tea, "Застряли в лифте");
    Message asked = goga.sees("Застряли в лифте");
    coordinator(topicOf("Застряли в лифте")).writes("Сколько вас?");
    Message early = tea.sees("Сколько вас?");
    plays("Somebody who waits for help", "a coordinator's words", tea, early::id, "coordinators alone");
    goga.chat.presses(asked.id(), "Взять в работу");
    tea.sees("Goga идёт на помощь");
    goga.writes("Поднимаюсь");
    Message helper = tea.sees("Поднимаюсь");
    int own = tea.writes("Ждём");
    goga.sees("Ждём");
    String who = "Somebody who is helped";
    plays(who, "nothing", tea, () -> NOTHING, "the helper");
    coordinator(topicOf("Застряли в лифте")).writes("Держитесь");
    Message coordinators = tea.sees("Держитесь");
    plays(who, "nothing, a coordinator having spoken last", tea, () -> NOTHING, ASKED);
    plays(who, "the helper's words", tea, helper::id, "the helper");
    plays(who, "own words", tea, () -> own, "the helper");
    plays(who, "a coordinator's words", tea, coordinators::id, "coordinators alone");
  }

  private String topicOf(String story) {
    town.await("the card of " + story, () -> town.coordinators.history().stream()
        .anyMatch(message -> message.text().contains(story)));
    int thread = town.coordinators.history().stream().filter(message -> message.text().contains(story)).findFirst()
        .orElseThrow().threadId();
    return town.coordinators.topics().stream().filter(topic -> topic.id() == thread).findFirst().orElseThrow().name();
  }

  private static Message newest(Client client, String words) {
    return client.fromBot().stream().filter(message -> message.text().contains(words)).reduce((_, later) -> later)
        .orElseThrow();
  }

  private void plays(String who, String what, Client client, IntSupplier answered, String expected) {
    int to = answered.getAsInt();
    assertThat(goesTo(client, to, text -> text)).as("words of %s in reply to %s", who, what).isEqualTo(expected);
    assertThat(goesTo(client, to, Media::photo)).as("a photo of %s in reply to %s", who, what).isEqualTo(expected);
    assertThat(goesTo(client, to, Media.voice()::caption)).as("a voice of %s in reply to %s", who, what)
        .isEqualTo(expected);
    table.add("| %s | %s | %s |".formatted(who, what, expected));
  }

  /// Who has it in the end, of everybody here.
  private String goesTo(Client client, int to, Function<String, Object> made) {
    String marker = "метка " + ++sent + ".";
    Object content = made.apply(marker);
    int before = client.fromBot().size();
    if (content instanceof Media media) {
      if (to == NOTHING) {
        client.sends(media);
      } else {
        client.chat.replies(to, media);
      }
    } else if (to == NOTHING) {
      client.writes(marker);
    } else {
      client.chat.replies(to, marker);
    }
    town.settles();
    List<String> found = new ArrayList<>();
    people.forEach((role, each) -> {
      if (each.texts().stream().anyMatch(text -> text.contains(marker))) {
        found.add(role);
      }
    });
    if (town.coordinators.history().stream().anyMatch(message -> message.text().contains(marker))) {
      found.add("coordinators alone");
    }
    List<String> answers = client.fromBot().stream().skip(before).map(Message::text).toList();
    if (found.isEmpty() && answers.stream().anyMatch(text -> text.contains("Кому это передать?"))) {
      assertThat(client.presses("Никому")).isEqualTo("Никому не передали.");
      return ASKED;
    }
    if (found.isEmpty() && answers.stream().anyMatch(text -> text.contains("никому не передано"))) {
      return NOBODY;
    }
    return String.join(", ", found);
  }
}
