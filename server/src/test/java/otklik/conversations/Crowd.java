package otklik.conversations;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Volunteers who have been there for long. They are many, so they come by rows instead of conversations.
final class Crowd {
  private static final long FIRST_PERSON = 5_000_000_000_000_000L;

  private Crowd() {}

  /// So many, in that city, and otherwise as somebody who is one already.
  static List<Client> like(Client volunteer, Town town, int count, String city) {
    List<Client> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Client client = town.person("V" + i + " " + city, null, "ru");
      town.tbilisi.add(client.person);
      client.chat.opens();
      all.add(client);
    }
    String workspace = town.value("select id from workspace where id = %s");
    String rows = "with come (id, account, name) as (values " + all.stream().map(client -> "(%d, '%d', '%s')"
        .formatted(FIRST_PERSON + client.person.id(), client.person.id(), client.person.firstName()))
        .collect(Collectors.joining(", ")) + ") ";
    String like = " from come, person p where p.workspace_id = " + workspace + " and p.external_id = '"
        + volunteer.person.id() + "'";
    town.stage.change(rows + "insert into person (id, workspace_id, messenger, external_id, name, language, "
        + "is_reachable, created_at, updated_at) select come.id, p.workspace_id, p.messenger, come.account, come.name, "
        + "p.language, p.is_reachable, p.created_at, p.updated_at" + like);
    String of = like.replace(" where ", ", %s it where it.person_id = p.id and it.workspace_id = p.workspace_id and ");
    town.stage.change(rows + "insert into resident (workspace_id, channel_id, person_id, chat, city, country, "
        + "community_id, checked_at, created_at, updated_at) select it.workspace_id, it.channel_id, come.id, "
        + "come.account, '" + city + "', it.country, it.community_id, it.checked_at, it.created_at, it.updated_at"
        + of.formatted("resident"));
    town.stage.change(rows + "insert into volunteer (workspace_id, channel_id, person_id, is_paused, joined_at, "
        + "updated_at) select it.workspace_id, it.channel_id, come.id, it.is_paused, it.joined_at, it.updated_at"
        + of.formatted("volunteer"));
    return all;
  }
}
