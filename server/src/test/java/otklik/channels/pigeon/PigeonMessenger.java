package otklik.channels.pigeon;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import otklik.channels.Ability;
import otklik.channels.Claims;
import otklik.channels.Credentials;
import otklik.channels.IdReader;
import otklik.channels.LineFactory;
import otklik.channels.Links;
import otklik.channels.MessageSizes;
import otklik.channels.Messenger;
import otklik.channels.Network;
import otklik.settings.Section;

/// A letter is short, and a pigeon that has left doesn't come back to change it. Several may read one letter, and
/// answer by tearing off a corner.
///
/// @param loft where all of them live
record PigeonMessenger(String loft) implements Messenger, IdReader {
  static final String NAME = "pigeon";
  static final Pattern RING = Pattern.compile("ring-[a-z0-9]{4,}");
  private static final String FLOCK = "flock-";
  private static final String A_RING = "a ring: ring- and at least four letters and digits";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String title() {
    return "Pigeon Post";
  }

  @Override
  public Set<Ability> abilities() {
    return Set.of(Ability.GROUPS, Ability.BUTTONS);
  }

  @Override
  public MessageSizes sizes() {
    return new MessageSizes(1_000, 200, 0, 1, 8, 0);
  }

  @Override
  public Duration deletable() {
    return Duration.ZERO;
  }

  @Override
  public IdReader ids() {
    return this;
  }

  @Override
  public Links links() {
    return Links.NONE;
  }

  @Override
  public URI server() {
    return URI.create("http://localhost");
  }

  @Override
  public Credentials credentials(Section channel, Claims claims) {
    String ring = channel.secret("ring", RING, A_RING);
    if (!ring.isEmpty()) {
      claims.take(ring).ifPresent(other -> channel.problem("ring", "is the ring of " + other + " already"));
    }
    return new PigeonCredentials(ring);
  }

  @Override
  public LineFactory connect(Network network) {
    return account -> new PigeonLine(Loft.named(loft), account.credentials(PigeonCredentials.class).ring());
  }

  static boolean isFlock(String chat) {
    return chat.startsWith(FLOCK);
  }

  @Override
  public String group(Section section, String key) {
    String chat = section.text(key);
    if (!chat.isEmpty() && !isFlock(chat)) {
      section.problem(key, "'" + chat + "' is not a flock; a flock's name is such as " + sampleOfGroup());
    }
    return chat;
  }

  @Override
  public List<String> people(Section section, String key) {
    List<String> people = section.texts(key);
    if (people.isEmpty()) {
      section.problem(key, "is needed");
    }
    return people;
  }

  @Override
  public String chat(Section section, String key) {
    return section.text(key);
  }

  @Override
  public String sampleOfGroup() {
    return FLOCK + "north";
  }

  @Override
  public String sampleOfPeople() {
    return "ada,ben";
  }
}
