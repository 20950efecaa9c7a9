package otklik.helpdesk.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.channels.Content;

class ContactLineTest {
  @ParameterizedTest
  @ValueSource(strings = {"anna@example.com", "a.b+c@mail.example.org", "почта@пример.рф", "+34 600 000 000", "8 (912) 345-67-89",
      "+380.44.123.45.67", "2345678", "\u200B+7 701 000 00 00 "})
  void addresses_and_numbers_are_taken_as_people_write_them(String text) {
    assertThat(ContactLine.in(Content.Text.of(text))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "anna", "anna@", "@example.com", "anna@example", "a b@example.com", "12345", "1234567890123456",
      "позвоните 8 912 345 67 89", "+", "a@b@c.de", "http://example.com"})
  void anything_else_is_asked_about_again(String text) {
    assertThat(ContactLine.in(Content.Text.of(text))).isEmpty();
  }
}
