package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import playground.Press;

/// «200 helpers pressing „Взять“ in the same second: exactly one wins, everyone has an answer».
class SosPressesTest extends HelpingConversation {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Test
  void of_two_hundred_who_press_at_once_exactly_one_has_it_and_everybody_has_an_answer() {
    List<Client> all = new ArrayList<>(List.of(volunteer("Ana")));
    all.addAll(Crowd.like(all.getFirst(), town, 199, "tbilisi"));
    Client nana = resident("Nana");
    asks(nana, "Сломала ногу");
    ring(1);
    all.forEach(client -> client.sees("Нужна помощь"));
    long questions = questions();

    List<Press> presses = all.stream().map(client -> client.chat.presses(copy(client), "Взять в работу")).toList();
    List<String> answers = presses.stream().map(press -> press.answer(PATIENCE)).toList();

    assertThat(questions() - questions).as("the messenger was asked who is a member").isPositive();
    assertThat(answers).filteredOn(answer -> answer.startsWith("Вы взяли просьбу")).hasSize(1);
    Client first = all.get(answers.indexOf("Вы взяли просьбу #0001. Подробности ниже."));
    assertThat(answers).filteredOn(answer -> answer.equals("Уже взял(а) " + first.person.firstName())).hasSize(199);
    nana.sees(first.person.firstName() + " идёт на помощь");
    town.settlesAtLast();
    assertThat(town.value("select p.external_id from ticket t join person p on p.id = t.owner_id "
        + "where t.workspace_id = %s")).isEqualTo(Long.toString(first.person.id()));
    assertThat(all).filteredOn(client -> client.texts().stream().anyMatch(text -> text.contains("Вы помогаете")))
        .containsExactly(first);
    assertThat(all).filteredOn(client -> client.texts().stream()
        .anyMatch(text -> text.startsWith("Взял(а) " + first.person.firstName()))).hasSize(199);
    assertThat(town.count("select count(*) from asking where workspace_id = %s and state = 'seen'")).isEqualTo(200);
  }

  private static int copy(Client client) {
    return client.fromBot().stream().filter(message -> message.button("Взять в работу").isPresent())
        .findFirst().orElseThrow().id();
  }

  private long questions() {
    return town.stage.playground.calls("getChatMember").stream().filter(call -> call.bot() == town.bot.id()).count();
  }
}
