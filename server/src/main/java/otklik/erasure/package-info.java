/// Makes a person forgotten in all that knows them, in portions, and keeps a record that this was done. A scenario
/// declares what it knows of people besides the rails ([otklik.erasure.PersonalData], [otklik.erasure.HelperData]) and
/// erases none of it itself.
@NullMarked
package otklik.erasure;

import org.jspecify.annotations.NullMarked;
