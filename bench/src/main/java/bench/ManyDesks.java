package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import playground.Bot;
import playground.Options;
import playground.Person;
import playground.Playground;

/// Desks of one installation, each with a workspace, a bot and a group of its own, in front of a simulated Telegram.
final class ManyDesks implements AutoCloseable {
  private static final long OPERATOR = 5001;
  private static final long FIRST_GROUP = -1_002_000_000_001L;

  final Playground playground = Playground.start(Options.defaults().limits(true));
  private final int number;
  private final Set<Long> asked = ConcurrentHashMap.newKeySet();
  private final CountDownLatch silent;

  ManyDesks(int number) {
    this.number = number;
    this.silent = new CountDownLatch(number);
    playground.callLog(false);
    Person marek = playground.user(OPERATOR, "Marek", null, "marek", "ru");
    for (int desk = 0; desk < number; desk++) {
      Bot bot = playground.bot(token(desk), "desk_" + desk + "_bot");
      playground.forum(FIRST_GROUP - desk, "Desk " + desk).add(marek).promote(bot);
    }
    playground.listen(call -> {
      if (call.method().equals("getupdates") && asked.add(call.bot())) {
        silent.countDown();
      }
    });
  }

  private static String token(int desk) {
    return (7_000_001 + desk) + ":BENCHBENCHBENCHBENCHBENCHBENCHBENCH";
  }

  void configure(Path folder) throws IOException {
    StringBuilder yaml = new StringBuilder("workspaces:\n");
    for (int desk = 0; desk < number; desk++) {
      yaml.append("""
            - name: desk%d
              timezone: Europe/Madrid
              language: ru
              channels:
                - name: desk
                  messenger: telegram
                  token: "%s"
                  scenario: helpdesk
                  helpdesk:
                    support-chat-id: %d
                    operators: [%d]
                    clients:
                      - name: Acme
                        projects:
                          - { name: Portal, invite-code: ACME-1, is-active: true }
          """.formatted(desk, token(desk), FIRST_GROUP - desk, OPERATOR));
    }
    Files.writeString(folder.resolve("bench.yaml"), yaml);
  }

  /// Whether each desk has asked for updates and was answered by then; an empty answer comes after half a minute.
  boolean allAsk(Duration within) throws InterruptedException {
    return silent.await(within.toMillis(), TimeUnit.MILLISECONDS);
  }

  int asking() {
    return asked.size();
  }

  @Override
  public void close() {
    playground.close();
  }
}
