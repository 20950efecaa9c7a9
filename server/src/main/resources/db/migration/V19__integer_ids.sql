-- Telegram's ids are integers, and so the named tables promise them. Whatever isn't one, such as what stands in place of the
-- account of somebody who had themself forgotten, is null here; the neutral tables keep every messenger's own.
drop view tickets;
drop view messages;
drop view user_bindings;

create view user_bindings as
select b.id, ${integer}p.external_id${read} as tg_user_id, p.username as tg_username, p.name as tg_name, b.project_id,
       ${moment}b.created_at${shown} as created_at, ${moment}b.updated_at${shown} as updated_at,
       b.is_active, b.workspace_id
from binding b join person p on p.workspace_id = b.workspace_id and p.id = b.person_id;

create view tickets as
select t.id, t.number, d.project_id, ${integer}p.external_id${read} as tg_user_id, d.category, d.priority, t.state as status,
       ${integer}t.room_chat${read} as support_chat_id, ${integer}t.room_topic${read} as topic_id,
       ${integer}o.external_id${read} as assigned_to_tg_user_id,
       ${moment}t.created_at${shown} as created_at, ${moment}t.updated_at${shown} as updated_at,
       ${moment}t.first_response_at${shown} as first_response_at, ${moment}t.closed_at${shown} as closed_at,
       t.workspace_id
from ticket t
join desk_ticket d on d.workspace_id = t.workspace_id and d.ticket_id = t.id
join person p on p.workspace_id = t.workspace_id and p.id = t.person_id
left join person o on o.workspace_id = t.workspace_id and o.id = t.owner_id;

create view messages as
select id, ticket_id, direction, ${integer}external_id${read} as tg_message_id, type, text, file_id, file_size as size,
       ${integer}author${read} as author_tg_user_id, ${moment}created_at${shown} as created_at, workspace_id
from message;
