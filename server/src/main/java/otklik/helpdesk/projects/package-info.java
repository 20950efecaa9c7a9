/// Companies, their projects, and the codes that lead to them.
@NullMarked
package otklik.helpdesk.projects;

import org.jspecify.annotations.NullMarked;
