package otklik.delivery;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import otklik.kernel.ChannelId;
import otklik.workspaces.Channel;

/// The dispatcher of each channel, for those who leave it something to do. [DeliveryLifecycle] makes them.
@Component
final class Dispatchers implements BacklogGauge, GroupLoads {
  private final Map<ChannelId, Dispatcher> dispatchers = new ConcurrentHashMap<>();

  void put(Channel channel, Dispatcher dispatcher) {
    dispatchers.put(channel.id(), dispatcher);
  }

  Dispatcher of(Channel channel) {
    return Objects.requireNonNull(dispatchers.get(channel.id()), channel.label());
  }

  Collection<Dispatcher> each() {
    return dispatchers.values();
  }

  void each(BiConsumer<ChannelId, Dispatcher> what) {
    dispatchers.forEach(what);
  }

  @Override
  public int lanes() {
    return dispatchers.values().stream().mapToInt(Dispatcher::lanes).sum();
  }

  /// How many deliveries that wait are here.
  int inMemory() {
    return dispatchers.values().stream().mapToInt(Dispatcher::inMemory).sum();
  }

  @Override
  public List<Backlog> backlogs() {
    return dispatchers.values().stream().map(Dispatcher::backlog).toList();
  }

  @Override
  public List<GroupLoad> all() {
    return dispatchers.values().stream().flatMap(dispatcher -> dispatcher.loads().stream()).toList();
  }

  @Override
  public GroupLoad of(Channel channel, String chat) {
    return of(channel).load(chat);
  }
}
