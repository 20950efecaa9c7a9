package otklik.intake;

/// Whether updates can come in.
public interface Doors {
  boolean areOpen();
}
