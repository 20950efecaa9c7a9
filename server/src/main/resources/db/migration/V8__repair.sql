-- What is amiss between a channel and its messenger, from when to when. kind: see Trouble.Kind. chat is empty where the
-- account itself is meant. Something that goes on is one row.
create table trouble (
  id           bigint primary key,
  workspace_id bigint       not null,
  channel_id   bigint       not null,
  kind         varchar(30)  not null,
  chat         varchar(200) not null,
  detail       text         not null,
  began_at     bigint       not null,
  ended_at     bigint
);
create unique index trouble_going_on on trouble (workspace_id, channel_id, kind, chat) where ended_at is null;

-- Groups that a channel was taken into and has no business in: it said so there once, and keeps nothing from there.
create table strange_group (
  workspace_id bigint       not null,
  channel_id   bigint       not null,
  chat         varchar(200) not null,
  told_at      bigint       not null,
  primary key (workspace_id, channel_id, chat)
);
