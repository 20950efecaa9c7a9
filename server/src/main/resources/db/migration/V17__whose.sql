-- Whoever has several conversations in one chat answers what belongs to one of them: delivery.ticket_id tells which, of
-- what was said there about a ticket.
alter table delivery add column ticket_id bigint;
