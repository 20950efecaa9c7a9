-- Who did it. actor_kind: messenger (actor_id is their person), console (actor_name is their user; actor_id, where they
-- are known in the messenger), integration (actor_name), clock. Older rows have none: a person's where there is an
-- actor_id, else the clock's.
alter table timeline add column actor_kind varchar(20);
alter table timeline add column actor_name varchar(200);

-- Whoever blocks somebody needn't be known in the messenger: then blocked_by is null, and the timeline of what was open
-- names them.
alter table blocked_person rename to blocked_person_before;
create table blocked_person (
  workspace_id bigint not null,
  channel_id   bigint not null,
  person_id    bigint not null,
  blocked_by   bigint,
  created_at   bigint not null,
  primary key (workspace_id, channel_id, person_id)
);
insert into blocked_person (workspace_id, channel_id, person_id, blocked_by, created_at)
select workspace_id, channel_id, person_id, blocked_by, created_at from blocked_person_before;
drop table blocked_person_before;
