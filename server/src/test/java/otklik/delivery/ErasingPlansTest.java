package otklik.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.channels.Limits;
import otklik.channels.Place;
import otklik.kernel.DeliveryId;
import otklik.storage.Database;
import otklik.storage.EachDatabase;
import otklik.storage.Plans;
import otklik.storage.TestDatabases;
import otklik.turns.Turn;

/// Whatever is forgotten is found by an index, however much else there is.
@ParameterizedClass(name = "{0}")
@EachDatabase
class ErasingPlansTest {
  /// Walks through all rows, or through all of a channel. What is to be looked through whole is an index of its own.
  private static final Pattern WALK = Pattern.compile(
      "SCAN delivery|Seq Scan|INDEX (?!delivery_words_asked)\\w+ \\((workspace_id=\\? AND )?channel_id=\\?\\)");

  @Parameter
  TestDatabases databases;

  /// Rows of many people, in many lanes, some of them from earlier versions.
  private static void fill(Plans plans, long workspace, long channel) throws Exception {
    plans.execute("""
        insert into delivery (id, workspace_id, channel_id, chat, lane, priority, call, subject, coalesce_key, state,
                              attempts, result, created_at, done_at)
        with recursive n(i) as (select 1 union all select i + 1 from n where i < 30000)
        select i, %d, %d, cast(i %% 3000 as varchar(20)), cast(i %% 3000 as varchar(20)), 0,
               case when i %% 100 = 0 then '{"call":"say"}' else '{}' end, 'test:' || i, 'key' || i,
               case when i %% 50 = 0 then 'pending' else 'sent' end, 0, cast(i as varchar(20)), i, i
        from n
        """.formatted(workspace, channel));
    plans.execute("analyze");
  }

  @Test
  void whatever_is_forgotten_of_deliveries_is_found_by_an_index() throws Exception {
    PostOffice office = PostOffice.closed(databases, Limits.NONE);
    try (Plans plans = new Plans(office.address()); Database watched = plans.watched()) {
      fill(plans, office.channel.workspace().value(), office.channel.id().value());
      List<Subject> subjects = List.of(new Subject("test", 7), new Subject("test", 8));
      Place topic = new Place("-5", "9");
      watched.writeNow(tx -> {
        office.deliveries.withdraw(Turn.of(tx, office.channel), "7", subjects);
        office.deliveries.withdraw(Turn.of(tx, office.channel), "7", Set.of(new DeliveryId(7), new DeliveryId(8)));
        office.deliveries.withdrawSaying(Turn.of(tx, office.channel), "7", subjects.getFirst(), words -> true);
        office.deliveries.withdrawReplaceable(Turn.of(tx, office.channel), List.of("key7"));
        office.deliveries.eraseWords(Turn.of(tx, office.channel), subjects);
        office.deliveries.eraseWords(Turn.of(tx, office.channel), topic, 500);
        office.deliveries.eraseQuestionsAbout(Turn.of(tx, office.channel), "77");
        office.deliveries.dropAll(Turn.of(tx, office.channel), topic);
        office.deliveries.erase(Turn.of(tx, office.channel), "7", 100_000, 500);
        office.deliveries.erase(Turn.of(tx, office.channel), "7", Set.of(new DeliveryId(7)));
        return null;
      });
      assertThat(new SpentQuota(watched, () -> Instant.parse("2030-01-01T00:00:00Z")).forget()).isTrue();
      assertThat(plans.seen()).hasSizeGreaterThan(10).allSatisfy(plan -> assertThat(plan).doesNotContainPattern(WALK));
    } finally {
      office.close();
    }
  }
}
