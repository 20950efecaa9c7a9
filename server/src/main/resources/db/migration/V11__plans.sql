-- No statement walks through a table that grows. Every index is paid for by each row that is added, so each is said for
-- what it is, and holds no more than that. Nothing is added to inbox, delivery and message.

-- What a volunteer has taken: asked for at each message of everybody at a panic button. Holds open tickets alone.
create index ticket_owner on ticket (workspace_id, channel_id, owner_id) where state <> 'closed' and owner_id is not null;

-- A reply to a card where tickets share a room: one row for each ticket without a room of its own.
create index ticket_shared_card on ticket (workspace_id, channel_id, card_id) where room_mark is not null and card_id is not null;

-- What somebody was ever asked: volunteers x requests is the largest table of a panic button, and /forget must find one
-- of them there. The person stands first: as long as SQLite doesn't know the table it takes an index that begins with
-- workspace and channel for the best way to anything.
create index asking_person on asking (person_id, workspace_id, channel_id);

-- What somebody said of a request that they gave back: /forget must find it.
create index request_remark_author on request_remark (workspace_id, author_id);

-- Whether somebody has just asked for the same: questions to the messenger last for seconds.
create index membership_question_person on membership_question (workspace_id, channel_id, person_id);

-- `/block @name`: written when somebody is seen for the first time or changes their name.
create index person_username on person (workspace_id, messenger, lower(username)) where username is not null;

-- A ticket's timers, all at once: what of a timer's subject stands before the first space or slash. Subjects have two of
-- either at most; rtrim with all other characters takes the last part away.
alter table timer add column about varchar(200);
update timer set about = subject;
update timer set about = rtrim(rtrim(about, replace(about, ' ', '')), ' ') where about like '% %';
update timer set about = rtrim(rtrim(about, replace(about, ' ', '')), ' ') where about like '% %';
update timer set about = rtrim(rtrim(about, replace(about, '/', '')), '/') where about like '%/%';
update timer set about = rtrim(rtrim(about, replace(about, '/', '')), '/') where about like '%/%';
create index timer_about on timer (workspace_id, channel_id, about);

-- Requests are found through their tickets, which know whether they are open.
drop index emergency_request_country;

-- PostgreSQL looks at a table anew when a tenth of it has changed. Of these only the newest rows are ever asked for, and
-- rows pass through them: it looks sooner, and clears away sooner.
${postgres}alter table inbox set (autovacuum_analyze_scale_factor = 0.01, autovacuum_vacuum_scale_factor = 0.02);
${postgres}alter table delivery set (autovacuum_analyze_scale_factor = 0.01, autovacuum_vacuum_scale_factor = 0.02);
${postgres}alter table timer set (autovacuum_analyze_scale_factor = 0.01, autovacuum_vacuum_scale_factor = 0.02);
