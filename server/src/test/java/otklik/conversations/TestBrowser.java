package otklik.conversations;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/// A real browser.
final class TestBrowser implements AutoCloseable {
  private static final List<String> CAREFUL = List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--disable-background-networking", "--disable-component-update", "--disable-sync");
  private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
      "best-practice");
  private static final int NARROW = 360;
  private static final int WIDE = 1366;
  private static final int HIGH = 768;

  private final Playwright playwright = Playwright.create(
      new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser = playwright.chromium().launch(
      new BrowserType.LaunchOptions().setExecutablePath(Path.of("/usr/bin/chromium")).setArgs(CAREFUL));

  Page page(int width, int height) {
    return browser.newPage(new Browser.NewPageOptions().setViewportSize(width, height));
  }

  /// Of somebody who reads Russian, with cookies of their own.
  Page visitor(String baseUrl) {
    BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(WIDE, HIGH)
        .setLocale("ru-RU").setBaseURL(baseUrl));
    return context.newPage();
  }

  /// Nobody stumbles over it: by WCAG 2.2 AA in light and dark, and without scrolling sideways on a phone.
  ///
  /// @param name what its pictures are called
  static void isForEverybody(Page page, String name) {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      for (int width : List.of(WIDE, NARROW)) {
        page.setViewportSize(width, HIGH);
        String what = name + "-" + scheme.name().toLowerCase() + "-" + width;
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
            .setPath(Path.of("target", "pages", what + ".png")));
        Assertions.assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
            .as(what).extracting(TestBrowser::said).isEmpty();
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
            .as("scrolls sideways: " + what).isEqualTo(0);
      }
    }
    page.setViewportSize(WIDE, HIGH);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }

  private static String said(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + " "
        + rule.getNodes().stream().map(node -> node.getHtml()).toList();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
