package otklik.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import otklik.kernel.ChannelId;
import otklik.kernel.PersonId;

class SearchQueryTest {
  private static final ChannelId HERE = new ChannelId(7);
  private static final ChannelId ELSEWHERE = new ChannelId(8);

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "отчет                | Пропал ОТЧЁТ по складу",
      "складов              | Пропал отчёт по складу",
      "отчётов о складах    | Пропал отчёт на складе, о нём речь",
      "заказы               | Где мой заказ?",
      "invoices             | The invoice is wrong",
      "paying               | I paid, and I pay again",
      "конт                 | Нужен контейнер",
      "контейне             | Нужны контейнеры",
      "склад кон            | Контейнер на складе",
      "+7 (912) 345-67-89   | звоните 89123456789",
      "89123456789          | звоните +7 (912) 345-67-89",
      "9123456789           | звоните +7 912 345 67 89",
      "345-67-89            | звоните +7 912 345-67-89",
      "612 345 678          | llámame: +34 612345678",
      "67-89                | звоните +7 912 345-67-89",
      "2026-11-25           | с 2026-11-25 9:00 до вечера",
      "100200               | заказ 100200300",
      "100%                 | Не грузится 100%",
      "timur_77             | пишите @Timur_77",
      "@timur               | пишите @timur_77",
      "a@b.example          | мой адрес: A@b.example",
      "INV-2024-001         | счёт inv-2024-001 не пришёл",
      "#0012                | ничего",
      "12                   | ничего",
      "Olena                | ничего",
      "OLENA                | ничего",
      "Olena ничего         | ничего",
      "naïve café           | A NAÏVE CAFÉ",
      "東京                 | 東京都の天気",
      "नमस्ते                | नमस्ते दुनिया",
  })
  void finds(String asked, String said) {
    assertThat(isFound(HERE, asked, said)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "ничегошеньки         | Пропал отчёт по складу",
      "отчёт контейнер      | Пропал отчёт по складу",
      "ко                   | Нужен контейнер",
      "контейнер ск         | Нужен контейнер",
      "100_                 | Не грузится 100%",
      "10                   | заказ 100200300",
      "89123456780          | звоните +7 (912) 345-67-89",
      "#0001                | заказ 12",
      "???                  | Что?",
      "отчёт                | '\" OR \"'",
  })
  void does_not_find(String asked, String said) {
    assertThat(isFound(HERE, asked, said)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"отчёт", "Olena", "12"})
  void what_was_said_in_another_channel_is_not_found(String asked) {
    assertThat(isFound(ELSEWHERE, asked, "отчёт")).isFalse();
  }

  private static boolean isFound(ChannelId asking, String asked, String said) {
    SearchQuery query = SearchQuery.of(asked);
    return !query.isEmpty() && query.matches(asking, Terms.of(
        new Searchable.Findable(12, new PersonId(1), "Olena @olena", List.of(said), 1)).stored(HERE));
  }
}
