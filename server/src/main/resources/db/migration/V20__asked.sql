-- What was asked last in the middle of a form, while keys stand below it: the delivery.
alter table dialog add column asked bigint;

-- Who reads what of a request's message, where that isn't everybody.
create table emergency_message (
  message_id          bigint primary key,
  workspace_id        bigint  not null,
  ticket_id           bigint  not null,
  -- an answer to coordinators
  is_for_coordinators boolean not null,
  -- what it says now for whoever takes the request; the message itself says what everybody reads
  correction          text
);
create index emergency_message_ticket on emergency_message (workspace_id, ticket_id);
