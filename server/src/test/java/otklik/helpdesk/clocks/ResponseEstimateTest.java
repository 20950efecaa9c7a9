package otklik.helpdesk.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.kernel.ChannelId;
import otklik.kernel.Language;
import otklik.kernel.WorkspaceId;
import otklik.workspaces.Channel;
import otklik.workspaces.Configuration;

class ResponseEstimateTest {
  private static final Instant FRIDAY_NOON = Instant.parse("2026-11-20T11:00:00Z");
  private static final Instant FRIDAY_EVENING = Instant.parse("2026-11-20T19:00:00Z");

  @TempDir Path directory;

  @Test
  void a_desk_that_says_nothing_promises_the_usual() throws IOException {
    assertThat(promise("", "ru", false)).isEqualTo("Обычно отвечаем за 2–4 рабочих часа.");
    assertThat(promise("", "ru", true)).isEqualTo("На срочное обычно отвечаем за 30–60 минут.");
  }

  @Test
  void a_desk_with_numbers_of_its_own_promises_these() throws IOException {
    assertThat(promise("sla: { first-answer: 1h }", "ru", false)).isEqualTo("Обычно отвечаем за 1 рабочий час.");
    assertThat(promise("sla: { first-answer: 8h }", "ru", false)).isEqualTo("Обычно отвечаем за 8 рабочих часов.");
    assertThat(promise("sla: { first-answer: 90m }", "ru", false))
        .isEqualTo("Обычно отвечаем за 1 ч 30 мин рабочего времени.");
    assertThat(promise("sla: { urgent: { first-answer: 21m } }", "ru", true))
        .isEqualTo("На срочное обычно отвечаем за 21 минуту рабочего времени.");
    assertThat(promise("sla: { first-answer: 2h }", "en", false)).isEqualTo("We usually answer within 2 working hours.");
  }

  @Test
  void a_text_of_the_desks_own_stays_as_it_is() throws IOException {
    Channel channel = channel("sla: { first-answer: 2h }", "texts: { ru: { sla.working: Отвечаем быстро } }");
    assertThat(ResponseEstimate.of(channel, Language.RU, false, FRIDAY_NOON)).isEqualTo("Отвечаем быстро");
  }

  @Test
  void outside_working_hours_the_next_opening_is_named() throws IOException {
    Channel channel = channel("working-hours: { mon-fri: [10:00-19:00], holidays: [11-23] }", "");
    assertThat(ResponseEstimate.of(channel, Language.RU, false, FRIDAY_EVENING)).contains("24 ноября в 10:00");
  }

  private String promise(String desk, String language, boolean urgent) throws IOException {
    return ResponseEstimate.of(channel(desk, ""), language.equals("ru") ? Language.RU
        : Language.EN, urgent, FRIDAY_NOON);
  }

  private Channel channel(String desk, String home) throws IOException {
    Files.writeString(directory.resolve("otklik.yaml"), """
        workspaces:
          - name: acme
            language: ru
            %s
            channels:
              - name: desk
                messenger: telegram
                token: "1:a"
                scenario: helpdesk
                helpdesk:
                  support-chat-id: -1001
                  operators: [7]
                  %s
        """.formatted(home, desk));
    var acme = Configuration.load(directory, Map.of()).workspaces().getFirst();
    return new Channel(new ChannelId(1), new WorkspaceId(1), acme, acme.channels().getFirst());
  }
}
