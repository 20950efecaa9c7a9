package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import playground.Fault;
import playground.Fault.Kind;
import playground.Message;

/// Calls that were in the air when the program was killed, and what depends on them.
final class CallsInTheAirSituations extends DeskSituations {
  private static final Duration AWHILE = Duration.ofMinutes(1);

  CallsInTheAirSituations(Desk desk) {
    super(desk);
  }

  @Override
  List<Situation> all() {
    return List.of(
        Situation.of("words are in the air", () -> {
          List.of("Greta", "Hugo").forEach(this::hasTicket);
          Client felix = hasTicket("Felix");
          desk.stage.playground.fault(Fault.of(Kind.SILENCE).forMethods("sendMessage").inChat(felix.person.id()));
          roomOf(felix).operator("Marek").writes("Первое");
          roomOf(felix).operator("Marek").writes("Второе");
          isOwed("say", 2);
        }).then(() -> {
          Client felix = again("Felix");
          felix.sees("Второе");
          assertThat(felix.texts()).containsSubsequence("Первое", "Второе").doesNotHaveDuplicates();
        }),
        Situation.of("words have arrived and it isn't known", () -> {
          Client greta = again("Greta");
          desk.stage.playground.fault(Fault.of(Kind.SILENCE_AFTER).forMethods("sendMessage").inChat(greta.person.id()));
          roomOf(greta).operator("Marek").writes("Может быть, дважды");
          greta.sees("Может быть, дважды");
        }).later(AWHILE, () -> {
          Client greta = again("Greta");
          desk.settles();
          assertThat(greta.texts().stream().filter("Может быть, дважды"::equals).count()).isBetween(1L, 2L);
          greta.writes("Вижу");
          roomOf(greta).shows("Вижу");
        }),
        Situation.of("an answer to words that have only arrived isn't handled", () -> {
          Client hugo = again("Hugo");
          desk.stage.playground.fault(Fault.of(Kind.LATE).forMethods("sendMessage").inChat(hugo.person.id()));
          roomOf(hugo).operator("Marek").writes("Так понятно?");
          Message question = hugo.sees("Так понятно?");
          hugo.chat.replies(question.id(), "Да, так понятно");
          desk.await("the answer to wait",
              () -> desk.count("select count(*) from inbox where workspace_id = %s and state = 'pending'") == 1);
        }).later(AWHILE, () -> roomOf(again("Hugo")).shows("Да, так понятно")));
  }
}
