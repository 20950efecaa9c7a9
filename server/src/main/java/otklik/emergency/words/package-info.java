/// What both sides say to each other, where somebody is, and what reached nobody.
@NullMarked
package otklik.emergency.words;

import org.jspecify.annotations.NullMarked;
