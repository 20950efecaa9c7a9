package otklik.geography;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A place that somebody wrote instead of sending it: coordinates, or a link to a map. Latitude comes first, but where a
/// map's own links say otherwise (Yandex and 2GIS begin with the longitude), and where only the other order is a place.
public sealed interface WrittenPlace {
  /// What was written is a point; `rest` are the words around it, empty when there are none.
  record At(Point point, String rest) implements WrittenPlace {}

  /// Written like coordinates, but there is no such place on the earth.
  record Nowhere() implements WrittenPlace {}

  /// A link to a map that doesn't say itself where it leads.
  record ShortLink() implements WrittenPlace {}

  /// @return empty for words that aren't anything of that
  static Optional<WrittenPlace> in(String text) {
    Matcher link = Reading.LINK.matcher(text);
    while (link.find()) {
      Optional<WrittenPlace> place = Links.read(link.group(), Reading.without(text, link));
      if (place.isPresent()) {
        return place;
      }
    }
    return Reading.coordinates(text);
  }

  /// How coordinates are written.
  final class Reading {
    static final Pattern LINK = Pattern.compile("(?i)\\b(?:https?://|geo:|www\\.)\\S+");
    private static final String NORTH = "(?:[сю]\\.?\\s?ш\\.?|[NSСЮ](?!\\p{L}))";
    private static final String EAST = "(?:[вз]\\.?\\s?д\\.?|[EWВЗ](?!\\p{L}))";
    private static final String AXIS = "(?:" + NORTH + "|" + EAST + ")";
    /// Degrees, minutes, seconds: `41°42'54"N`, `41° 42.9′ N`.
    private static final String ARC =
        "(\\d{1,3})\\s?°\\s?(?:(\\d{1,2}(?:[.,]\\d+)?)\\s?['′’]\\s?)?(?:(\\d{1,2}(?:[.,]\\d+)?)\\s?(?:[\"″”]|''|′′)\\s?)?\\s?("
            + AXIS + ")";
    private static final Pattern ARCS =
        Pattern.compile(ARC + "[\\s,;]{0,3}" + ARC, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final String POINTED = "([+\\-−]?\\d{1,4}\\.\\d+)\\s?°?\\s?(" + AXIS + ")?";
    private static final String WITH_COMMA = "([+\\-−]?\\d{1,4},\\d+)\\s?°?\\s?(" + AXIS + ")?";
    private static final String ALONE = "(?<![\\d.,])";
    private static final String ENDS = "(?![\\d]|[.,]\\d)";
    private static final List<Pattern> PAIRS = List.of(
        Pattern.compile(ALONE + POINTED + "(?:\\s*[,;]\\s*|\\s+)" + POINTED + ENDS,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
        Pattern.compile(ALONE + WITH_COMMA + "(?:\\s*;\\s*|,?\\s+)" + WITH_COMMA + ENDS,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    /// Among other words, two numbers with fewer decimals may be anything: a price, a time.
    private static final int SURELY = 3;

    private Reading() {}

    static Optional<WrittenPlace> coordinates(String text) {
      Matcher arcs = ARCS.matcher(text);
      if (arcs.find()) {
        Double first = degrees(arcs, 1);
        Double second = degrees(arcs, 5);
        return first == null || second == null ? Optional.of(new Nowhere())
            : Optional.of(place(first, arcs.group(4), second, arcs.group(8), without(text, arcs)));
      }
      for (Pattern pair : PAIRS) {
        Matcher found = pair.matcher(text);
        if (found.find()) {
          String rest = without(text, found);
          WrittenPlace place = place(number(found.group(1)), found.group(2), number(found.group(3)), found.group(4), rest);
          boolean sure = decimals(found.group(1)) >= SURELY && decimals(found.group(3)) >= SURELY && place instanceof At;
          return rest.isEmpty() || sure ? Optional.of(place) : Optional.empty();
        }
      }
      return Optional.empty();
    }

    private static @Nullable Double degrees(Matcher arcs, int group) {
      double minutes = arcs.group(group + 1) == null ? 0 : number(arcs.group(group + 1));
      double seconds = arcs.group(group + 2) == null ? 0 : number(arcs.group(group + 2));
      return minutes >= 60 || seconds >= 60 ? null : number(arcs.group(group)) + minutes / 60 + seconds / 3600;
    }

    /// @param firstAxis  which way the first number counts; null where that isn't written
    static WrittenPlace place(double first, @Nullable String firstAxis, double second, @Nullable String secondAxis,
        String rest) {
      double one = signed(first, firstAxis);
      double other = signed(second, secondAxis);
      boolean turned = isEast(firstAxis) || isNorth(secondAxis)
          || firstAxis == null && secondAxis == null && Math.abs(one) > 90 && Math.abs(other) <= 90;
      return turned ? point(other, one, rest) : point(one, other, rest);
    }

    static WrittenPlace point(double latitude, double longitude, String rest) {
      return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
          ? new At(new Point(latitude, longitude), rest) : new Nowhere();
    }

    private static boolean isNorth(@Nullable String axis) {
      return axis != null && "NSСЮ".indexOf(first(axis)) >= 0;
    }

    private static boolean isEast(@Nullable String axis) {
      return axis != null && "EWВЗ".indexOf(first(axis)) >= 0;
    }

    private static double signed(double degrees, @Nullable String axis) {
      return axis != null && "SWЮЗ".indexOf(first(axis)) >= 0 ? -degrees : degrees;
    }

    private static char first(String axis) {
      return axis.toUpperCase(Locale.ROOT).charAt(0);
    }

    private static int decimals(String number) {
      return number.length() - 1 - number.replace(',', '.').indexOf('.');
    }

    static double number(String written) {
      return Double.parseDouble(written.replace(',', '.').replace('−', '-'));
    }

    static String without(String text, Matcher found) {
      return (text.substring(0, found.start()) + " " + text.substring(found.end()).replaceAll("^[\\s,;.]+", ""))
          .replaceAll("\\s+", " ").replaceAll("^[\\s,;.]+|(?<![\\s,;])[\\s,;]++$", "");
    }
  }

  /// What links to maps say.
  final class Links {
    private static final String PAIR = "(-?\\d{1,4}(?:\\.\\d+)?)(?:,|\\s|\\+)\\s*(-?\\d{1,4}(?:\\.\\d+)?)";
    private static final List<Pattern> LATITUDE_FIRST = List.of(
        Pattern.compile("(?i)^geo:" + PAIR),
        Pattern.compile("!3d(-?\\d+\\.\\d+)!4d(-?\\d+\\.\\d+)"),
        Pattern.compile("(?i)[?&](?:q|query|daddr|destination|coordinate|text)=(?:loc:)?" + PAIR),
        Pattern.compile("(?i)[?&]mlat=(-?[\\d.]+)&mlon=(-?[\\d.]+)"),
        Pattern.compile("/place/" + PAIR),
        Pattern.compile("(?i)[?&](?:ll|center|sll)=" + PAIR),
        Pattern.compile("/@" + PAIR),
        Pattern.compile("(?i)#map=[\\d.]+/(-?[\\d.]+)/(-?[\\d.]+)"));
    private static final List<Pattern> LONGITUDE_FIRST = List.of(
        Pattern.compile("(?i)[?&](?:whatshere\\[point]|pt)=" + PAIR),
        Pattern.compile("(?i)[?&]s?ll=" + PAIR),
        Pattern.compile("(?i)[?&]m=" + PAIR),
        Pattern.compile("/geo/(?:\\d+/)?" + PAIR));
    private static final Pattern LONGITUDE_FIRST_AT = Pattern.compile("(?i)^(?:https?://|www\\.)[^/]*\\b(?:yandex|2gis)\\.");
    private static final Pattern OF_A_MAP = Pattern.compile(
        "(?i)^(?:https?://)?(?:www\\.)?(?:maps\\.app\\.goo\\.gl|goo\\.gl/maps|maps\\.google\\.|google\\.[a-z.]+/maps|yandex\\.[a-z.]+/(?:maps|navi)"
            + "|maps\\.yandex\\.|2gis\\.|go\\.2gis\\.com|maps\\.apple\\.com|osm\\.org/go|waze\\.com/ul|ul\\.waze\\.com|maps\\.me|ge0\\.me|omaps\\.app|what3words\\.com|w3w\\.co)");

    private Links() {}

    /// @param rest the words around it
    static Optional<WrittenPlace> read(String link, String rest) {
      String decoded = decoded(link);
      boolean longitudeFirst = LONGITUDE_FIRST_AT.matcher(decoded).find();
      if (longitudeFirst) {
        for (Pattern each : LONGITUDE_FIRST) {
          Matcher found = each.matcher(decoded);
          if (found.find()) {
            return Optional.of(Reading.point(Reading.number(found.group(2)), Reading.number(found.group(1)), rest));
          }
        }
      }
      for (Pattern each : LATITUDE_FIRST) {
        Matcher found = each.matcher(decoded);
        if (found.find()) {
          return Optional.of(Reading.point(Reading.number(found.group(1)), Reading.number(found.group(2)), rest));
        }
      }
      return OF_A_MAP.matcher(decoded).find() ? Optional.of(new ShortLink()) : Optional.empty();
    }

    private static String decoded(String link) {
      try {
        return URLDecoder.decode(link, StandardCharsets.UTF_8);
      } catch (IllegalArgumentException notEncoded) {
        return link;
      }
    }
  }
}
