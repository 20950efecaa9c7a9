package otklik.conversations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Keys;
import otklik.channels.Line;
import otklik.channels.Place;
import otklik.channels.telegram.TestTelegram;
import otklik.kernel.TestTime;
import otklik.storage.TestDatabases;
import playground.Options;
import playground.Playground;

/// What a newcomer does on the playground's page, in a real browser.
@Tag("browser")
class PageTest {
  @Tag("slow")
  @Test
  void a_newcomer_lives_through_a_whole_conversation(@TempDir Path folder) {
    try (Stage stage = new Stage(TestDatabases.SQLITE.ready(), folder, true, 1, Map.of());
        TestBrowser browser = new TestBrowser()) {
      Desk desk = stage.newDesk();
      desk.person("Olena");
      Page page = browser.page(1500, 900);
      page.navigate(stage.playground.apiUrl() + "/");
      page.getByText("Olena").first().click();

      Locator phone = page.getByTestId("private-messages");
      Runnable send = page.getByTestId("private-send")::click;
      page.getByTestId("private-input").fill("/start ACME-1");
      acts(page, desk, send);
      acts(page, desk, button(phone, "Не работает / ошибка (баг)"));
      assertThat(phone).containsText("Расскажите, что случилось");
      page.getByTestId("private-input").fill("Отчёт не открывается");
      acts(page, desk, send);
      assertThat(phone).containsText("Можно прикрепить скрин/видео/файл");
      page.getByTestId("attach-private").click();
      acts(page, desk, page.getByTestId("attach-private-photo")::click);
      acts(page, desk, button(phone, "Готово"));
      assertThat(phone).containsText("обращение #0001 принято");

      page.getByTestId("topics").getByText("#0001 | Acme | Portal").click();
      Locator topic = page.getByTestId("topic-messages");
      assertThat(topic).containsText("● Описание: Отчёт не открывается");
      acts(page, desk, button(topic, "Взять в работу"));
      assertThat(topic).containsText("● Статус: In progress (@marek)");
      page.getByTestId("group-input").fill("Уже смотрим!");
      acts(page, desk, page.getByTestId("group-send")::click);
      assertThat(phone).containsText("Уже смотрим!");
      acts(page, desk, button(topic, "Закрыть"));
      acts(page, desk, button(phone, "👍"));
      assertThat(topic).containsText("Оценка клиента: 👍");
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "page.png")));
    }
  }

  @Tag("slow")
  @Test
  void the_keys_below_a_chat_are_there_to_be_pressed() throws InterruptedException {
    try (Playground playground = Playground.start(Options.defaults());
        TestBrowser browser = new TestBrowser()) {
      String token = "8000001:TESTTESTTESTTESTTESTTESTTESTTESTTES";
      playground.user(6001, "Olena", null, null, "ru").inPrivate(playground.bot(token, "help_bot")).starts();
      Line line = TestTelegram.line(playground.apiUrl(), token, new TestTime());
      List<List<Keys.Key>> rows =
          List.of(List.of(Keys.Key.saying("Да"), Keys.Key.saying("Нет")), List.of(Keys.Key.sharingPosition("Я тут")));
      line.call(new Call.Say(Place.chat("6001"), Content.Text.of("Где вы?"), null, List.of(),
          new Keys.Shown(rows, true)));
      Page page = browser.page(1500, 900);
      page.navigate(playground.apiUrl() + "/");
      Locator messages = page.getByTestId("private-messages").getByTestId("message");
      Locator keys = page.getByTestId("keyboard-button");
      assertThat(keys).hasText(new String[] {"Да", "Нет", "Я тут"});
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "keys.png")));
      keys.getByText("Я тут").click();
      assertThat(messages.last()).hasAttribute("data-type", "location");
      assertThat(keys).hasCount(0);
      line.close();
    }
  }

  private static Runnable button(Locator messages, String words) {
    return messages.getByTestId("inline-button").getByText(words).last()::click;
  }

  /// The page tells the playground of it, and the program answers in its own time, however busy the machine is: the
  /// browser is waited for only to show it.
  private static void acts(Page page, Desk desk, Runnable click) {
    page.waitForResponse(response -> response.url().contains("/world/hands/"), click);
    desk.settles();
  }
}
