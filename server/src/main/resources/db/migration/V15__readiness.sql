-- Whether writes are kept is learned by writing: one row, changed every few seconds. Belongs to no workspace.
create table heartbeat (
  id        integer primary key,
  beaten_at bigint not null
);
insert into heartbeat (id, beaten_at) values (1, 0);

-- What keeps people's words from getting through at the moment, as those who run the installation were told. kind: see
-- ProblemKind. channel_id is 0 where all channels are meant. Belongs to no workspace; a row goes when it is over.
create table incident (
  kind       varchar(20) not null,
  channel_id bigint      not null,
  began_at   bigint      not null,
  primary key (kind, channel_id)
);
