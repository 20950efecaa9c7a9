/// What people and teams can ask for with commands and buttons. A scenario brings its commands and buttons; which is
/// meant, who may, `/help`, `/language`, `/forget`, the menus, and what is said to a press that is old or forged are the
/// same everywhere. A text is the scenario's own where it has one (`emergency.button-outdated`), else the common one
/// (`talk.button-outdated`).
@NullMarked
package otklik.talk;

import org.jspecify.annotations.NullMarked;

