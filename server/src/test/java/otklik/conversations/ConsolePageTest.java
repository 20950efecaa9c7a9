package otklik.conversations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import otklik.storage.TestDatabases;

/// The console in a real browser.
@Tag("browser")
@Tag("slow")
@ResourceLock(Resources.SYSTEM_OUT)
@ExtendWith(OutputCaptureExtension.class)
class ConsolePageTest {
  private static final String PASSWORD = "a long way home";

  @Test
  void the_first_administrator_comes_in_by_the_link_of_the_log_and_invites_an_operator(@TempDir Path folder,
      CapturedOutput output) {
    try (Stage stage = new Stage(TestDatabases.SQLITE.ready(), folder, false, 2, Map.of());
        TestBrowser browser = new TestBrowser()) {
      Page page = browser.visitor(stage.address());
      page.navigate(link(output.getOut(), stage.address()));
      assertThat(page.getByText("Вы станете администратором")).isVisible();
      assertThat(page).hasURL(stage.address() + "/console/welcome");
      TestBrowser.isForEverybody(page, "welcome");
      page.getByLabel("Логин").fill("olena");
      page.getByLabel("Имя").fill("Олена");
      page.getByLabel("Новый пароль").fill(PASSWORD);
      page.getByRole(AriaRole.BUTTON, named("Войти")).click();

      assertThat(page.getByRole(AriaRole.HEADING, named("Куда зайдём?"))).isVisible();
      TestBrowser.isForEverybody(page, "home");
      page.getByRole(AriaRole.LINK, named("w0")).click();
      assertThat(page.getByText("Всё в порядке.")).isVisible();
      TestBrowser.isForEverybody(page, "channels");

      page.getByRole(AriaRole.LINK, named("Пользователи")).click();
      page.getByLabel("Имя").fill("Марек");
      page.getByLabel("Логин").fill("marek");
      page.getByRole(AriaRole.BUTTON, named("Добавить")).click();
      assertThat(page.getByText("Марек теперь в списке")).isVisible();
      TestBrowser.isForEverybody(page, "users");
      String invitation = page.getByTestId("link").textContent();
      page.getByRole(AriaRole.LINK, named("Олена")).click();
      TestBrowser.isForEverybody(page, "account");

      Page other = browser.visitor(stage.address());
      other.navigate(invitation);
      assertThat(other.getByText("Здравствуйте, Марек! Ваш логин — marek.")).isVisible();
      other.getByLabel("Новый пароль").fill(PASSWORD);
      other.getByRole(AriaRole.BUTTON, named("Войти")).click();
      assertThat(other.getByRole(AriaRole.HEADING, named("Каналы"))).isVisible();
      other.getByRole(AriaRole.BUTTON, named("Выйти")).click();
      assertThat(other.getByRole(AriaRole.HEADING, named("Вход"))).isVisible();
      TestBrowser.isForEverybody(other, "sign-in");
      other.getByLabel("Логин").fill("marek");
      other.getByLabel("Пароль").fill("something else");
      other.getByRole(AriaRole.BUTTON, named("Войти")).click();
      assertThat(other.getByRole(AriaRole.ALERT)).hasText("Логин или пароль не подошёл.");
      TestBrowser.isForEverybody(other, "sign-in-wrong");
      other.navigate("/console/w/w0/nothing");
      other.getByLabel("Логин").fill("marek");
      other.getByLabel("Пароль").fill(PASSWORD);
      other.getByRole(AriaRole.BUTTON, named("Войти")).click();
      assertThat(other.getByRole(AriaRole.HEADING, named("Здесь ничего нет"))).isVisible();
      TestBrowser.isForEverybody(other, "no-such-page");
    }
  }

  /// As it was printed for this very stage.
  private static String link(String log, String address) {
    var found = Pattern.compile(Pattern.quote(address) + "/console/welcome#[\\w-]{43}").matcher(log);
    if (!found.find()) {
      throw new AssertionError("no link in the log");
    }
    return found.group();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
