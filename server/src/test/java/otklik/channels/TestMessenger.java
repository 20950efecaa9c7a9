package otklik.channels;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import otklik.settings.Section;

/// A messenger that can do everything and reaches nobody, for tests that bring lines of their own. Any text is an id.
public record TestMessenger(MessageSizes sizes) implements Messenger, IdReader {
  public static final TestMessenger ROOMY = new TestMessenger(new MessageSizes(4_096, 1_024, 100, 10, 100, 128));

  private static final class Nothing implements Credentials {}

  public static Credentials credentials() {
    return new Nothing();
  }

  @Override
  public String name() {
    return "test";
  }

  @Override
  public String title() {
    return "Test";
  }

  @Override
  public Set<Ability> abilities() {
    return EnumSet.allOf(Ability.class);
  }

  @Override
  public Duration deletable() {
    return Duration.ofHours(48);
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
    return credentials();
  }

  @Override
  public LineFactory connect(Network network) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String group(Section section, String key) {
    return section.text(key);
  }

  @Override
  public List<String> people(Section section, String key) {
    return section.texts(key);
  }

  @Override
  public String chat(Section section, String key) {
    return section.text(key);
  }

  @Override
  public String sampleOfGroup() {
    return "group";
  }

  @Override
  public String sampleOfPeople() {
    return "one,another";
  }
}
