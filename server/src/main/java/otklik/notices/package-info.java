/// What stands for all to see: menus of commands, pinned guides. Brought up to date at each start; what a scenario puts
/// up is its own affair.
@NullMarked
package otklik.notices;

import org.jspecify.annotations.NullMarked;
