package otklik.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import otklik.channels.Fact;
import otklik.channels.Group;
import otklik.channels.Inspection;
import otklik.channels.Member;
import otklik.channels.Refusal;
import otklik.channels.Right;
import otklik.standing.Needs;

/// Examines one channel: what its messenger tells, held against what its scenario needs.
final class Examination {
  private final Inspection inspection;
  private final Needs needs;
  private final List<DoctorFinding> findings = new ArrayList<>();

  private Examination(Inspection inspection, Needs needs) {
    this.inspection = inspection;
    this.needs = needs;
  }

  /// @param helpers of more accounts that must sit in the same groups, where they only speak
  static List<DoctorFinding> of(Inspection inspection, Needs needs, List<Inspection> helpers)
      throws InterruptedException {
    Examination examination = new Examination(inspection, needs);
    Inspection.Self self = examination.self(inspection.self(), "token");
    if (self != null) {
      examination.reception();
      for (Needs.Group group : needs.groups()) {
        examination.group(group, self, group.chat());
      }
      examination.helpers(helpers);
    }
    return examination.findings;
  }

  /// Null when nothing more can be asked.
  private Inspection.@Nullable Self self(Fact<Inspection.Self> self, String text) {
    switch (self) {
      case Fact.Known<Inspection.Self>(var known) -> {
        add(DoctorFinding.fine(text, "name", known.address()));
        return known;
      }
      case Fact.Refused<Inspection.Self> refused -> add(refused.why() == Refusal.CHANNEL_REVOKED
          ? DoctorFinding.wrong(text + ".wrong") : DoctorFinding.wrong("refused", "detail", refused.detail()));
      case Fact.OutOfReach<Inspection.Self>(var why) -> add(DoctorFinding.wrong("out-of-reach", "detail", why));
    }
    return null;
  }

  private void reception() throws InterruptedException {
    known(inspection.reception(), reception -> {
      String address = reception.pushedTo() == null ? "" : reception.pushedTo();
      String waiting = Integer.toString(reception.waiting());
      if (!reception.ours()) {
        add(DoctorFinding.wrong(address.isEmpty() ? "webhook.missing" : "webhook.foreign", "address", address));
      } else if (reception.failure() != null) {
        add(DoctorFinding.wrong(
            "webhook.failing", "address", address, "detail", reception.failure().detail(), "waiting", waiting));
      } else {
        add(DoctorFinding.fine(address.isEmpty() ? "polled" : "webhook", "address", address, "waiting", waiting));
      }
    });
  }

  private void group(Needs.Group needed, Inspection.Self self, String chat) throws InterruptedException {
    switch (inspection.group(chat)) {
      case Fact.OutOfReach<Group>(var why) -> add(DoctorFinding.wrong("out-of-reach", "detail", why));
      case Fact.Refused<Group> refused when refused.movedTo() != null -> {
        add(DoctorFinding.fine("group.moved", "id", chat, "to", refused.movedTo(), "setting", needed.setting()));
        group(needed, self, refused.movedTo());
      }
      case Fact.Refused<Group> refused -> add(DoctorFinding.wrong("group.wrong", "id", chat, "setting",
          needed.setting(), "detail", refused.detail()));
      case Fact.Known<Group>(var group) -> {
        add(DoctorFinding.fine("group", "title", group.title(), "id", chat));
        if (needed.topics()) {
          add(DoctorFinding.that(group.topics(), "topics", "title", group.title()));
        }
        if (group.reactions() != null) {
          add(DoctorFinding.that(group.reactions().containsAll(needed.reactions()), "reactions", "title", group.title(),
              "needed", needed.reactions().stream().sorted().collect(Collectors.joining(" "))));
        }
        self(needed, self, chat, group.title());
        for (String member : needed.members()) {
          member(needed, chat, group.title(), member);
        }
      }
    }
  }

  private void self(Needs.Group needed, Inspection.Self self, String chat, String title) throws InterruptedException {
    known(inspection.selfIn(chat), member -> {
      add(DoctorFinding.that(member.administrator(), "admin", "title", title));
      add(DoctorFinding.that(member.administrator() || self.readsGroups(), "reads", "title", title));
      add(DoctorFinding.that(member.mayWrite(), "writes", "title", title));
      for (Right right : Right.values()) {
        if (needed.rights().contains(right)) {
          add(DoctorFinding.that(member.rights().contains(right), "right." + right.name().toLowerCase(Locale.ROOT)
              .replace('_', '-'), "title", title));
        }
      }
    });
  }

  private void member(Needs.Group needed, String chat, String title, String id) throws InterruptedException {
    switch (inspection.member(chat, id)) {
      case Fact.OutOfReach<Member>(var why) -> add(DoctorFinding.wrong("out-of-reach", "detail", why));
      case Fact.Refused<Member> _ ->
          add(DoctorFinding.wrong("member.unknown", "id", id, "title", title, "setting", needed.list()));
      case Fact.Known<Member>(var member) when !member.human() ->
          add(DoctorFinding.wrong("member.bot", "id", id, "name", member.name(), "setting", needed.list()));
      case Fact.Known<Member>(var member) when member.anonymous() ->
          add(DoctorFinding.wrong("member.anonymous", "name", member.name(), "title", title));
      case Fact.Known<Member>(var member) -> add(DoctorFinding.that(member.present(), "member", "id", id,
          "name", member.name(), "title", title, "setting", needed.list()));
    }
  }

  private void helpers(List<Inspection> helpers) throws InterruptedException {
    for (Inspection helper : helpers) {
      Inspection.Self self = self(helper.self(), "helper.token");
      if (self == null) {
        continue;
      }
      for (Needs.Group group : needs.groups()) {
        Fact<Member> member = helper.selfIn(group.chat());
        boolean there = member instanceof Fact.Known<Member>(var known) && known.present()
            && known.mayWrite();
        add(DoctorFinding.that(there, "helper.group", "name", self.address(), "id", group.chat()));
      }
    }
  }

  private interface Reading<T> {
    void read(T value) throws InterruptedException;
  }

  private <T> void known(Fact<T> fact, Reading<T> reading) throws InterruptedException {
    switch (fact) {
      case Fact.Known<T>(var value) -> reading.read(value);
      case Fact.Refused<T> refused -> add(DoctorFinding.wrong("refused", "detail", refused.detail()));
      case Fact.OutOfReach<T>(var why) -> add(DoctorFinding.wrong("out-of-reach", "detail", why));
    }
  }

  private void add(DoctorFinding finding) {
    findings.add(finding);
  }
}
