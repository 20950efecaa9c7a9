package otklik.conversations;

import java.util.List;

/// All that people are in the middle of when a version is recorded, at desks and in towns of their own. A number that
/// was recorded stays with what it was used for.
final class Interruption {
  /// Which desks there are.
  static final List<Integer> DESKS = List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 26);
  /// Likewise, the panic buttons.
  static final List<Integer> TOWNS =
      List.of(0, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 26, 28, Town.ASKED_AT_ONCE);

  private final List<Situations> all;

  Interruption(Stage stage) {
    Desk desk = new Desk(stage, 0);
    this.all = List.of(
        // What takes time comes first: for all others it stands still.
        new LongHelpSituations(new Town(stage, 12)),
        new MenuSituations(new Desk(stage, 5)),
        new GivenUpAtDeskSituations(new Desk(stage, 1)),
        new GivenUpInTownSituations(new Town(stage, 14)),
        new BusyGroupSituations(new Desk(stage, 26)),
        new QuietGroupSituations(new Desk(stage, 2)),
        new QuietClientSituations(new Desk(stage, 3)),
        new TroubledDeskSituations(new Desk(stage, 6)),
        new TroubledTownSituations(new Town(stage, 16)),
        // From here on no time passes.
        new UnshownCardSituations(new Desk(stage, 4)),
        new UnpinnedCardSituations(new Desk(stage, 8)),
        new UnpinnedRequestSituations(new Town(stage, 15)),
        new LostTopicSituations(new Desk(stage, 9)),
        new LostRequestSituations(new Town(stage, 17)),
        new CallsInTheAirSituations(new Desk(stage, 7)),
        new DeskFormSituations(desk),
        new TicketSituations(desk),
        new StrangerSituations(desk),
        new PanicFormSituations(new Town(stage, 6)),
        new VolunteerSituations(new Town(stage, 7)),
        new RequestSituations(new Town(stage, 8)),
        new PlainGroupSituations(new Town(stage, 26)),
        new HelpSituations(new Town(stage, 9)),
        new TakenBackSituations(new Town(stage, 19)),
        new NotUrgentSituations(new Town(stage, 10)),
        new TwoVotesSituations(new Town(stage, 28)),
        new ToWhomSituations(new Town(stage, 11)),
        new MembershipSituations(new Town(stage, 13)),
        new ChatSituations(new Town(stage, 0)),
        new DeskWaitingSituations(desk),
        // From here on the timers stand still.
        new CrowdSituations(new Town(stage, Town.ASKED_AT_ONCE)),
        new RightlessDeskSituations(new Desk(stage, 10)),
        new RightlessTownSituations(new Town(stage, 18)));
  }

  /// Before anything is recorded; some time passes.
  void prepare() {
    all.forEach(Situations::prepare);
  }

  /// Everything is handled and sent, wherever something was recorded.
  void settles() {
    all.stream().map(Situations::scene).distinct().filter(Scene::isThere).forEach(Scene::settles);
  }

  List<Situation> all() {
    return all.stream().map(Situations::all).flatMap(List::stream).toList();
  }
}
