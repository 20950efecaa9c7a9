package otklik.emergency.helping;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.emergency.form.RequestForm;
import otklik.emergency.membership.MemberAction;
import otklik.emergency.membership.Membership;
import otklik.emergency.membership.MembershipRefusal;
import otklik.emergency.people.ResidentRows;
import otklik.emergency.people.Volunteer;
import otklik.emergency.people.Volunteers;
import otklik.emergency.requests.Requests;
import otklik.emergency.search.Waking;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.settings.EmergencyPart;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.turns.Turn;

/// Becoming a volunteer, pausing, going on, leaving. Whoever comes or goes on sees what is open now.
@Component
final class Volunteering implements EmergencyPart, PersonButton, MemberAction {
  private static final String WISH = "join";

  private final Volunteers volunteers;
  private final ResidentRows residentRows;
  private final Requests requests;
  private final NamingOwnCity namingOwnCity;
  private final RequestForm requestForm;
  private final Membership membership;
  private final MembershipRefusal membershipRefusal;
  private final Welcome welcome;
  private final Waking waking;

  Volunteering(Volunteers volunteers, ResidentRows residentRows, Requests requests, NamingOwnCity namingOwnCity,
      RequestForm requestForm, Membership membership, MembershipRefusal membershipRefusal,
      Welcome welcome, Waking waking) {
    this.volunteers = volunteers;
    this.residentRows = residentRows;
    this.requests = requests;
    this.namingOwnCity = namingOwnCity;
    this.requestForm = requestForm;
    this.membership = membership;
    this.membershipRefusal = membershipRefusal;
    this.welcome = welcome;
    this.waking = waking;
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.WANT_TO_HELP, EmergencyButton.PAUSE, EmergencyButton.RESUME, EmergencyButton.LEAVE);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    return switch (pressing.press().kind()) {
      case EmergencyButton.WANT_TO_HELP -> wants(visitor);
      case EmergencyButton.PAUSE -> pauses(visitor);
      case EmergencyButton.RESUME -> resumes(visitor);
      case EmergencyButton.LEAVE -> leaves(visitor);
      default -> throw new IllegalStateException("nobody sent " + pressing.press().kind() + " here");
    };
  }

  /// The greeting keeps its buttons: whoever wants to help may need help.
  private Response wants(Visitor visitor) throws Exception {
    if (residentRows.find(visitor.turn(), visitor.person().id()).isEmpty()) {
      if (requestForm.isGoingOn(visitor)) {
        return new Response.Now(visitor.text("emergency.request.first"), true, true);
      }
      namingOwnCity.ask(visitor, WISH, visitor.text("emergency.city.ask-volunteer"));
      return new Response.Now(null, false, true);
    }
    membership.wish(visitor, WISH, "");
    return Response.says(visitor.text("emergency.checking"));
  }

  @Override
  public String name() {
    return WISH;
  }

  @Override
  public void granted(Visitor visitor, String data) throws Exception {
    Turn turn = visitor.turn();
    boolean isNew = volunteers.join(turn, visitor.person().id());
    boolean wasPaused = volunteers.pause(turn, visitor.person().id(), false);
    Volunteer volunteer = volunteers.find(turn, visitor.person().id()).orElseThrow();
    welcome.menu(visitor, isNew ? "emergency.volunteer.joined" : "emergency.volunteer.already");
    if (isNew || wasPaused) {
      waking.catchUp(turn, volunteer);
    }
  }

  @Override
  public void refused(Visitor visitor, String data, Why why) throws Exception {
    membershipRefusal.refused(visitor, WISH, data, why);
  }

  private Response pauses(Visitor visitor) throws Exception {
    if (volunteers.find(visitor.turn(), visitor.person().id()).isEmpty()) {
      return new Response.Outdated();
    }
    if (!volunteers.pause(visitor.turn(), visitor.person().id(), true)) {
      return Response.says(visitor.text("emergency.volunteer.paused-already"));
    }
    welcome.menu(visitor, "emergency.volunteer.paused");
    return Response.done();
  }

  private Response resumes(Visitor visitor) throws Exception {
    Turn turn = visitor.turn();
    if (volunteers.find(turn, visitor.person().id()).isEmpty()) {
      return new Response.Outdated();
    }
    if (!volunteers.pause(turn, visitor.person().id(), false)) {
      return Response.says(visitor.text("emergency.volunteer.already"));
    }
    welcome.menu(visitor, "emergency.volunteer.resumed");
    waking.catchUp(turn, volunteers.find(turn, visitor.person().id()).orElseThrow());
    return Response.done();
  }

  /// Nobody is left alone: whoever is on their way finishes that first, or gives it back.
  private Response leaves(Visitor visitor) throws Exception {
    Turn turn = visitor.turn();
    if (requests.isHelping(turn, visitor.person().id())) {
      return new Response.Now(visitor.text("emergency.volunteer.finish-first"), true, true);
    }
    if (!volunteers.leave(turn, visitor.person().id())) {
      return new Response.Outdated();
    }
    welcome.menu(visitor, "emergency.volunteer.left");
    return Response.done();
  }
}
