package otklik.emergency.requests;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import otklik.channels.Content;
import otklik.geography.WrittenPlace;

/// Words by which anybody could find or call the person: an address, the code of a door, a phone number, coordinates.
/// It is a guess, so nothing is refused for it: whoever wrote them is asked, or only the volunteer sees them who takes
/// the request.
public final class PrivateWords {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  /// What stands before its number: a street, a house, a flat, a floor, the code of a door.
  private static final String NAMED = "ул(?:иц[аеуы])?|пр(?:осп(?:ект[ае]?)?|-т)|пер(?:еул(?:ок|к[ае]))?|бульвар[ае]?|б-р|шоссе"
      + "|наб(?:ережн(?:ая|ой))?|пл(?:ощад[ьи])?|дом|д|корп(?:ус[ае]?)?|кв(?:артир[аеуы])?|подъезд[аеу]?|под|этаж[ае]?"
      + "|офис[ае]?|комнат[аеуы]|домофон[аеу]?|код[аеу]?|парол[ьеяю]|st|street|ave|avenue|road|lane|house|building|block|apt|apartment|flat"
      + "|entrance|floor|room|code|door";
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\x85]++");
  /// "5", "12a", "3/1": all of it, so that a longer one is another.
  private static final String NUMBER = "\\d[\\d\\p{L}/#*-]*";
  private static final String ORDINAL =
      "(?:перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят)\\p{L}{1,3}";
  /// A number before these tells an age or a time.
  private static final String NO_TIME = "(?!\\s*(?:лет|год(?:а|у|ик\\p{L}*)?|мес(?:яц\\p{L}*)?|недел\\p{L}*|дн(?:я|ей)|день|час(?:а|ов)?"
      + "|мин(?:ут\\p{L}*)?|раза?|years?|months?|days?|hours?|y\\.?o)(?!\\p{L}))";
  private static final List<Pattern> ALL = List.of(
      // seven digits and more in one number: a phone
      Pattern.compile("(?<![\\d.,])\\+?\\d(?:[\\s()\\-–.]{0,2}\\d){6,14}(?!\\d)"),
      // "кв. 5", "код 34", "flat 5", "ул. Руставели, 12"
      Pattern.compile("\\b(?:" + NAMED + ")(?!\\p{L})\\.?\\s*[:=]?\\s*(?:№|#|no\\.?)?\\s*" + NUMBER, FLAGS),
      // "код от двери 4523", "the code is 9509", "в доме 12", "подъезд второй", "second floor"
      Pattern.compile("\\b(?:код[аеу]?|парол[ьеяю]|домофон[аеу]?)(?:\\s+(?:от|для|на|двери|подъезда|домофона|калитки"
          + "|квартиры|ворот|это)){0,3}\\s*[:=—–-]?\\s*№?\\s*" + NUMBER, FLAGS),
      Pattern.compile("\\b(?:code|password|pin)\\b(?:\\s+(?:is|for|to|the|of|door|gate)){0,4}\\s*[:=]?\\s*" + NUMBER, FLAGS),
      Pattern.compile("\\bдом[еу]\\s*№?\\s*\\d[\\d\\p{L}/-]*+(?!\\s+(?:человек|люд|дет|реб|взросл|семей|семь|раз))", FLAGS),
      Pattern.compile("\\b" + ORDINAL + "\\s+(?:подъезд|этаж)\\p{L}{0,2}\\b", FLAGS),
      Pattern.compile("\\b(?:подъезд|этаж)\\p{L}{0,2}\\s+" + ORDINAL + "\\b", FLAGS),
      Pattern.compile("\\b(?:first|second|third|fourth|fifth|sixth|top)\\s+(?:floor|entrance)\\b", FLAGS),
      Pattern.compile("\\b(?:ул(?:иц[аеуы])?|пр(?:осп(?:ект[ае]?)?|-т)|пер(?:еул(?:ок|к[ае]))?|бульвар[ае]?|шоссе|площад[ьи])\\b\\.?\\s+"
          + "(?:[\\p{L}\\-]+[\\s,]+){1,3}" + NUMBER, FLAGS),
      // "5 этаж", "3-й подъезд", "2nd floor", "12 Rustaveli Avenue"
      Pattern.compile("\\b\\d{1,3}(?:-?(?:й|ый|ой|м|ом|st|nd|rd|th))?\\s+(?:этаж[ае]?|подъезд[ае]?|floor|entrance)\\b", FLAGS),
      Pattern.compile("\\b\\d{1,4}\\s+(?:[\\p{L}\\-]+\\s+){1,2}(?:st|street|ave|avenue|road|rd|lane|blvd)\\b", FLAGS),
      // "Пекинская 12", "Абашидзе, 12": a street by its ending, unless the number tells an age or a time
      Pattern.compile("\\b\\p{L}{2,}(?:ская|ской|скую|ский|ского|швили|дзе|авели|skaya|shvili|dze|aveli)\\b"
          + "(?:\\s+(?:улиц[аеу]|ул|проспект|пр|street|st|avenue|ave)\\b)?\\.?,?\\s+\\d{1,4}+(?![\\d:.%])" + NO_TIME, FLAGS),
      Pattern.compile("(?<=[\\p{Ll},]\\s)\\p{Lu}\\p{Ll}+(?:ина|ова|ева|ого),?\\s+\\d{1,4}+(?![\\d:.%])" + NO_TIME),
      // "на Руставели 12", "at Rustaveli 12"
      Pattern.compile("(?:^|[\\s,.(])(?:[Нн]а|[Пп]о|[Уу]|[Aa]t|[Oo]n)\\s+\\p{Lu}[\\p{L}\\-]+(?:\\s+\\p{Lu}[\\p{L}\\-]+)?,?\\s+\\d{1,4}\\b"));

  private PrivateWords() {}

  public static boolean areIn(String words) {
    String plain = plain(words);
    return ALL.stream().anyMatch(pattern -> pattern.matcher(plain).find()) || WrittenPlace.in(words).isPresent();
  }

  /// With one space for each run of them: however many there are, they are looked through once.
  private static String plain(String words) {
    return SPACES.matcher(words).replaceAll(" ");
  }

  /// Whether a change of words brings such a thing that wasn't among them.
  public static boolean areAdded(String before, String now) {
    return !found(before).containsAll(found(now))
        || WrittenPlace.in(now).filter(place -> !WrittenPlace.in(before).equals(Optional.of(place))).isPresent();
  }

  private static Set<String> found(String words) {
    String plain = plain(words);
    return ALL.stream().flatMap(pattern -> pattern.matcher(plain).results())
        .map(found -> found.group().strip().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /// Whether only the volunteer sees it who takes the request: such a file, or words with such a thing in them that the
  /// person hasn't said to everybody.
  public static boolean isForTaker(Content content, Request request) {
    return Attachments.isHeld(content) || isHeldBack(content, request);
  }

  /// Whether they are words that were added later and not shown to everybody.
  public static boolean isHeldBack(Content content, Request request) {
    String words = Story.words(content);
    return areIn(words) && !Story.has(request.description(), words);
  }
}
