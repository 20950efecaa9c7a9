-- To forget somebody must not mean to read whole tables. What is done keeps no words and no conversation any more; what
-- earlier versions left, and what could not be finished, is found by an index that holds nothing else.

-- delivery: everything about a subject, and what was said to persons (a group's id begins with a minus, and nobody is
-- forgotten by it), but for answers: those, the most of what a person hears, are found by their messages' rows. Settled
-- rows that have words still; changes beside the words of a chat that wait; questions of which words are left. The column
-- `revocable` isn't written any more.
drop index delivery_revocable;
create index delivery_subject on delivery (workspace_id, channel_id, subject) where subject is not null and substr(subject, 1, 13) <> 'relay.answer:';
create index delivery_chat on delivery (workspace_id, channel_id, chat) where state <> 'pending' and substr(chat, 1, 1) <> '-' and (state <> 'sent' or subject is null or substr(subject, 1, 13) <> 'relay.answer:');
create index delivery_words on delivery (workspace_id, channel_id, chat, lane) where state <> 'pending' and call <> '{}';
create index delivery_words_about on delivery (workspace_id, channel_id, subject) where state <> 'pending' and call <> '{}' and subject is not null;
create index delivery_words_replaced on delivery (workspace_id, channel_id, coalesce_key) where state <> 'pending' and call <> '{}' and coalesce_key is not null;
create index delivery_words_beside on delivery (workspace_id, channel_id, chat) where state <> 'pending' and call <> '{}' and substr(lane, 1, 5) = 'side/';
create index delivery_words_pressed on delivery (workspace_id, channel_id, chat) where state <> 'pending' and call <> '{}' and substr(lane, 1, 6) = 'press/';
create index delivery_beside on delivery (workspace_id, channel_id, chat) where state = 'pending' and substr(lane, 1, 5) = 'side/';
update delivery set call = '{}' where state <> 'pending' and substr(lane, 1, 4) = 'ask/';
create index delivery_words_asked on delivery (workspace_id, channel_id) where state <> 'pending' and call <> '{}' and substr(lane, 1, 4) = 'ask/';

-- inbox: done rows that tell whose they are; ids of the messenger's on rows that were set aside.
create index inbox_words on inbox (workspace_id, channel_id, conversation) where state <> 'pending' and conversation <> '';
create index inbox_aside_ids on inbox (handled_at) where state = 'aside' and external_id is not null;

-- What somebody did to tickets of others.
create index timeline_by_actor on timeline (workspace_id, actor_id, ticket_id) where actor_id is not null;

-- An erasure is done in parts, so that nobody waits for it: the row is there from the beginning, done_at from the end.
alter table erasure add column done_at bigint;
update erasure set done_at = created_at;
