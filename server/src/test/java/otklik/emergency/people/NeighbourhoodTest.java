package otklik.emergency.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import otklik.geography.Cities;
import otklik.kernel.PersonId;

class NeighbourhoodTest {
  private static final Cities CITIES = Cities.shipped();

  private static Community community(long id, String city, String country) {
    return new Community(id, "-" + id, city, null, city, country, Community.State.ACTIVE, null, null, true, false);
  }

  private static Resident resident(String city, String country) {
    return new Resident(new PersonId(1), "5", city, country, null, null);
  }

  private static List<Long> nearest(Resident resident, int most, Community... all) {
    return Neighbourhood.nearest(CITIES, List.of(all), resident, most).stream().map(Community::id).toList();
  }

  @Test
  void the_own_city_comes_before_others_and_the_own_country_before_nearer_ones() {
    assertThat(nearest(resident("batumi", "GE"), 9, community(1, "yerevan", "AM"), community(2, "tbilisi", "GE"),
        community(3, "trabzon", "TR"), community(4, "kutaisi", "GE"), community(5, "batumi", "GE")))
        .containsExactly(5L, 4L, 2L, 3L, 1L);
  }

  @Test
  void two_chats_of_one_city_both_come_the_older_first() {
    assertThat(nearest(resident("tbilisi", "GE"), 2, community(7, "tbilisi", "GE"), community(3, "tbilisi", "GE"),
        community(4, "batumi", "GE"))).containsExactly(3L, 7L);
  }

  @Test
  void a_city_that_is_no_longer_known_is_far_from_everything() {
    assertThat(nearest(resident("tbilisi", "GE"), 9, community(1, "atlantis", "GE"), community(2, "batumi", "GE")))
        .containsExactly(2L, 1L);
    assertThat(nearest(resident("atlantis", "GE"), 9, community(1, "yerevan", "AM"), community(2, "batumi", "GE")))
        .containsExactly(2L, 1L);
  }
}
