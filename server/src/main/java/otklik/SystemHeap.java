package otklik;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Comparator;
import otklik.kernel.Heap;

/// The JVM's own heap, told by the part in which everything ends up that is needed for longer: what is left there after a
/// collection is needed.
final class SystemHeap implements Heap {
  /// As much as the launcher gives it from the beginning, nearly.
  private static final long LEAST = 80L << 20;

  private final MemoryPoolMXBean old = ManagementFactory.getMemoryPoolMXBeans().stream()
      .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isCollectionUsageThresholdSupported())
      .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()))
      .orElseThrow();

  @Override
  public long most() {
    return Runtime.getRuntime().maxMemory();
  }

  /// What was collected since may be more than that, but never what is in use now.
  @Override
  public double used() {
    MemoryUsage now = old.getUsage();
    MemoryUsage collected = old.getCollectionUsage();
    long used = collected == null ? now.getUsed() : Math.min(collected.getUsed(), now.getUsed());
    return (double) used / now.getMax();
  }

  /// Left alone, the serial collector lets the heap grow as far as it may before it looks for what isn't needed.
  @Override
  public boolean hasGrown() {
    MemoryUsage collected = old.getCollectionUsage();
    return old.getUsage().getUsed() > Math.max(LEAST, 2 * (collected == null ? 0 : collected.getUsed()));
  }

  @Override
  public void collect() {
    System.gc();
  }
}
