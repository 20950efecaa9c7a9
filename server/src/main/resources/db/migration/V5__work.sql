-- Operators' work: what they search by, what they send later, what the desk has put up for all to see.

-- Words as they are searched by. SQLite's lower and like know ASCII only, so the program folds them when it writes;
-- what was written by an earlier version is folded as well as the database can.
alter table message add column text_folded text;
alter table person add column name_folded text;
update message set text_folded = lower(text) where text is not null;
update person set name_folded = lower(name || ' ' || coalesce(username, ''));

-- A person's last closed ticket is looked for when they write again.
create index ticket_person on ticket (workspace_id, channel_id, person_id, closed_at);

-- Answers that an operator wants to be sent at a time. said is the operator's message as tagged JSON.
create table later_answer (
  id           bigint primary key,
  workspace_id bigint not null,
  channel_id   bigint not null,
  ticket_id    bigint not null,
  author_id    bigint not null,
  said         text   not null,
  due_at       bigint not null
);
create index later_answer_ticket on later_answer (workspace_id, channel_id, ticket_id, due_at);

-- What the desk has put up once: the guide in General, the menus of commands. fingerprint tells what they say.
create table notice (
  workspace_id bigint       not null,
  channel_id   bigint       not null,
  kind         varchar(250) not null,
  fingerprint  varchar(64)  not null,
  delivery_id  bigint       not null,
  message_id   varchar(200),
  primary key (workspace_id, channel_id, kind)
);
