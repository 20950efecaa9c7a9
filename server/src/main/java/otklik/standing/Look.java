package otklik.standing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import otklik.channels.Fact;
import otklik.channels.Group;
import otklik.channels.Inspection;
import otklik.channels.Member;
import otklik.channels.Right;
import otklik.standing.Trouble.Kind;

/// What a look at a group found.
sealed interface Look {
  /// The messenger didn't answer: nothing is known.
  record Nothing() implements Look {}

  /// The account itself isn't accepted: of the group nothing is known.
  record Revoked(String detail) implements Look {}

  /// The group lives on under another id.
  record Moved(String to) implements Look {}

  /// @param amiss with the messenger's words, where it had some
  record Seen(Map<Kind, String> amiss) implements Look {}

  static Look at(Inspection inspection, Needs.Group needed, String chat) throws InterruptedException {
    Fact<Group> group = inspection.group(chat);
    Fact<Member> self = group instanceof Fact.Known ? inspection.selfIn(chat) : new Fact.OutOfReach<>("");
    return of(needed, group, self);
  }

  /// Also at those who work there, one by one, which takes a question for each.
  ///
  /// @return their accounts; null when the messenger didn't answer for somebody
  static @Nullable List<String> anonymous(Inspection inspection, Needs.Group needed, String chat)
      throws InterruptedException {
    List<String> anonymous = new ArrayList<>();
    for (String account : needed.members()) {
      switch (inspection.member(chat, account)) {
        case Fact.Known<Member>(var member) when member.anonymous() -> anonymous.add(account);
        case Fact.OutOfReach<Member> _ -> {
          return null;
        }
        case Fact.Known<Member> _, Fact.Refused<Member> _ -> {
          // They speak under their own name, or aren't there.
        }
      }
    }
    return anonymous;
  }

  /// Only what people would mend first is told: of the rights of somebody who isn't there nothing can be said.
  static Look of(Needs.Group needed, Fact<Group> group, Fact<Member> self) {
    return switch (group) {
      case Fact.OutOfReach<Group> _ -> new Nothing();
      case Fact.Refused<Group> refused -> refused(refused);
      case Fact.Known<Group>(var seen) -> switch (self) {
        case Fact.OutOfReach<Member> _ -> new Nothing();
        case Fact.Refused<Member> refused -> refused(refused);
        case Fact.Known<Member>(var member) -> new Seen(amiss(needed, seen, member));
      };
    };
  }

  private static Look refused(Fact.Refused<?> refused) {
    if (refused.movedTo() != null) {
      return new Moved(refused.movedTo());
    }
    return switch (refused.why()) {
      case CHANNEL_REVOKED -> new Revoked(refused.detail());
      case CHAT_GONE -> new Seen(Map.of(Kind.GROUP_LOST, refused.detail()));
      default -> new Nothing();
    };
  }

  private static Map<Kind, String> amiss(Needs.Group needed, Group group, Member self) {
    Map<Kind, String> amiss = new EnumMap<>(Kind.class);
    if (!self.present()) {
      return Map.of(Kind.GROUP_LOST, "");
    }
    if (needed.topics() && !group.topics()) {
      amiss.put(Kind.NO_TOPICS, "");
    }
    if (group.reactions() != null && !group.reactions().containsAll(needed.reactions())) {
      amiss.put(Kind.NO_REACTIONS, "");
    }
    if (!self.mayWrite()) {
      amiss.put(Kind.MUTED, "");
    } else if (!self.administrator()) {
      amiss.put(Kind.NOT_ADMIN, "");
    } else {
      missing(needed.rights(), self.rights()).forEach(right -> amiss.put(kind(right), ""));
    }
    return amiss;
  }

  private static Set<Right> missing(Set<Right> needed, Set<Right> given) {
    Set<Right> missing = needed.isEmpty() ? EnumSet.noneOf(Right.class) : EnumSet.copyOf(needed);
    missing.removeAll(given);
    return missing;
  }

  private static Kind kind(Right right) {
    return switch (right) {
      case MANAGE_TOPICS -> Kind.NO_RIGHT_TO_TOPICS;
      case PIN_MESSAGES -> Kind.NO_RIGHT_TO_PIN;
      case DELETE_MESSAGES -> Kind.NO_RIGHT_TO_DELETE;
    };
  }
}
