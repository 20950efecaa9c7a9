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
  select 1 from dialog
  where dialog.workspace_id = timer.workspace_id and dialog.channel_id = timer.channel_id
    and dialog.conversation = timer.subject and dialog.tag = 'helpdesk.returning.v1');

update timer set kind = 'form', data = (
  select cast(ticket.person_id as varchar(20)) || ' 0' from ticket
  where ticket.workspace_id = timer.workspace_id and ticket.id = cast(timer.data as bigint))
where kind = 'emergency.thanks-words' and exists (
  select 1 from dialog
  where dialog.workspace_id = timer.workspace_id and dialog.channel_id = timer.channel_id
    and dialog.conversation = timer.subject and dialog.tag = 'emergency.thanking.v1');

-- Reminded already: then the second time is waited for.
update timer set kind = 'form', data = substr(data, 6) || ' 1'
where kind = 'emergency.confirm' and data like 'drop %' and exists (
  select 1 from dialog
  where dialog.workspace_id = timer.workspace_id and dialog.channel_id = timer.channel_id
    and dialog.conversation = timer.subject and dialog.tag = 'emergency.confirming.v1');

update timer set kind = 'form', data = substr(data, 8) || ' 0'
where kind = 'emergency.confirm' and data like 'remind %' and exists (
  select 1 from dialog
  where dialog.workspace_id = timer.workspace_id and dialog.channel_id = timer.channel_id
    and dialog.conversation = timer.subject and dialog.tag = 'emergency.confirming.v1');

update timer set kind = 'form', data = substr(data, 6) || ' 0'
where kind = 'emergency.confirm' and data like 'drop %' and exists (
  select 1 from dialog
  where dialog.workspace_id = timer.workspace_id and dialog.channel_id = timer.channel_id
    and dialog.conversation = timer.subject
    and dialog.tag in ('emergency.telling.v1', 'emergency.locating.v1', 'emergency.doubted.v1',
      'emergency.relocating.v1'));

update timer set kind = 'form', subject = subject || '/to-whom',
  data = case when data like 'remind %' then substr(data, 8) || ' 0' else substr(data, 6) || ' 1' end
where kind = 'emergency.to-whom' and exists (
  select 1 from dialog
  where dialog.workspace_id = timer.workspace_id and dialog.channel_id = timer.channel_id
    and dialog.conversation = timer.subject || '/to-whom');

-- Its subject was the request, which is named in the step.
update timer set kind = 'form', data = (
    select cast(ticket.owner_id as varchar(20)) || ' 0' from ticket
    where ticket.workspace_id = timer.workspace_id and ticket.id = cast(timer.subject as bigint)),
  about = (
    select min(dialog.conversation) from dialog
    where dialog.workspace_id = timer.workspace_id and dialog.channel_id = timer.channel_id
      and dialog.tag = 'emergency.returning.v1' and dialog.data = '{"ticket":' || timer.subject || '}'),
  subject = (
    select min(dialog.conversation) from dialog
    where dialog.workspace_id = timer.workspace_id and dialog.channel_id = timer.channel_id
      and dialog.tag = 'emergency.returning.v1' and dialog.data = '{"ticket":' || timer.subject || '}')
where kind = 'emergency.returning' and exists (
  select 1 from dialog
  where dialog.workspace_id = timer.workspace_id and dialog.channel_id = timer.channel_id
    and dialog.tag = 'emergency.returning.v1' and dialog.data = '{"ticket":' || timer.subject || '}')
  and exists (
    select 1 from ticket
    where ticket.workspace_id = timer.workspace_id and ticket.id = cast(timer.subject as bigint)
      and ticket.owner_id is not null);

delete from timer
where kind in ('helpdesk.attachments', 'helpdesk.comment', 'helpdesk.trouble', 'helpdesk.choice', 'emergency.confirm',
  'emergency.thanks-words', 'emergency.to-whom', 'emergency.returning');
