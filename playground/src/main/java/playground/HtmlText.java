package playground;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The HTML style of messages: the tags that Telegram lists, and no others.
final class HtmlText {
  private record Open(String tag, String type, int offset, String href) {}

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("b", "bold"), Map.entry("strong", "bold"),
          Map.entry("i", "italic"), Map.entry("em", "italic"),
          Map.entry("u", "underline"), Map.entry("ins", "underline"),
          Map.entry("s", "strikethrough"), Map.entry("strike", "strikethrough"), Map.entry("del", "strikethrough"),
          Map.entry("code", "code"), Map.entry("pre", "pre"), Map.entry("a", "text_link"),
          Map.entry("blockquote", "blockquote"), Map.entry("tg-spoiler", "spoiler"));
  private static final Map<String, String> CHARACTERS = Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"");

  private final String html;
  private final StringBuilder text = new StringBuilder();
  private final ArrayNode entities = Json.array();
  private final Deque<Open> open = new ArrayDeque<>();

  HtmlText(String html) {
    this.html = html;
  }

  Wording parse() {
    int at = 0;
    while (at < html.length()) {
      char c = html.charAt(at);
      if (c == '<') {
        at = tag(at);
      } else if (c == '&') {
        at = character(at);
      } else {
        text.append(c);
        at++;
      }
    }
    if (!open.isEmpty()) throw refusal("Can't find end tag corresponding to start tag \"" + open.peek().tag + "\"");
    return new Wording(text.toString(), entities);
  }

  private int character(int at) {
    int end = html.indexOf(';', at);
    var name = end < 0 || end - at > 6 ? "" : html.substring(at + 1, end);
    if (!CHARACTERS.containsKey(name)) {
      text.append('&');
      return at + 1;
    }
    text.append(CHARACTERS.get(name));
    return end + 1;
  }

  private int tag(int at) {
    int end = html.indexOf('>', at);
    if (end < 0) throw refusal("Unclosed start tag at byte offset " + at);
    var inside = html.substring(at + 1, end);
    if (inside.startsWith("/")) close(inside.substring(1).strip().toLowerCase(Locale.ROOT), at);
    else open(inside, at);
    return end + 1;
  }

  private void open(String inside, int at) {
    int space = inside.indexOf(' ');
    var name = (space < 0 ? inside : inside.substring(0, space)).toLowerCase(Locale.ROOT);
    var type = TYPES.get(name);
    if (type == null) throw refusal("Unsupported start tag \"" + name + "\" at byte offset " + at);
    open.push(new Open(name, type, text.length(), name.equals("a") ? href(inside) : null));
  }

  private static String href(String inside) {
    int from = inside.indexOf("href=\"");
    int end = from < 0 ? -1 : inside.indexOf('"', from + 6);
    return end < 0 ? "" : inside.substring(from + 6, end).replace("&amp;", "&");
  }

  private void close(String name, int at) {
    var start = open.poll();
    if (start == null || !start.tag.equals(name)) {
      throw refusal("Unmatched end tag at byte offset " + at);
    }
    int length = text.length() - start.offset;
    if (length == 0 || start.type.equals("text_link") && start.href.isEmpty()) return;
    var entity = Entities.entity(start.type, start.offset, length);
    if (start.href != null) mention(entity, start.href);
    entities.add(entity);
  }

  private static void mention(ObjectNode entity, String href) {
    var user = "tg://user?id=";
    if (href.startsWith(user)) {
      entity.put("type", "text_mention");
      entity.set("user", Json.object().put("id", Long.parseLong(href.substring(user.length()))));
    } else {
      entity.put("url", href);
    }
  }

  private static ApiError refusal(String why) {
    return ApiError.bad("can't parse entities: " + why);
  }
}
