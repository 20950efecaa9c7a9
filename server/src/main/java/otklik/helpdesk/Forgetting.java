package otklik.helpdesk;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.people.People;
import otklik.storage.Tx;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;

/// `/forget`: everything that is known of a person is erased, at all desks of the workspace, after they were told what
/// that means.
@Component
final class Forgetting implements PersonCommand, PersonButton {
  private final Channels channels;
  private final Erasing erasing;
  private final People people;
  private final Deliveries deliveries;

  Forgetting(Channels channels, Erasing erasing, People people, Deliveries deliveries) {
    this.channels = channels;
    this.erasing = erasing;
    this.people = people;
    this.deliveries = deliveries;
  }

  @Override
  public String name() {
    return "forget";
  }

  @Override
  public void obey(Tx tx, Visitor visitor, String rest) throws Exception {
    deliveries.owe(tx, visitor.channel(), Owed.words(visitor.says(visitor.text("forget.ask"), List.of(
        List.of(visitor.button("button.forget", Press.of(Press.Action.FORGET))),
        List.of(visitor.button("button.cancel", Press.of(Press.Action.KEEP)))))));
  }

  @Override
  public Set<Press.Action> actions() {
    return Set.of(Press.Action.FORGET, Press.Action.KEEP);
  }

  @Override
  public boolean pressed(Tx tx, Visitor visitor, Press press) throws Exception {
    if (press.action() == Press.Action.KEEP) {
      deliveries.owe(tx, visitor.channel(), Owed.words(visitor.says(visitor.text("forget.kept"))));
      return true;
    }
    List<Channel> desks = channels.all().stream().filter(channel -> isSisterOf(visitor.channel(), channel)).toList();
    for (Channel desk : desks) {
      erasing.erase(tx, new Visitor(desk, visitor.person(), visitor.chat()));
    }
    if (desks.stream().noneMatch(desk -> Helpdesk.settings(desk).isOperator(visitor.person().account()))) {
      people.erase(tx, visitor.channel(), visitor.person());
    }
    deliveries.owe(tx, visitor.channel(), Owed.words(visitor.says(visitor.text("forget.done"))));
    return true;
  }

  private static boolean isSisterOf(Channel channel, Channel other) {
    return other.workspace().equals(channel.workspace()) && other.messenger().equals(channel.messenger())
        && other.scenario().equals(Helpdesk.NAME);
  }
}
