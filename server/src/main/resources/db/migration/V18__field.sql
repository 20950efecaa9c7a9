-- What a request has that only the volunteer may see who takes it: files may tell where they were made.
alter table emergency_request add column held_files integer not null default 0;

-- What stands above a message's copy, because it changes what the words mean (a forward, an answer to something else), and
-- which part of the answered message is meant; both as JSON.
alter table message add column head text;
alter table message add column quote text;
