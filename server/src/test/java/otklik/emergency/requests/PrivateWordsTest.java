package otklik.emergency.requests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateWordsTest {
  @ParameterizedTest
  @ValueSource(strings = {
    "я на Руставели 12, кв 5, код 34, тел. +995 555 00 11 22", "позвоните 555 001 122", "8 (912) 345-67-89",
    "ул. Ленина, 5", "проспект Мира 101", "пр-т Победы д. 3", "дом 7", "кв.15", "квартира 15", "подъезд 3", "3-й подъезд",
    "5 этаж", "код домофона 45К89, код 12", "на Руставели 12", "у Площади Свободы 4", "12 Rustaveli Avenue", "flat 5",
    "2nd floor", "door code 4589",
    "код: 4521К, домофон: 88", "Code: 9508", "кв5501", "подъезд второй", "код двери 4523", "пароль от двери 4522",
    "the code is 9509", "Абашидзе 7701 вход со двора", "я на абашидзе 7702", "Пекинская, 9012", "Пекинская улица, 14",
    "Rustaveli 95", "Горит квартира в доме 94", "третий этаж", "Невский проспект 12",
    "Пекинская 9 разбили дверь", "Абашидзе 12 частный дом", "Пекинская 9 деньги отняли", "Пожар в доме 12 по улице Ленина",
    "Мы в доме 94\nКвартира горит", "Невский, 28", "Мы дома, Ленина 12", "41.7151, 44.8271", "https://maps.google.com/?q=41.7151,44.8271"})
  void an_address_a_code_a_phone_or_a_point(String words) {
    assertThat(PrivateWords.areIn(words)).isTrue();
  }

  /// Whatever a stranger sends is looked through once.
  @Test
  void however_many_spaces_there_are() {
    for (String begin : new String[] {"код", "дом", "ул", "code", "кв:"}) {
      assertThat(PrivateWords.areIn(begin + " ".repeat(4_000) + "x")).isFalse();
      assertThat(PrivateWords.areIn(begin + " ".repeat(4_000) + "7")).isTrue();
      assertThat(PrivateWords.areIn(begin + "\u00a0".repeat(4_000) + "x")).isFalse();
      assertThat(PrivateWords.areIn(begin + "\u2003".repeat(4_000) + "7")).isTrue();
    }
  }

  @Test
  void a_longer_number_is_another() {
    assertThat(PrivateWords.areAdded("кв 5", "кв 57")).isTrue();
    assertThat(PrivateWords.areAdded("код 1, ул. Руставели 1", "код 1278, ул. Руставели 1")).isTrue();
    assertThat(PrivateWords.areAdded("кв 5, скорее", "Кв 5, скорее!")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "Сломала ногу", "Нас трое, двое детей 5 и 7 лет", "Температура 39.5 второй день", "Упало дерево, 2 машины под ним",
    "Нужна помощь к 18:30", "Скорая 112 не едет", "Дома никого", "Звоню уже 40 минут", "We are three, one is bleeding",
    "It is 25 degrees below zero", "Потеряли собаку, 3 года, рыжая", "Осталось 10 % заряда",
    "В доме 9 человек", "Мы из Тбилиси, 3 человека", "Дома 2 детей", "Хотели 5 раз дозвониться", "У сестры Windows 10 не грузится",
    "Код красный", "Пятый день без света", "В доме 12 человек", "в доме 10 детей", "Соседка Беридзе 82 года",
    "русский 45 лет", "детский 3 месяца", "Нужен инсулин Лантус 100, срочно", "маме Нане 78, не встаёт"})
  void what_happened_is_none(String words) {
    assertThat(PrivateWords.areIn(words)).isFalse();
  }
}
