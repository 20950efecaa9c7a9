package playground;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Reads multipart/form-data: fields into an object, files into a map.
final class Multipart {
  private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private Multipart() {}

  static void parse(String contentType, byte[] body, ObjectNode fields, Map<String, Upload> files) {
    var boundary = attribute(contentType, "boundary");
    if (boundary == null) throw ApiError.bad("can't parse multipart body");
    var delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    int at = indexOf(body, delimiter, 0);
    while (at >= 0) {
      int headStart = at + delimiter.length + 2;
      int next = indexOf(body, delimiter, headStart);
      int headEnd = indexOf(body, HEAD_END, headStart);
      if (next < 0 || headEnd < 0 || headEnd > next) return;
      var head = new String(body, headStart, headEnd - headStart, StandardCharsets.UTF_8);
      int from = headEnd + HEAD_END.length;
      part(head, Arrays.copyOfRange(body, from, Math.max(from, next - 2)), fields, files);
      at = next;
    }
  }

  private static void part(String head, byte[] content, ObjectNode fields, Map<String, Upload> files) {
    String name = null;
    String fileName = null;
    String type = "application/octet-stream";
    for (var line : head.split("\r\n")) {
      var lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-disposition:")) {
        name = attribute(line, "name");
        fileName = attribute(line, "filename");
      } else if (lower.startsWith("content-type:")) {
        type = line.substring(13).strip();
      }
    }
    if (name == null) return;
    if (fileName == null) fields.put(name, new String(content, StandardCharsets.UTF_8));
    else files.put(name, new Upload(fileName, type, content));
  }

  private static String attribute(String header, String name) {
    int at = header.indexOf("; " + name + "=");
    if (at < 0) at = header.indexOf(";" + name + "=") - 1;
    if (at < -1) return null;
    int from = header.indexOf('=', Math.max(at, 0)) + 1;
    if (from < header.length() && header.charAt(from) == '"') {
      int end = header.indexOf('"', from + 1);
      return end < 0 ? null : header.substring(from + 1, end);
    }
    int end = header.indexOf(';', from);
    return (end < 0 ? header.substring(from) : header.substring(from, end)).strip();
  }

  private static int indexOf(byte[] body, byte[] wanted, int from) {
    outer:
    for (int i = from; i <= body.length - wanted.length; i++) {
      for (int j = 0; j < wanted.length; j++) if (body[i + j] != wanted[j]) continue outer;
      return i;
    }
    return -1;
  }
}
