package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import playground.Media;
import playground.Message;

/// «The exact point only to the helper who took it, a rounded area to the others»; contacts are shown to nobody but
/// helpers. Whatever was ever sent to the coordinators' group is looked through.
class SosSecretsTest extends Coordination {
  private static final String PHONE = "995599777123";
  private static final List<String> SECRETS = List.of(PHONE, "Секретная", "41.7123", "44.7832", "41.7128", "44.7837",
      "Тайная аптека", "Потайная 7", "nana_secret", "Nana");

  private Client ana;
  private Client beso;

  private void asksWithSecrets() {
    ana = volunteer("Ana");
    beso = volunteer("Beso");
    nana = town.person("Nana", "nana_secret", "ru");
    comes(nana);
    nana.presses("Мне нужна помощь");
    nana.sees("Что случилось?");
    nana.sends(Media.contact(PHONE, "Секретная"));
    nana.sees("Контакт записали, его увидит только тот, кто возьмётся помочь. Что случилось?");
    nana.writes("Сломала ногу");
    nana.sees("Где вы?");
    nana.sends(Media.venue("Тайная аптека", "Потайная 7", LATITUDE, LONGITUDE));
    nana.sees("Проверьте, пожалуйста");
    nana.presses("Отправить");
    nana.sees("отправлена");
  }

  /// Everything that was asked of the messenger for that chat, and what stands there.
  private List<String> sentTo(long chat) {
    return Stream.concat(
        town.stage.playground.calls().stream().filter(call -> call.chatId() == chat)
            .map(call -> call.params().toString()),
        town.coordinators.history().stream().filter(_ -> chat == town.coordinators.id())
            .filter(message -> message.from() == town.bot.id()).map(message -> message.content().toString())).toList();
  }

  private void nothingSecretInTheGroup() {
    town.settles();
    List<String> sent = sentTo(town.coordinators.id());
    assertThat(sent).anyMatch(words -> words.contains("Сломала ногу"));
    assertThat(sent).allSatisfy(words -> assertThat(words).doesNotContain(SECRETS));
  }

  @Test
  void the_contact_and_the_exact_place_reach_the_taker_and_never_the_coordinators() {
    asksWithSecrets();
    cardShows("Сломала ногу");
    nana.sends(Media.contact(PHONE, "Секретная"));
    nana.sees("Добавил");
    nana.sends(Media.location(41.71288, 44.78377));
    nana.sees("Новое место записал");
    ana.sees("Нужна помощь");
    beso.sees("Нужна помощь");
    town.settles();
    assertThat(sentTo(ana.person.id())).allSatisfy(words -> assertThat(words).doesNotContain(PHONE, "Потайная"));
    ana.presses("Взять в работу");
    ana.seesMessage("the contact", message -> message.type().equals("contact")
        && message.content().toString().contains(PHONE));
    ana.sees("Потайная 7");
    ana.sees("Вы помогаете");
    cardShows("взял(а) @ana");
    nana.writes("Я во дворе");
    ana.sees("Я во дворе");
    town.coordinator("Nino").in(town.coordinators).topic("#0001 | Тбилиси").deletesTopic();
    ana.presses("В пути");
    nana.sees("в пути");
    cardShows("Помощник: в пути");
    general("Nino").writes("/open");
    groupShows("#0001 · Тбилиси · взял(а) @ana");
    general("Nino").writes("/history 1");
    groupShows("взял(а): @ana");
    nana.presses("Отменить просьбу");
    nana.presses("Да, отменить");
    nana.sees("отменена");
    cardShows("отменена");
    nothingSecretInTheGroup();
    assertThat(sentTo(beso.person.id())).allSatisfy(words -> assertThat(words)
        .doesNotContain(PHONE, "Потайная", "41.7123", "41.7128"));
    assertThat(ana.fromBot()).extracting(Message::type).doesNotContain("contact", "location");
  }

  @Test
  void a_contact_is_taken_back_from_who_gave_the_request_back() {
    asksWithSecrets();
    ana.sees("Нужна помощь");
    ana.presses("Взять в работу");
    ana.sees("Вы помогаете");
    ana.presses("Вернуть в пул");
    ana.sees("Почему возвращаете");
    ana.writes("Не успеваю");
    ana.sees("снова ищет помощника");
    cardShows("Вернули: Не успеваю");
    town.settles();
    assertThat(ana.fromBot()).extracting(Message::type).doesNotContain("contact", "location", "venue");
    nothingSecretInTheGroup();
  }
}
