-- The desk's own tables, and the views that people who read the database know.

create table client (
  id           bigint primary key,
  workspace_id bigint  not null,
  channel_id   bigint  not null,
  name         text    not null,
  unique (workspace_id, channel_id, name)
);

create table project (
  id           bigint primary key,
  workspace_id bigint      not null,
  channel_id   bigint      not null,
  client_id    bigint      not null references client (id),
  name         text        not null,
  invite_code  varchar(64) not null,
  is_active    boolean     not null,
  unique (workspace_id, channel_id, invite_code)
);

create table binding (
  id           bigint primary key,
  workspace_id bigint  not null,
  channel_id   bigint  not null,
  person_id    bigint  not null,
  project_id   bigint  not null references project (id),
  is_active    boolean not null,
  created_at   bigint  not null,
  updated_at   bigint  not null,
  unique (workspace_id, channel_id, person_id, project_id)
);
create unique index binding_one_active on binding (workspace_id, channel_id, person_id) where is_active;

create table desk_ticket (
  ticket_id    bigint primary key,
  workspace_id bigint      not null,
  project_id   bigint      not null references project (id),
  category     varchar(20) not null,
  priority     varchar(10) not null,
  blocking     varchar(5),
  description  text        not null,
  attachments  text        not null
);

create table csat (
  id           bigint primary key,
  workspace_id bigint      not null,
  ticket_id    bigint      not null,
  score        varchar(10) not null,
  comment      text,
  created_at   bigint      not null,
  unique (workspace_id, ticket_id)
);

create view clients as select id, name, workspace_id from client;

create view projects as select id, client_id, name, invite_code, is_active, workspace_id from project;

create view user_bindings as
select b.id, p.external_id as tg_user_id, p.username as tg_username, p.name as tg_name, b.project_id,
       ${moment}b.created_at${shown} as created_at, ${moment}b.updated_at${shown} as updated_at,
       b.is_active, b.workspace_id
from binding b join person p on p.workspace_id = b.workspace_id and p.id = b.person_id;

create view tickets as
select t.id, t.number, d.project_id, p.external_id as tg_user_id, d.category, d.priority, t.state as status,
       t.room_chat as support_chat_id, t.room_topic as topic_id, o.external_id as assigned_to_tg_user_id,
       ${moment}t.created_at${shown} as created_at, ${moment}t.updated_at${shown} as updated_at,
       ${moment}t.first_response_at${shown} as first_response_at, ${moment}t.closed_at${shown} as closed_at,
       t.workspace_id
from ticket t
join desk_ticket d on d.workspace_id = t.workspace_id and d.ticket_id = t.id
join person p on p.workspace_id = t.workspace_id and p.id = t.person_id
left join person o on o.workspace_id = t.workspace_id and o.id = t.owner_id;

create view messages as
select id, ticket_id, direction, external_id as tg_message_id, type, text, file_id, file_size as size,
       author as author_tg_user_id, ${moment}created_at${shown} as created_at, workspace_id
from message;

create view feedback as
select id, ticket_id, score as csat, comment, ${moment}created_at${shown} as created_at, workspace_id
from csat;
