/// What somebody is asked who asks for help.
@NullMarked
package otklik.emergency.form;

import org.jspecify.annotations.NullMarked;
