package otklik.channels.pigeon;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import otklik.channels.Account;
import otklik.channels.Line;
import otklik.channels.LineContract;
import otklik.channels.Messenger;
import otklik.channels.MessengerStand;
import otklik.channels.Network;
import otklik.kernel.ChannelId;
import otklik.kernel.TestTime;

/// Pigeons keep the contract.
class PigeonContractTest extends LineContract {
  @Override
  protected MessengerStand stand() {
    return new Stand(UUID.randomUUID().toString());
  }

  private static final class Stand implements MessengerStand {
    private static final String RING = "ring-7f3a";
    private final Loft loft;
    private final Messenger messenger;

    Stand(String name) {
      this.loft = Loft.named(name);
      this.messenger = new PigeonMessenger(name);
      loft.forges(RING, "otklik");
      loft.settles("ada", "Ada");
      loft.gathers("flock-north", "North");
      loft.joins("flock-north", "otklik", true);
      loft.joins("flock-north", "ada", false);
    }

    @Override
    public Messenger messenger() {
      return messenger;
    }

    @Override
    public Line line() {
      return line(RING);
    }

    private Line line(String ring) {
      Network network = new Network(Optional.empty(), Optional.empty(), Network.CALL_TIMEOUT,
          Network.POLL_TIMEOUT, new TestTime());
      return messenger.connect(network).open(new Account(new ChannelId(1), "acme/help", new PigeonCredentials(ring)));
    }

    @Override
    public Line stranger() {
      return line("ring-0000");
    }

    @Override
    public String person() {
      return "ada";
    }

    @Override
    public String group() {
      return "flock-north";
    }

    @Override
    public List<Shown> shown(String chat) {
      return loft.letters(chat).stream().filter(letter -> letter.from().equals("otklik"))
          .map(letter -> new Shown(letter.id(), letter.text(), letter.picture() != null,
              letter.corners().stream().map(Loft.Corner::text).toList())).toList();
    }

    @Override
    public String writes(String text) {
      return loft.writes(RING, "ada", "ada", text, null, null);
    }

    @Override
    public void sendsPicture() {
      loft.writes(RING, "ada", "ada", "", "a picture", null);
    }

    @Override
    public void presses(String message, String button) {
      loft.tears(RING, "ada", "ada", message, button);
    }

    @Override
    public void blocks() {
      loft.shuts(RING, "ada", true);
    }

    @Override
    public void delays(Duration wait) {
      loft.delays(wait);
    }

    @Override
    public void goesAway() {
      loft.fog(true);
    }

    @Override
    public void comesBack() {
      loft.fog(false);
    }

    @Override
    public void close() {
      // A loft of its own needs no tidying.
    }
  }
}
