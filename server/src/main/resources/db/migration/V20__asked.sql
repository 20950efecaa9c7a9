-- What was asked last in the middle of a form, while keys stand below it: the delivery.
alter table dialog add column asked bigint;

-- Who reads what of a request's message, where that isn't everybody.
create table emergency_message (
  message_id   bigint primary key,
  workspace_id bigint      not null,
  ticket_id    bigint      not null,
  -- everybody, taker, coordinators
  audience     varchar(20) not null,
  -- what it says now for whoever takes the request, while everybody reads what the message itself says
  correction   text
);
create index emergency_message_ticket on emergency_message (workspace_id, ticket_id);

-- Answers to coordinators, of requests that go on, or may be taken up again.
insert into emergency_message (message_id, workspace_id, ticket_id, audience)
select answer.id, answer.workspace_id, answer.ticket_id, 'coordinators'
from emergency_request
join ticket on ticket.id = emergency_request.ticket_id
  and (ticket.state <> 'closed' or emergency_request.ending = 'NOT_URGENT')
join message answer on answer.workspace_id = ticket.workspace_id and answer.ticket_id = ticket.id
  and answer.direction = 'in' and answer.reply_to is not null
where exists (
  select 1 from message asked
  where asked.workspace_id = answer.workspace_id and asked.channel_id = answer.channel_id
    and asked.copy_chat = answer.chat and asked.copy_id = answer.reply_to and asked.direction = 'out');
