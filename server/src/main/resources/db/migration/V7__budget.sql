-- What a group's budget needs to know of a call that we owe.
-- joins: texts that wait under the same key may be told in one message.
-- joined_into: the first of those that were told together, on each of them.
-- account: the helper that made it, by its own id in the messenger; null when it was the channel's own account.
alter table delivery add column joins varchar(200);
alter table delivery add column joined_into bigint;
alter table delivery add column account varchar(60);
create index delivery_by_helper on delivery (workspace_id, channel_id, chat, result) where account is not null;
