package otklik.emergency.membership;

import java.util.List;
import org.springframework.stereotype.Component;

/// Makes known what members may do: each of them asks [Membership], which grants it.
@Component
final class MemberActionRegistration {
  MemberActionRegistration(Membership membership, List<MemberAction> all) {
    all.forEach(membership::know);
  }
}
