/// The support desk whose console is a group of its messenger: a topic for every ticket, answers from the topic, and
/// never an operator's name. Rides the rails and knows no messenger.
@NullMarked
package otklik.helpdesk;

import org.jspecify.annotations.NullMarked;
