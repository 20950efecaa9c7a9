package otklik.storage;

/// What is read in one transaction on a reader. Changes nothing: a reader refuses to write.
@FunctionalInterface
public interface Reading<T> {
  T run(ReadTx tx) throws Exception;
}
