-- The scenario `emergency`: communities whose members ask each other for urgent help.

-- A chat whose members may ask and help. state: asked (waits for one of its administrators to name the city), waiting
-- (waits for a coordinator's word), active, gone. question: the message that asks for the city. is_administrator: whether
-- the bot is one there. is_silent: whether the messenger refused to tell of members when it was asked last.
create table community (
  id              bigint primary key,
  workspace_id    bigint       not null,
  channel_id      bigint       not null,
  chat            varchar(200) not null,
  title           text         not null,
  address         varchar(100),
  city            varchar(60),
  country         varchar(2),
  state           varchar(10)  not null,
  bound_by        bigint,
  question        varchar(200),
  is_administrator boolean     not null,
  is_silent       boolean      not null,
  created_at      bigint       not null,
  updated_at      bigint       not null,
  unique (workspace_id, channel_id, chat)
);

-- Where somebody is at home, the chat in which they write to us, and the community that they were last seen in. checked_at: when the messenger said so;
-- null when it never did, or said that they aren't in any.
create table resident (
  workspace_id bigint       not null,
  channel_id   bigint       not null,
  person_id    bigint       not null,
  chat         varchar(200) not null,
  city         varchar(60)  not null,
  country      varchar(2)   not null,
  community_id bigint,
  checked_at   bigint,
  created_at   bigint       not null,
  updated_at   bigint       not null,
  primary key (workspace_id, channel_id, person_id)
);

-- Questions to the messenger whether somebody is a member, while they are open. One wish asks about several
-- communities; the first yes grants it, the last no refuses it. wish: what the person wants to do.
create table membership_question (
  id           bigint primary key,
  workspace_id bigint       not null,
  channel_id   bigint       not null,
  person_id    bigint       not null,
  community_id bigint       not null,
  wish_id      bigint       not null,
  wish         varchar(20)  not null,
  data         text         not null,
  answer       varchar(10)  not null,
  created_at   bigint       not null
);
create index membership_question_wish on membership_question (workspace_id, channel_id, wish_id);

-- Who wants to help. Quiet hours are minutes of the day at the city's own time.
create table volunteer (
  workspace_id bigint      not null,
  channel_id   bigint      not null,
  person_id    bigint      not null,
  is_paused    boolean     not null,
  quiet_from   integer,
  quiet_until  integer,
  joined_at    bigint      not null,
  updated_at   bigint      not null,
  primary key (workspace_id, channel_id, person_id)
);

-- What a request is about; its number, state and owner are the ticket's. latitude, longitude, accuracy and address are
-- exact and are gone when the request is closed; area_* is what everybody may know. place_message: the message that tells
-- the place in words; live_message: the one that tells where the person is, and may go on changing. told_*: what the
-- volunteer who has it was told of a place that changed, likewise gone when it is closed.
-- search: counts the searches, the first and one after each return to the pool. ring: how far the search has come.
create table emergency_request (
  ticket_id      bigint primary key,
  workspace_id   bigint       not null,
  channel_id     bigint       not null,
  city           varchar(60)  not null,
  country        varchar(2)   not null,
  community_id   bigint,
  latitude       double precision,
  longitude      double precision,
  accuracy       double precision,
  located_at     bigint,
  is_live        boolean      not null,
  address        text,
  area_latitude  double precision,
  area_longitude double precision,
  area_radius    integer,
  description    text         not null,
  attachments    integer      not null,
  search         integer      not null,
  ring           integer      not null,
  expires_at     bigint       not null,
  taken_at       bigint,
  checked_in     varchar(20),
  checked_in_at  bigint,
  ending         varchar(20),
  is_appealed    boolean      not null,
  place_message  bigint,
  live_message   bigint,
  told_latitude  double precision,
  told_longitude double precision,
  told_at        bigint
);
create index emergency_request_country on emergency_request (workspace_id, channel_id, country);

-- Who was asked to help with a request. state: owed, sent, failed, spared (nobody was needed before it went out), seen (has
-- pressed something), returned.
create table asking (
  id           bigint primary key,
  workspace_id bigint       not null,
  channel_id   bigint       not null,
  ticket_id    bigint       not null,
  person_id    bigint       not null,
  search       integer      not null,
  ring         integer      not null,
  state        varchar(10)  not null,
  chat         varchar(200) not null,
  delivery_id  bigint,
  copy_id      varchar(200),
  failure      varchar(30),
  created_at   bigint       not null,
  updated_at   bigint       not null,
  unique (workspace_id, ticket_id, person_id)
);

-- Who thinks that a request isn't for this service.
create table not_urgent_vote (
  workspace_id bigint not null,
  ticket_id    bigint not null,
  person_id    bigint not null,
  created_at   bigint not null,
  primary key (workspace_id, ticket_id, person_id)
);

-- What those who returned a request to the pool say about it; it travels with the request.
create table request_remark (
  id           bigint primary key,
  workspace_id bigint not null,
  ticket_id    bigint not null,
  author_id    bigint not null,
  text         text   not null,
  created_at   bigint not null
);
create index request_remark_ticket on request_remark (workspace_id, ticket_id, id);

-- revocable: the subject once more where what is owed about it may be taken back, so that it is found without a search.
alter table delivery add column revocable varchar(100);
create index delivery_revocable on delivery (workspace_id, channel_id, revocable) where revocable is not null;
