package otklik.delivery;

import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Outcome;
import otklik.standing.Trouble.Kind;
import otklik.standing.TroubleReports;
import otklik.workspaces.Channel;

/// Notes what stands in the way of calls, and what no longer does. Only in the channel's own groups anything waits for
/// being mended: what is refused elsewhere is refused for good. Asked about the channel's own account only: what helpers
/// are refused it does itself.
@Component
final class RecoverableFailures {
  private final TroubleReports reports;
  private final MovedChats movedChats;

  RecoverableFailures(TroubleReports reports, MovedChats movedChats) {
    this.reports = reports;
    this.movedChats = movedChats;
  }

  /// Which lanes must wait now; empty when the refusal stands.
  Optional<Waits> met(Channel channel, Call call, Outcome.Refused refused) {
    RecoverableFailure failure = RecoverableFailure.of(call, refused);
    if (failure == null) {
      return Optional.empty();
    }
    if (failure.kind() == Kind.REVOKED) {
      reports.met(channel, Kind.REVOKED, "", refused.detail());
      return Optional.of(new Waits(true, HoldScope.EVERYTHING));
    }
    String chat = movedChats.current(channel, call.place().chat());
    if (!isOwn(channel, chat)) {
      return Optional.empty();
    }
    boolean hidden = reports.known().of(channel).stream().filter(trouble -> trouble.chat().equals(chat))
        .anyMatch(trouble -> trouble.kind().hides().contains(failure.kind()));
    if (!hidden) {
      reports.met(channel, failure.kind(), chat, refused.detail());
    }
    return Optional.ofNullable(failure.scope()).map(scope -> new Waits(false, scope));
  }

  /// @param everywhere whether all chats of the channel wait
  record Waits(boolean everywhere, HoldScope scope) {}

  /// Words for a topic aren't even tried while the group has no topics: the messenger would take them and put them
  /// where nobody looks for them.
  Optional<Waits> ahead(Channel channel, Call call) {
    boolean words = call instanceof Call.Say || call instanceof Call.SayAlbum;
    return words && call.place().topic() != null && !reports.known().of(channel).isEmpty()
        && reports.known().goesOn(channel, Kind.NO_TOPICS, movedChats.current(channel, call.place().chat()))
        ? Optional.of(new Waits(false, HoldScope.TOPICS)) : Optional.empty();
  }

  /// The channel's own account could do it.
  void passed(Channel channel, Call call) {
    if (reports.known().of(channel).isEmpty()) {
      return;
    }
    reports.over(channel, Kind.REVOKED, "");
    String chat = movedChats.current(channel, call.place().chat());
    RecoverableFailure.disprovedBy(call).forEach(kind -> reports.over(channel, kind, chat));
  }

  /// A message that was meant for a topic stands outside of it, whoever wrote it.
  void strayed(Channel channel, Call call) {
    String chat = movedChats.current(channel, call.place().chat());
    if (isOwn(channel, chat)) {
      reports.met(channel, Kind.NO_TOPICS, chat, "a message for a topic was put outside of it");
    }
  }

  private boolean isOwn(Channel channel, String chat) {
    return channel.settings().chats().stream().anyMatch(own -> movedChats.current(channel, own).equals(chat));
  }
}
