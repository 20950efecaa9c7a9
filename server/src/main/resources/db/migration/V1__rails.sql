-- Every table belongs to a workspace, and every key that scenarios search by starts with it.
-- Columns that end in _at are microseconds since 1970 (UTC). JSON is kept as tagged records.

create table workspace (
  id           bigint primary key,
  name         varchar(100) not null unique,
  created_at   bigint       not null
);

create table channel (
  id           bigint primary key,
  workspace_id bigint       not null references workspace (id),
  name         varchar(100) not null,
  messenger    varchar(20)  not null,
  scenario     varchar(20)  not null,
  created_at   bigint       not null,
  unique (workspace_id, name)
);

create table person (
  id           bigint primary key,
  workspace_id bigint       not null,
  messenger    varchar(20)  not null,
  external_id  varchar(150) not null,
  name         text         not null,
  username     text,
  language     varchar(35),
  chosen_language varchar(5),
  is_reachable boolean      not null,
  created_at   bigint       not null,
  updated_at   bigint       not null,
  unique (workspace_id, messenger, external_id)
);

-- What messengers told us, as received. state: pending, handled, aside.
create table inbox (
  id           bigint primary key,
  workspace_id bigint       not null,
  channel_id   bigint       not null,
  external_id  varchar(200),
  conversation varchar(200) not null,
  raw          text         not null,
  state        varchar(10)  not null,
  attempts     integer      not null,
  error        text,
  received_at  bigint       not null,
  handled_at   bigint
);
create unique index inbox_once on inbox (channel_id, external_id);
create index inbox_pending on inbox (channel_id, conversation, id) where state = 'pending';
create index inbox_aside on inbox (workspace_id, id) where state = 'aside';
create index inbox_handled on inbox (handled_at) where state = 'handled';

-- A group that got a new id lives on under it.
create table moved_chat (
  workspace_id bigint       not null,
  channel_id   bigint       not null,
  from_chat    varchar(200) not null,
  to_chat      varchar(200) not null,
  created_at   bigint       not null,
  primary key (workspace_id, channel_id, from_chat)
);

-- Calls that we owe. state: pending, sent, refused, dropped, unheard (made, but whoever waited for it failed).
create table delivery (
  id           bigint primary key,
  workspace_id bigint       not null,
  channel_id   bigint       not null,
  chat         varchar(200) not null,
  lane         varchar(200) not null,
  priority     integer      not null,
  call         text         not null,
  subject      text,
  coalesce_key varchar(200),
  state        varchar(10)  not null,
  attempts     integer      not null,
  result       text,
  error        text,
  created_at   bigint       not null,
  started_at   bigint,
  done_at      bigint
);
create index delivery_pending on delivery (channel_id, lane, id) where state = 'pending';
create index delivery_coalesce on delivery (workspace_id, channel_id, coalesce_key) where state = 'pending' and coalesce_key is not null;
create index delivery_done on delivery (done_at) where state <> 'pending';

-- state: waiting, aside.
create table timer (
  id           bigint primary key,
  workspace_id bigint       not null,
  channel_id   bigint       not null,
  kind         varchar(60)  not null,
  subject      varchar(200) not null,
  data         text         not null,
  due_at       bigint       not null,
  attempts     integer      not null,
  state        varchar(10)  not null,
  error        text,
  unique (workspace_id, channel_id, kind, subject)
);
create index timer_due on timer (due_at) where state = 'waiting';

-- At most one multi-step form at a time in a conversation. tag names the step and its version.
create table dialog (
  workspace_id bigint       not null,
  channel_id   bigint       not null,
  conversation varchar(200) not null,
  tag          varchar(60)  not null,
  data         text         not null,
  updated_at   bigint       not null,
  primary key (workspace_id, channel_id, conversation)
);

-- A numbered request. room_* tell its topic in the operators' group.
create table ticket (
  id                bigint primary key,
  workspace_id      bigint       not null,
  channel_id        bigint       not null,
  number            bigint       not null,
  person_id         bigint       not null,
  chat              varchar(200) not null,
  state             varchar(20)  not null,
  owner_id          bigint,
  room_chat         varchar(200),
  room_topic        varchar(200),
  room_delivery     bigint,
  card_delivery     bigint,
  card_id           varchar(200),
  created_at        bigint       not null,
  updated_at        bigint       not null,
  first_response_at bigint,
  closed_at         bigint,
  unique (workspace_id, channel_id, number)
);
create unique index ticket_one_open on ticket (workspace_id, channel_id, person_id) where state <> 'closed';
create unique index ticket_room on ticket (workspace_id, channel_id, room_chat, room_topic);

create table ticket_number (
  workspace_id bigint not null,
  channel_id   bigint not null,
  last_number  bigint not null,
  primary key (workspace_id, channel_id)
);

-- What happened to a ticket and who did it.
create table timeline (
  id           bigint primary key,
  workspace_id bigint      not null,
  ticket_id    bigint      not null,
  event        varchar(30) not null,
  actor_id     bigint,
  data         text,
  created_at   bigint      not null
);
create index timeline_ticket on timeline (workspace_id, ticket_id, id);

-- What was said. direction: in (person), out (operator), note.
-- chat and external_id are where it was written, copy_* where our copy of it stands.
create table message (
  id           bigint primary key,
  workspace_id bigint       not null,
  channel_id   bigint       not null,
  ticket_id    bigint,
  direction    varchar(5)   not null,
  author       varchar(150) not null,
  chat         varchar(200) not null,
  external_id  varchar(200) not null,
  type         varchar(20)  not null,
  text         text,
  file_id      text,
  file_size    bigint,
  album        varchar(200),
  reply_to     varchar(200),
  content      text         not null,
  delivery_id  bigint,
  copy_chat    varchar(200),
  copy_id      varchar(200),
  failure      varchar(30),
  created_at   bigint       not null
);
create unique index message_origin on message (workspace_id, channel_id, chat, external_id);
create index message_copy on message (workspace_id, channel_id, copy_chat, copy_id);
create index message_ticket on message (workspace_id, ticket_id, id);
create index message_album on message (workspace_id, channel_id, chat, album) where album is not null;

-- Albums come item by item; until the last one is here their items wait.
create table album_waiting (
  workspace_id bigint       not null,
  channel_id   bigint       not null,
  place        varchar(200) not null,
  album        varchar(200) not null,
  ticket_id    bigint       not null,
  primary key (workspace_id, channel_id, place, album)
);
