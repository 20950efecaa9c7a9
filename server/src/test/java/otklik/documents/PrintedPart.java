package otklik.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A part of a document that is printed from the code, between two marks.
public final class PrintedPart {
  private static final Path DOCUMENTS = Path.of("../docs");
  private static final String PRINT = "otklik.print-moves";

  private PrintedPart() {}

  /// Fails when the document shows something else. With `-Dotklik.print-moves=true` the document is written.
  ///
  /// @param name stands in the marks
  public static void standsIn(String document, String name, String printed) {
    String begin = "<!-- " + name + ": printed from the code -->\n";
    Path file = DOCUMENTS.resolve(document);
    try {
      String text = Files.readString(file);
      int from = text.indexOf(begin) + begin.length();
      int to = text.indexOf("<!-- " + name + " end -->");
      assertThat(from).as("the mark in " + document).isGreaterThanOrEqualTo(begin.length()).isLessThanOrEqualTo(to);
      if (Boolean.getBoolean(PRINT)) {
        Files.writeString(file, text.substring(0, from) + printed + text.substring(to));
      } else {
        assertThat(text.substring(from, to))
            .as(document + " doesn't show what is in the code; print it anew with -D" + PRINT + "=true")
            .isEqualTo(printed);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
