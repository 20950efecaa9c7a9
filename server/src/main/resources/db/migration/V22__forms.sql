-- Whoever doesn't answer a form: one kind of timer for the forms of all scenarios. Its subject is where the step is kept
-- (dialog.conversation); its data are the person and how often it rang before. There was a kind for each form; a timer of
-- a step where nobody is any more would have done nothing, and goes.

update timer set kind = 'form', data = data || ' 0'
where kind = 'helpdesk.attachments' and exists (
  select 1 from dialog
  where dialog.workspace_id = timer.workspace_id and dialog.channel_id = timer.channel_id
    and dialog.conversation = timer.subject
    and dialog.tag in ('helpdesk.code.v1', 'helpdesk.category.v1', 'helpdesk.urgency.v1', 'helpdesk.attachments.v1',
      'helpdesk.company.v1', 'helpdesk.contact.v1'));

update timer set kind = 'form', data = data || ' 0'
where kind = 'helpdesk.comment' and exists (
  select 1 from dialog
  where dialog.workspace_id = timer.workspace_id and dialog.channel_id = timer.channel_id
    and dialog.conversation = timer.subject and dialog.tag = 'helpdesk.comment.v1');

update timer set kind = 'form', data = data || ' 0'
where kind = 'helpdesk.trouble' and exists (
  select 1 from dialog
  where dialog.workspace_id = timer.workspace_id and dialog.channel_id = timer.channel_id
    and dialog.conversation = timer.subject and dialog.tag = 'helpdesk.trouble.v1');

update timer set kind = 'form', data = (
  select cast(ticket.person_id as varchar(20)) || ' 0' from ticket
  where ticket.workspace_id = timer.workspace_id and ticket.id = cast(timer.data as bigint))
where kind = 'helpdesk.choice' and exists (
    select 1 from ticket
    where ticket.workspace_id = timer.workspace_id and ticket.id = cast(timer.data as bigint))
  and exists (
  select 1 from dialog
  where dialog.workspace_id = timer.workspace_id and dialog.channel_id = timer.channel_id
    and dialog.conversation = timer.subject and dialog.tag = 'helpdesk.returning.v1');

update timer set kind = 'form', data = (
  select cast(ticket.person_id as varchar(20)) || ' 0' from ticket
  where ticket.workspace_id = timer.workspace_id and ticket.id = cast(timer.data as bigint))
where kind = 'emergency.thanks-words' and exists (
    select 1 from ticket
    where ticket.workspace_id = timer.workspace_id and ticket.id = cast(timer.data as bigint))
  and exists (
  select 1 from dialog
  where dialog.workspace_id = timer.workspace_id and dialog.channel_id = timer.channel_id
    and dialog.conversation = timer.subject and dialog.tag = 'emergency.thanking.v1');

-- Whoever was reminded already is waited for the second time.
update timer set kind = 'form', data = case
    when data like 'remind %' then substr(data, 8) || ' 0'
    when exists (
      select 1 from dialog
      where dialog.workspace_id = timer.workspace_id and dialog.channel_id = timer.channel_id
        and dialog.conversation = timer.subject and dialog.tag = 'emergency.confirming.v1')
      then substr(data, 6) || ' 1'
    else substr(data, 6) || ' 0'
  end
where kind = 'emergency.confirm' and exists (
  select 1 from dialog
  where dialog.workspace_id = timer.workspace_id and dialog.channel_id = timer.channel_id
    and dialog.conversation = timer.subject
    and dialog.tag in ('emergency.telling.v1', 'emergency.locating.v1', 'emergency.doubted.v1',
      'emergency.relocating.v1', 'emergency.confirming.v1'));

update timer set kind = 'form', subject = subject || '/to-whom',
  data = case when data like 'remind %' then substr(data, 8) || ' 0' else substr(data, 6) || ' 1' end
where kind = 'emergency.to-whom' and exists (
  select 1 from dialog
  where dialog.workspace_id = timer.workspace_id and dialog.channel_id = timer.channel_id
    and dialog.conversation = timer.subject || '/to-whom');

-- Its subject was the request; now it is the chat of whoever has it, if they are asked why they give it back.
update timer set kind = 'form', about = '', data = (
    select cast(ticket.owner_id as varchar(20)) || ' 0' from ticket
    where ticket.workspace_id = timer.workspace_id and ticket.id = cast(timer.subject as bigint)),
  subject = (
    select coalesce(resident.chat, person.external_id) from ticket
    join person on person.workspace_id = ticket.workspace_id and person.id = ticket.owner_id
    left join resident on resident.workspace_id = ticket.workspace_id and resident.channel_id = ticket.channel_id
      and resident.person_id = ticket.owner_id
    where ticket.workspace_id = timer.workspace_id and ticket.id = cast(timer.subject as bigint))
where kind = 'emergency.returning' and exists (
  select 1 from ticket
  join person on person.workspace_id = ticket.workspace_id and person.id = ticket.owner_id
  left join resident on resident.workspace_id = ticket.workspace_id and resident.channel_id = ticket.channel_id
    and resident.person_id = ticket.owner_id
  join dialog on dialog.workspace_id = ticket.workspace_id and dialog.channel_id = ticket.channel_id
    and dialog.conversation = coalesce(resident.chat, person.external_id)
    and dialog.tag = 'emergency.returning.v1' and dialog.data = '{"ticket":' || timer.subject || '}'
  where ticket.workspace_id = timer.workspace_id and ticket.id = cast(timer.subject as bigint));

update timer set about = subject where kind = 'form' and about = '';

delete from timer
where kind in ('helpdesk.attachments', 'helpdesk.comment', 'helpdesk.trouble', 'helpdesk.choice', 'emergency.confirm',
  'emergency.thanks-words', 'emergency.to-whom', 'emergency.returning');
