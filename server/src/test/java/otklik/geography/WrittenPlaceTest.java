package otklik.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenPlaceTest {
  private static final double LATITUDE = 41.7151;
  private static final double LONGITUDE = 44.8271;

  @ParameterizedTest
  @ValueSource(strings = {
      "41.7151, 44.8271",
      "41.7151,44.8271",
      "41.7151 44.8271",
      "41.7151; 44.8271",
      "41,7151 44,8271",
      "41,7151, 44,8271",
      "41,7151; 44,8271",
      "41.7151N 44.8271E",
      "41.7151° N, 44.8271° E",
      "44.8271 E 41.7151 N",
      "41.7151 с. ш., 44.8271 в. д.",
      "41°42'54.36\"N 44°49'37.56\"E",
      "41° 42′ 54.36″ с.ш. 44° 49′ 37.56″ в.д.",
      "41°42.906'N, 44°49.626'E",
      "geo:41.7151,44.8271",
      "geo:41.7151,44.8271;u=35",
      "geo:41.7151,44.8271?q=41.7151,44.8271(Дом)",
      "https://maps.google.com/?q=41.7151,44.8271",
      "https://www.google.com/maps/search/?api=1&query=41.7151%2C44.8271",
      "https://www.google.com/maps/place/41.7151,44.8271/@41.9,44.9,17z",
      "https://www.google.com/maps/place/Some+Where/@41.9,44.9,17z/data=!3m1!4b1!4m5!3m4!1s0x0:0x0!8m2!3d41.7151!4d44.8271",
      "https://www.google.com/maps/@41.7151,44.8271,17z",
      "https://yandex.ru/maps/?ll=44.8271%2C41.7151&z=16",
      "https://yandex.com/maps/10277/tbilisi/?ll=44.9%2C41.9&whatshere%5Bpoint%5D=44.8271%2C41.7151&whatshere%5Bzoom%5D=17",
      "https://yandex.ru/maps/?pt=44.8271,41.7151&z=18&l=map",
      "https://yandex.ru/maps/?text=41.7151%2C44.8271",
      "https://2gis.ge/tbilisi/geo/44.8271,41.7151",
      "https://2gis.ru/moscow?m=44.8271%2C41.7151%2F17",
      "https://maps.apple.com/?ll=41.7151,44.8271&q=Pin",
      "https://www.openstreetmap.org/?mlat=41.7151&mlon=44.8271#map=17/41.9/44.9",
      "https://www.openstreetmap.org/#map=17/41.7151/44.8271",
      "https://waze.com/ul?ll=41.7151,44.8271&navigate=yes"})
  void coordinates_and_links_are_a_point(String written) {
    assertThat(WrittenPlace.in(written)).get().isInstanceOfSatisfying(WrittenPlace.At.class, at -> {
      assertThat(at.point().latitude()).isCloseTo(LATITUDE, within(0.00001));
      assertThat(at.point().longitude()).isCloseTo(LONGITUDE, within(0.00001));
      assertThat(at.rest()).isEmpty();
    });
  }

  @Test
  void words_around_it_stay() {
    assertThat(WrittenPlace.in("Я тут: 41.7151, 44.8271, второй подъезд")).get()
        .isEqualTo(new WrittenPlace.At(new Point(LATITUDE, LONGITUDE), "Я тут: второй подъезд"));
    assertThat(WrittenPlace.in("Синий дом https://maps.google.com/?q=41.7151,44.8271")).get()
        .isEqualTo(new WrittenPlace.At(new Point(LATITUDE, LONGITUDE), "Синий дом"));
  }

  @Test
  void what_can_only_be_the_other_order_is_read_in_that_order() {
    assertThat(WrittenPlace.in("131.8869, 43.1198")).get()
        .isEqualTo(new WrittenPlace.At(new Point(43.1198, 131.8869), ""));
  }

  @Test
  void the_south_and_the_west_are_negative() {
    assertThat(WrittenPlace.in("22.9068 S 43.1729 W")).get()
        .isEqualTo(new WrittenPlace.At(new Point(-22.9068, -43.1729), ""));
    assertThat(WrittenPlace.in("-22.9068, -43.1729")).get()
        .isEqualTo(new WrittenPlace.At(new Point(-22.9068, -43.1729), ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"441.7, 944.8", "95.1234, 200.5678", "41°75'54\"N 44°49'37\"E", "geo:441.7,944.8",
      "https://maps.google.com/?q=441.7,944.8"})
  void what_is_written_like_coordinates_and_is_none_is_nowhere(String written) {
    assertThat(WrittenPlace.in(written)).get().isInstanceOf(WrittenPlace.Nowhere.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://maps.app.goo.gl/AbC1", "https://goo.gl/maps/AbC1", "https://yandex.ru/maps/-/CDabc123",
      "https://go.2gis.com/abc", "https://maps.apple.com/p/abc", "встречайте https://maps.app.goo.gl/AbC1"})
  void a_link_that_does_not_say_where_it_leads_is_known_as_one(String written) {
    assertThat(WrittenPlace.in(written)).get().isInstanceOf(WrittenPlace.ShortLink.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Руставели 12, кв 5", "12", "", "Дом 12.5, 13.2 метра от угла", "10.30, 11.45 приходите",
      "+995 555 00 11 22", "https://example.org/page?id=41", "1.1.1.1 2.2.2.2", "улица 26 мая, 41, 44"})
  void other_words_are_words(String written) {
    assertThat(WrittenPlace.in(written)).isEmpty();
  }
}
