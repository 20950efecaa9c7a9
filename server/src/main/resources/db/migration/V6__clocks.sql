-- How long people wait, in working time: one row for each clock of a ticket (first: until the first answer, next: until
-- the next one, resolution: until closing). since_at is null while the clock stands; spent and allowed are microseconds
-- of working time. next_at is when something is to be said of it: a reminder, then the breach.
-- told: nothing, reminder, breach. done_at: when what was waited for happened.
create table sla_clock (
  workspace_id bigint      not null,
  channel_id   bigint      not null,
  ticket_id    bigint      not null,
  kind         varchar(10) not null,
  allowed      bigint      not null,
  spent        bigint      not null,
  since_at     bigint,
  due_at       bigint,
  next_at      bigint,
  told         varchar(10) not null,
  done_at      bigint,
  primary key (workspace_id, ticket_id, kind)
);
create index sla_clock_next on sla_clock (workspace_id, channel_id, next_at) where next_at is not null;
create index sla_clock_due on sla_clock (workspace_id, channel_id, due_at, ticket_id) where due_at is not null;
create index sla_clock_done on sla_clock (workspace_id, channel_id, kind, done_at, spent, allowed) where done_at is not null;

-- For the numbers of a desk.
create index ticket_created on ticket (workspace_id, channel_id, created_at);
create index ticket_open on ticket (workspace_id, channel_id, state, id) where state <> 'closed';
create index timeline_moves on timeline (workspace_id, created_at, event, ticket_id, actor_id) where event in ('closed', 'reopened');
create index message_answers on message (workspace_id, channel_id, created_at, author, ticket_id) where direction = 'out';
create index csat_given on csat (workspace_id, created_at);

-- Which message is the comment, so that it can become a new matter when it was one.
alter table csat add column comment_message_id bigint;
