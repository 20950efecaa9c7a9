package otklik.workspaces;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import otklik.kernel.Language;

/// Reads the files of texts that come with the program. A key stands in one file of a language only.
final class TextFiles {
  private TextFiles() {}

  static Map<Language, Map<String, String>> read() {
    var texts = new EnumMap<Language, Map<String, String>>(Language.class);
    try {
      var resolver = new PathMatchingResourcePatternResolver(TextFiles.class.getClassLoader());
      for (Language language : Language.values()) {
        var found = new HashMap<String, String>();
        for (Resource file : resolver.getResources("classpath*:texts/" + language.code() + "/*.properties")) {
          add(file, found);
        }
        texts.put(language, found);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the texts can't be read", e);
    }
    return texts;
  }

  private static void add(Resource file, Map<String, String> found) throws IOException {
    var properties = new Properties();
    try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    for (String key : properties.stringPropertyNames()) {
      if (found.putIfAbsent(key, properties.getProperty(key)) != null) {
        throw new IllegalStateException("the text '" + key + "' stands in " + file + " and in another file");
      }
    }
  }
}
