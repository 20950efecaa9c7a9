-- first_text is what was said before the first edit; signature is what the copy of an answer ends with; notice_delivery
-- made the line that tells the operators of a failure.
alter table message add column first_text text;
alter table message add column signature text;
alter table message add column notice_delivery bigint;
alter table message add column taken_back_at bigint;

-- Copies besides the first, which stands in message.copy_*: the pieces of what is too long for one message, from 1, and,
-- as piece 0, copies that a correction has taken the place of.
create table more_copy (
  workspace_id bigint       not null,
  channel_id   bigint       not null,
  message_id   bigint       not null,
  delivery_id  bigint       not null,
  piece        integer      not null,
  chat         varchar(200) not null,
  external_id  varchar(200),
  failure      varchar(30),
  primary key (workspace_id, message_id, delivery_id)
);
create index more_copy_place on more_copy (workspace_id, channel_id, chat, external_id);

-- What people and operators put on copies, each author's newest.
create table message_reaction (
  workspace_id bigint       not null,
  message_id   bigint       not null,
  author       varchar(150) not null,
  emoji        varchar(100) not null,
  created_at   bigint       not null,
  primary key (workspace_id, message_id, author)
);

-- Private chats may have threads: the one in which a person wrote last, if they wrote in one.
create table private_thread (
  workspace_id bigint       not null,
  channel_id   bigint       not null,
  chat         varchar(200) not null,
  topic        varchar(200) not null,
  primary key (workspace_id, channel_id, chat)
);
