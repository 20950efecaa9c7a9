package otklik.dialogs;

import java.util.regex.Pattern;

/// Characters that nobody sees: of zero width, for control, or blank letters that pass for spaces.
public final class Invisible {
  private static final Pattern AROUND = Pattern.compile("^[\\s\\p{C}\\p{Z}]+|[\\s\\p{C}\\p{Z}]+$");
  /// Letters by Unicode's tables, and yet empty: Hangul fillers and the blank Braille pattern.
  private static final Pattern ALL = Pattern.compile("[\\s\\p{C}\\p{Z}\\p{M}\u115F\u1160\u3164\uFFA0\u2800]*");
  private static final Pattern CONTROLS = Pattern.compile(
      "[\\p{Cc}\\p{Zl}\\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]");

  private Invisible() {}

  /// Nothing in it can be seen.
  public static boolean is(String text) {
    return ALL.matcher(text).matches();
  }

  public static String stripped(String text) {
    return AROUND.matcher(text).replaceAll("");
  }

  /// On one line and without what turns the words around it.
  public static String tidy(String name) {
    return CONTROLS.matcher(name).replaceAll(" ").strip().replaceAll("\\s+", " ");
  }
}
