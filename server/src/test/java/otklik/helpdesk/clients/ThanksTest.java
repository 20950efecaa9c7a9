package otklik.helpdesk.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.channels.Content;
import otklik.kernel.Language;
import otklik.workspaces.Texts;

class ThanksTest {
  private static boolean only(String text) {
    return Thanks.only(Content.Text.of(text), Texts.ofProduct(), Language.RU);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "Спасибо!", "СПАСИБО БОЛЬШОЕ", "спасибо вам огромное, всего доброго)", "Thank you", "спасибо за помощь",
      "thanks!!!", "ок, спасибо", "👍",
      "🙏 спасибо ❤️"})
  void thanks_are_nothing_but_thanks(String text) {
    assertThat(only(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "Спасибо, но не работает", "не спасибо", "Спасибо, а когда починят?", "помогите",
      "помощь", "вам", "😭", "!", "", "1"})
  void whatever_says_more_is_more(String text) {
    assertThat(only(text)).isFalse();
  }
}
