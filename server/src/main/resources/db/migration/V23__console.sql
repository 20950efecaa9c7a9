-- Who uses the console. A user belongs to the installation; what they may do, to a workspace. login is folded: small
-- letters, no spaces around. password is an Argon2id hash, null until it was chosen.
create table console_user (
  id          bigint       primary key,
  login       varchar(100) not null unique,
  name        varchar(200) not null,
  password    varchar(300),
  language    varchar(10)  not null,
  is_owner    boolean      not null,
  created_at  bigint       not null,
  disabled_at bigint
);

create index console_user_owner on console_user (is_owner, id);

-- role: administrator, operator, reader.
create table console_member (
  workspace_id bigint      not null,
  user_id      bigint      not null,
  role         varchar(20) not null,
  created_at   bigint      not null,
  primary key (workspace_id, user_id)
);
create index console_member_user on console_member (user_id);

-- Where somebody is signed in. The token that their browser has is kept as a hash only.
create table console_session (
  id       bigint       primary key,
  token    varchar(64)  not null unique,
  user_id  bigint       not null,
  began_at bigint       not null,
  seen_at  bigint       not null,
  address  varchar(60)  not null,
  agent    varchar(300) not null
);
create index console_session_user on console_session (user_id, seen_at);
create index console_session_seen on console_session (seen_at);

-- Links by which somebody chooses a password, once. user_id is null for whoever becomes the first administrator.
create table console_link (
  token   varchar(64) primary key,
  user_id bigint,
  ends_at bigint      not null
);
create index console_link_user on console_link (user_id);

-- Tries to sign in of the last day that led to nothing, so that guessing is slowed. login is kept as a hash.
create table console_attempt (
  id       bigint      primary key,
  login    varchar(64) not null,
  address  varchar(60) not null,
  tried_at bigint      not null
);
create index console_attempt_login on console_attempt (login, tried_at);
create index console_attempt_address on console_attempt (address, tried_at);
create index console_attempt_tried on console_attempt (tried_at);
