package otklik.console.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Styles, scripts and pictures; a few, kept in memory. Their address has a fingerprint of them all, so that browsers
/// keep them for a year and ask anew when a new version is installed; those that import each other stay together.
@Controller
final class Assets {
  private static final String ADDRESSES = "/console/assets/";
  private static final String FOLDER = "/console/";
  private static final Map<String, String> TYPES = Map.of(
      "css", "text/css;charset=UTF-8", "js", "text/javascript;charset=UTF-8", "svg", "image/svg+xml");

  private final Map<String, byte[]> files;
  private final String fingerprint;

  Assets() {
    this.files = read();
    this.fingerprint = fingerprint(files);
  }

  /// @param name such as `console.css`
  String address(String name) {
    if (!files.containsKey(name)) {
      throw new IllegalArgumentException("no file " + name);
    }
    return ADDRESSES + fingerprint + "/" + name;
  }

  /// Whoever has an older page open gets what there is now.
  @GetMapping(ADDRESSES + "{fingerprint}/{*name}")
  ResponseEntity<byte[]> file(@PathVariable("name") String name) {
    byte[] content = files.get(name.substring(1));
    if (content == null) {
      throw new NoSuchPage();
    }
    return ResponseEntity.ok().contentType(MediaType.parseMediaType(type(name)))
        .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()).body(content);
  }

  private static Map<String, byte[]> read() {
    try {
      Map<String, byte[]> files = new TreeMap<>();
      for (Resource file : new PathMatchingResourcePatternResolver(Assets.class.getClassLoader())
          .getResources("classpath:" + FOLDER + "**/*.*")) {
        String address = file.getURL().toString();
        String name = address.substring(address.lastIndexOf(FOLDER) + FOLDER.length());
        if (TYPES.containsKey(ending(name))) {
          files.put(name, file.getContentAsByteArray());
        }
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("the console's files can't be read", e);
    }
  }

  private static String type(String name) {
    return TYPES.get(ending(name));
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String fingerprint(Map<String, byte[]> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.values().forEach(digest::update);
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
