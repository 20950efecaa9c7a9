-- What tickets are searched by. One row for each ticket of a scenario that searches: its terms, which are words without
-- their endings, numbers, and names, each once, in order, with blanks between them; each begins with four letters that
-- stand for the channel, so that a look for a word reads nobody else's. names: a hash of the names among them.
-- newest_message: the youngest message whose words are in.
create table search_entry (
  ticket_id      bigint primary key,
  workspace_id   bigint  not null,
  channel_id     bigint  not null,
  person_id      bigint  not null,
  names          integer not null,
  newest_message bigint  not null,
  terms          text    not null
);
create index search_entry_channel on search_entry (workspace_id, channel_id, ticket_id);
create index search_entry_person on search_entry (workspace_id, channel_id, person_id);

-- Tickets whose row isn't true any more for another reason than a new message. mark: another one each time.
create table search_pending (
  ticket_id    bigint primary key,
  workspace_id bigint not null,
  channel_id   bigint not null,
  mark         bigint not null
);
create index search_pending_channel on search_pending (workspace_id, channel_id);

-- Messages up to this one are in; all those before this version come in after the start, oldest first.
create table search_progress (
  message_id bigint not null
);
insert into search_progress (message_id) values (0);

-- The same terms for the full-text index of the database. SQLite: no copy of the terms, no positions, and what is taken
-- out is gone at once (secure-delete, from SQLite 3.42 on).
${sqlite}create virtual table search_terms using fts5(terms, content='', columnsize=0, detail=none, tokenize="ascii tokenchars '_#'");
${sqlite}insert into search_terms (search_terms, rank) values ('secure-delete', 1);
${postgres}create index search_entry_terms on search_entry using gin (array_to_tsvector(string_to_array(terms, ' ')));

-- Whoever reads before they say something looks whether anybody was erased meanwhile.
create index erasure_latest on erasure (workspace_id, id);

-- Words and names were kept once more, folded, and were searched from one end to the other.
alter table message drop column text_folded;
alter table person drop column name_folded;
