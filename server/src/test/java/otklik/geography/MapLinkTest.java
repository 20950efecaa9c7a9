package otklik.geography;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MapLinkTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  @Test
  void a_link_leads_to_the_point_in_whatever_locale() {
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    assertThat(MapLink.to(new Point(41.65189341, -0.1)))
        .isEqualTo("https://www.openstreetmap.org/?mlat=41.65189&mlon=-0.10000#map=17/41.65189/-0.10000");
  }

  @Test
  void small_figures_are_written_out() {
    assertThat(MapLink.to(new Point(-0.0000001, 0.00001)))
        .isEqualTo("https://www.openstreetmap.org/?mlat=0.00000&mlon=0.00001#map=17/0.00000/0.00001");
    assertThat(MapLink.to(new Point(90, 5))).contains("mlat=90.00000&mlon=0.00000");
  }
}
