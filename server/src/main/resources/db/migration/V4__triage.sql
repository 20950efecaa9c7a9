-- People whom no code has brought in: their tickets, the room that these share, the limits at the door, and the way back
-- out with everything erased.

drop view tickets;
drop view projects;

-- A ticket of somebody unknown has no project yet. SQLite can't make a column nullable, so it gets a new one.
alter table desk_ticket add column for_project bigint references project (id);
update desk_ticket set for_project = project_id;
alter table desk_ticket drop column project_id;
alter table desk_ticket rename column for_project to project_id;
alter table desk_ticket add column company text;
alter table desk_ticket add column contact text;

-- Stands before a person's messages where several tickets share a room; null where the room is the ticket's own.
alter table ticket add column room_mark text;
drop index ticket_room;
create unique index ticket_room on ticket (workspace_id, channel_id, room_chat, room_topic) where room_mark is null;
create index ticket_sharing on ticket (workspace_id, channel_id, room_topic) where room_mark is not null;

-- byline: an answer that is to be told again in the ticket's next room, and whose it is. retold_by: the delivery that
-- tells it there.
alter table message add column byline text;
alter table message add column retold_by bigint;

-- The one room of the tickets without a project. opening: the delivery that opens it.
create table triage_room (
  workspace_id bigint       not null,
  channel_id   bigint       not null,
  opening      bigint,
  chat         varchar(200),
  topic        varchar(200),
  primary key (workspace_id, channel_id)
);

-- The codes of projects. normal: as it is read when it was not typed exactly. most_uses null: without a limit.
create table invite (
  id           bigint primary key,
  workspace_id bigint      not null,
  channel_id   bigint      not null,
  project_id   bigint      not null references project (id),
  code         varchar(64) not null,
  normal       varchar(64) not null,
  used         integer     not null,
  most_uses    integer,
  ends_at      bigint,
  is_active    boolean     not null,
  unique (workspace_id, channel_id, code)
);
create index invite_normal on invite (workspace_id, channel_id, normal);
insert into invite (id, workspace_id, channel_id, project_id, code, normal, used, most_uses, ends_at, is_active)
select id, workspace_id, channel_id, id, invite_code, upper(replace(replace(invite_code, '-', ''), '_', '')), 0, null,
       null, true
from project;

create table blocked_person (
  workspace_id bigint not null,
  channel_id   bigint not null,
  person_id    bigint not null,
  blocked_by   bigint not null,
  created_at   bigint not null,
  primary key (workspace_id, channel_id, person_id)
);

-- What strangers did lately at the door. kind: message, guess, large, told, flood. who: a hash of the account, so that
-- nobody gets new attempts by having their data erased.
create table doorstep (
  id           bigint primary key,
  workspace_id bigint      not null,
  channel_id   bigint      not null,
  who          varchar(64) not null,
  kind         varchar(10) not null,
  seen_at      bigint      not null
);
create index doorstep_who on doorstep (workspace_id, channel_id, who, kind, seen_at);
create index doorstep_old on doorstep (workspace_id, channel_id, seen_at);

-- That somebody's data were erased, and how much of it. left_over: what the messenger did not let us delete.
create table erasure (
  id           bigint primary key,
  workspace_id bigint  not null,
  channel_id   bigint  not null,
  person_id    bigint  not null,
  tickets      integer not null,
  messages     integer not null,
  left_over    integer not null,
  created_at   bigint  not null
);
create index erasure_person on erasure (workspace_id, person_id);

create view projects as
select p.id, p.client_id, p.name,
       (select i.code from invite i
        where i.workspace_id = p.workspace_id and i.project_id = p.id and i.is_active
        order by i.id limit 1) as invite_code,
       p.is_active, p.workspace_id
from project p;

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
