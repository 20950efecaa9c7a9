/// What people say and press: codes, forms, opening, coming back, ratings.
@NullMarked
package otklik.helpdesk.clients;

import org.jspecify.annotations.NullMarked;
