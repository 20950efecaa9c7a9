package otklik.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import otklik.channels.Author;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Door;
import otklik.channels.Incoming;
import otklik.channels.Inspection;
import otklik.channels.Limits;
import otklik.channels.Line;
import otklik.channels.MessageRef;
import otklik.channels.Outcome;
import otklik.channels.Place;

/// A messenger that says nothing by itself. An update's raw form is its text.
final class SilentLine implements Line {
  private static final Author SOMEBODY = new Author("7", "Olena", null, "ru", true);

  static Incoming said(Author by, String text) {
    return new Incoming.Said(Place.chat(by.id()), true, new MessageRef(by.id(), text), by, Content.Text.of(text), null,
        null, Instant.EPOCH);
  }

  @Override
  public Incoming read(String raw) {
    return said(SOMEBODY, raw);
  }

  @Override
  public Outcome call(Call call) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int cost(Call call) {
    return 1;
  }

  @Override
  public boolean isForAnyone(Call call) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String self() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isGroup(String chat) {
    return false;
  }

  @Override
  public Limits limits() {
    return Limits.NONE;
  }

  @Override
  public void receive(Door door) {
    // The test itself knocks at the door.
  }

  @Override
  public Inspection inspection() {
    throw new UnsupportedOperationException();
  }

  @Override
  public @Nullable String address() {
    return null;
  }

  @Override
  public void close() {
    // Nothing is received here.
  }
}
