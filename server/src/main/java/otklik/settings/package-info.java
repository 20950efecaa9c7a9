/// What a configuration file and the environment say: sections with values under keys, each with its place.
/// Promises that everything wrong is said at once, in lines that name the place and what is allowed, and that no secret
/// stands in them. Refuses keys that nobody asked for. Knows no key itself.
@NullMarked
package otklik.settings;

import org.jspecify.annotations.NullMarked;
