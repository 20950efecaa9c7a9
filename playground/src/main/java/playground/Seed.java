package playground;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A world described in one JSON file: bots, people, groups. Read strictly: an unknown key, a
/// missing one or a name that nobody has is refused with its place in the file. Groups and bots that
/// are there already stay as they are.
final class Seed {
  /// The file is not what it should be; the message says where and what is allowed.
  static final class Refused extends RuntimeException {
    Refused(String where, String what) {
      super(where + ": " + what, null, false, false);
    }
  }

  private static final Map<String, Room.Kind> KINDS =
      Map.of("forum", Room.Kind.SUPERGROUP, "supergroup", Room.Kind.SUPERGROUP, "group", Room.Kind.GROUP);

  private static final Set<String> PERSON =
      Set.of("id", "first_name", "last_name", "username", "language", "invite_code", "note", "phone", "bot");

  private final Playground playground;
  private final Map<String, Bot> bots = new HashMap<>();
  private final Map<Long, Person> people = new HashMap<>();

  private Seed(Playground playground) {
    this.playground = playground;
  }

  static void sow(Playground playground, byte[] json) {
    try {
      new Seed(playground).read(Json.parse(json));
    } catch (JacksonException e) {
      throw new Refused("seed", "not JSON: " + e.getOriginalMessage());
    }
  }

  private void read(JsonNode root) {
    only("seed", root, Set.of("bots", "people", "groups"));
    for (var each : list("seed", root, "bots")) bot(each.where, each.node);
    for (var each : list("seed", root, "people")) person(each.where, each.node);
    for (var each : list("seed", root, "groups")) group(each.where, each.node);
  }

  private void bot(String where, JsonNode node) {
    only(where, node, Set.of("token", "username", "name"));
    var token = text(where, node, "token");
    if (token.indexOf(':') < 1 || !token.substring(0, token.indexOf(':')).chars().allMatch(Character::isDigit)) {
      throw new Refused(where + ".token", "a number, a colon and a secret are expected");
    }
    var username = text(where, node, "username");
    bots.put(username, playground.bot(token, username, node.path("name").asString(username)));
  }

  private void person(String where, JsonNode node) {
    only(where, node, PERSON);
    long id = number(where, node, "id");
    var person =
        playground.user(
            id, text(where, node, "first_name"), node.path("last_name").stringValue(null),
            node.path("username").stringValue(null), node.path("language").stringValue(null));
    people.put(id, person);
    var hint =
        new Hint(
            node.path("invite_code").stringValue(null), node.path("note").stringValue(null),
            node.path("phone").asBoolean(true), node.path("bot").stringValue(null));
    if (hint.bot() != null) bot(where + ".bot", hint.bot());
    playground.world().locked(() -> playground.world().hints.put(id, hint));
  }

  private void group(String where, JsonNode node) {
    only(where, node, Set.of("id", "title", "kind", "username", "members", "admins", "bots"));
    var kind = text(where, node, "kind");
    if (!KINDS.containsKey(kind)) throw new Refused(where + ".kind", "one of " + KINDS.keySet() + " is expected");
    long id = number(where, node, "id");
    var title = text(where, node, "title");
    if (playground.world().locked(() -> playground.world().groups.containsKey(id))) return;
    var group =
        switch (kind) {
          case "forum" -> playground.forum(id, title);
          case "group" -> playground.basicGroup(id, title);
          default -> playground.supergroup(id, title);
        };
    if (node.has("username")) group.publicAs(text(where, node, "username"));
    for (var each : list(where, node, "members")) {
      group.add(person(each));
    }
    for (var each : list(where, node, "admins")) {
      group.addAdmin(person(each));
    }
    for (var each : list(where, node, "bots")) {
      group.promote(bot(each.where, each.node.asString("")));
    }
  }

  private Person person(Item item) {
    var person = people.get(item.node.asLong(0));
    if (person == null) throw new Refused(item.where, "no person has the id " + item.node);
    return person;
  }

  private Bot bot(String where, String username) {
    var bot = bots.get(username);
    if (bot == null) throw new Refused(where, "no bot has the username " + username);
    return bot;
  }

  private record Item(String where, JsonNode node) {}

  private static List<Item> list(String where, JsonNode node, String name) {
    var list = node.path(name);
    if (!list.isMissingNode() && !list.isArray()) throw new Refused(where + "." + name, "a list is expected");
    var items = new ArrayList<Item>();
    for (var each : list) items.add(new Item(where + "." + name + "[" + items.size() + "]", each));
    return items;
  }

  private static void only(String where, JsonNode node, Set<String> allowed) {
    if (!node.isObject()) throw new Refused(where, "an object is expected");
    for (var name : node.propertyNames()) {
      if (allowed.contains(name)) continue;
      throw new Refused(where + "." + name, "unknown; allowed are " + allowed.stream().sorted().toList());
    }
  }

  private static String text(String where, JsonNode node, String name) {
    if (node.path(name).isString() && !node.path(name).stringValue().isBlank()) return node.path(name).stringValue();
    throw new Refused(where + "." + name, "a text is expected");
  }

  private static long number(String where, JsonNode node, String name) {
    if (node.path(name).isIntegralNumber()) return node.path(name).longValue();
    throw new Refused(where + "." + name, "a number is expected");
  }
}
