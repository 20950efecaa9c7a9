// The world behind the page: what there is, what people do, and news of changes.
import { toast } from './dom.js';
import { t } from './texts.js';

const RECENT = 60;

export const seen = JSON.parse(localStorage.getItem('seen') ?? '{}');
export const world = { state: null, bot: null, person: null, group: null, thread: 0, operator: null };

export async function get(path) {
  const answer = await fetch(`/world/${path}`);
  return answer.json();
}

export async function post(path, body) {
  let answer;
  try {
    answer = await fetch(`/world/${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  } catch (gone) {
    toast(t('gone'), 'bad');
    throw gone;
  }
  const json = await answer.json();
  if (!answer.ok) {
    toast(json.error, 'bad');
    throw new Error(json.error);
  }
  return json;
}

export async function refreshState() {
  const state = await get('state');
  world.state = state;
  world.bot = state.bots.find(bot => bot.id === world.bot?.id) ?? state.bots.find(isConnected) ?? state.bots[0] ?? null;
  const phones = phonesOf(state, world.bot);
  world.person = phones.find(person => person.id === world.person?.id) ?? phones[0] ?? null;
  const groups = groupsOf(state, world.bot);
  world.group = groups.find(group => group.id === world.group?.id) ?? groups[0] ?? null;
  const members = world.group?.members ?? [];
  world.operator = members.find(member => member.id === world.operator?.id) ?? members[0] ?? null;
  if (world.thread && !world.group?.topics.some(topic => topic.id === world.thread)) world.thread = 0;
}

// Who is shown beside a bot: its own people and those who are nobody's, and the groups that it is in.
export const phonesOf = (state, bot) => state.people.filter(person => person.phone && (!person.bot || person.bot === bot?.username));
export const groupsOf = (state, bot) => state.groups.filter(group => !group.bots.length || group.bots.includes(bot?.id));

// A program listens for it: by a webhook, or it asked for updates just now.
export const isConnected = bot => Boolean(bot.webhook) || (bot.polledSecondsAgo >= 0 && bot.polledSecondsAgo < RECENT);

export const chatOf = person => person.chats.find(chat => chat.bot === world.bot?.id);
export const privateRoom = () => `${world.bot?.id}:${world.person?.id}`;

export function see(place, last) {
  if (!last || seen[place] >= last) return;
  seen[place] = last;
  localStorage.setItem('seen', JSON.stringify(seen));
}
export const unread = (place, last) => (last ?? 0) > (seen[place] ?? 0);

// Calls back with the set of rooms that changed; the first call follows the connection.
export function listen(changed) {
  const source = new EventSource('/world/events');
  let told = false;
  source.onopen = () => {
    told = false;
    changed(null);
  };
  source.onerror = () => {
    if (!told) toast(t('gone'), 'bad');
    told = true;
  };
  source.onmessage = event => changed(new Set(JSON.parse(event.data).rooms));
}
