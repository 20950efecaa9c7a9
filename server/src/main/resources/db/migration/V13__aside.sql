-- Whatever was set aside can be seen, counted and replayed without reading whole tables.

-- timer.state besides waiting and aside: absent (its channel isn't in the configuration; it waits for it).
create index timer_aside on timer (workspace_id, id) where state = 'aside';
create index timer_absent on timer (workspace_id, channel_id) where state = 'absent';

-- Since when the outcome of an unheard delivery is to be told to its listener once more.
alter table delivery add column replay_at bigint;
create index delivery_unheard on delivery (workspace_id, id) where state = 'unheard';
create index delivery_aside on delivery (workspace_id, id) where state = 'aside';
create index delivery_replay on delivery (workspace_id, id) where replay_at is not null;

-- What those who run the installation were told and needn't be told again. Belongs to no workspace.
create table ops_told (
  what    varchar(40) primary key,
  told_at bigint      not null
);
