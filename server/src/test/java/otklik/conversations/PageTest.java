package otklik.conversations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.storage.TestDatabases;

/// What a newcomer does on the playground's page, in a real browser.
@Tag("browser")
class PageTest {
  private static final List<String> CAREFUL = List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--disable-background-networking", "--disable-component-update", "--disable-sync");

  @Test
  void a_newcomer_lives_through_a_whole_conversation(@TempDir Path folder) {
    try (Stage stage = new Stage(TestDatabases.SQLITE.fresh(), folder, true, 1, Map.of());
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
            .setExecutablePath(Path.of("/usr/bin/chromium")).setArgs(CAREFUL))) {
      Desk desk = stage.newDesk();
      desk.person("Olena");
      Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1500, 900));
      page.navigate(stage.playground.apiUrl() + "/");
      page.getByText("Olena").first().click();

      Locator phone = page.getByTestId("private-messages");
      page.getByTestId("private-input").fill("/start ACME-1");
      page.getByTestId("private-send").click();
      press(phone, "Не работает / ошибка (баг)");
      assertThat(phone).containsText("Расскажите, что случилось");
      page.getByTestId("private-input").fill("Отчёт не открывается");
      page.getByTestId("private-send").click();
      assertThat(phone).containsText("Можно прикрепить скрин/видео/файл");
      page.getByTestId("attach-private").click();
      page.getByTestId("attach-private-photo").click();
      press(phone, "Готово");
      assertThat(phone).containsText("обращение #0001 принято");

      page.getByTestId("topics").getByText("#0001 | Acme | Portal").click();
      Locator topic = page.getByTestId("topic-messages");
      assertThat(topic).containsText("● Описание: Отчёт не открывается");
      press(topic, "Взять в работу");
      assertThat(topic).containsText("● Статус: In progress (@marek)");
      page.getByTestId("group-input").fill("Уже смотрим!");
      page.getByTestId("group-send").click();
      assertThat(phone).containsText("Уже смотрим!");
      press(topic, "Закрыть");
      press(phone, "👍");
      assertThat(topic).containsText("Оценка клиента: 👍");
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "page.png")));
    }
  }

  private static void press(Locator messages, String button) {
    messages.getByTestId("inline-button").getByText(button).last().click();
  }
}
