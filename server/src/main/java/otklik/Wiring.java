package otklik;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import otklik.channels.Account;
import otklik.channels.Credentials;
import otklik.channels.LineFactory;
import otklik.channels.Lines;
import otklik.channels.Network;
import otklik.kernel.Background;
import otklik.kernel.Heap;
import otklik.kernel.Ids;
import otklik.kernel.TimeSource;
import otklik.storage.Database;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;
import otklik.workspaces.Installation;
import otklik.workspaces.Registration;

/// The parts that belong to no single module.
@Configuration(proxyBeanMethods = false)
class Wiring {
  private static final Duration OVERWRITING = Duration.ofMinutes(5);
  private static final Duration STATISTICS = Duration.ofMinutes(10);

  @Bean
  TimeSource time(Environs environs) {
    return environs.time();
  }

  @Bean
  Heap heap(Environs environs) {
    return environs.heap();
  }

  @Bean
  Ids ids(InstantSource clock, Database database) {
    return new Ids(clock, database.greatestId());
  }

  @Bean
  Guard guard(Installation installation, TimeSource time) {
    return new Guard(installation.server().database(), time);
  }

  @Bean
  @DependsOn("guard")
  Database database(Installation installation, Environs environs) {
    return Database.open(installation.server().database(), environs.watch(), environs.time());
  }

  /// Depends on the database so that it is closed first: its tasks read and write there.
  @Bean
  @DependsOn("database")
  Background background(Guard guard, Database database, TimeSource time) {
    Background background = new Background(time);
    guard.keepWatch(background);
    background.every(STATISTICS, database::refreshStatistics);
    background.every(OVERWRITING, database::overwriteErased);
    return background;
  }

  @Bean
  Channels channels(Installation installation, Database database, Ids ids) {
    return new Registration(database, ids).register(installation);
  }

  @Bean
  Lines lines(Channels channels, Installation installation, Environs environs) {
    Network network = installation.server().network(environs.callTimeout(), environs.pollTimeout(), environs.time());
    Map<String, LineFactory> factories = new HashMap<>();
    Lines lines = new Lines();
    for (Channel channel : channels.all()) {
      LineFactory factory = factories.computeIfAbsent(channel.messenger().name(),
          _ -> channel.messenger().connect(network));
      lines.add(channel.id(), factory.open(new Account(channel.id(), channel.label(),
          channel.settings().credentials())));
      List<Credentials> helpers = channel.settings().helpers();
      for (int number = 1; number <= helpers.size(); number++) {
        lines.addHelper(channel.id(), factory.openHelper(new Account(channel.id(),
            channel.label() + " helper " + number, helpers.get(number - 1))));
      }
    }
    return lines;
  }
}
