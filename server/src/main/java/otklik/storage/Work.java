package otklik.storage;

/// A logical transaction. May run more than once before it is committed once, so it changes nothing but rows;
/// whatever else must happen waits for [Tx#afterCommit].
@FunctionalInterface
public interface Work<T> {
  T run(Tx tx) throws Exception;
}
