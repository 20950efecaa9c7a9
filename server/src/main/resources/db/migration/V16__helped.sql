-- `/who` counts the requests of one channel that were fulfilled, and reads nobody else's.
create index emergency_request_fulfilled on emergency_request (workspace_id, channel_id) where ending = 'FULFILLED';
