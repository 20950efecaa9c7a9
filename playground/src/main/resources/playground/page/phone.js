// The left side: the phones of people, one at a time.
import { alertWindow, avatar, fill, h, nameOf, popover, toast } from './dom.js';
import { composer } from './composer.js';
import { drawMessages, toEnd } from './bubbles.js';
import { icon } from './icons.js';
import { t, currentLanguage } from './texts.js';
import { chatOf, get, phonesOf, post, privateRoom, see, unread, world } from './world.js';

// Some two hundred metres to the north-east.
const STEP = 0.0015;
const tabs = h('nav', { class: 'tabs', 'aria-label': 'People' });
const head = h('header', { class: 'chat-head' });
const list = h('div', { class: 'messages', testid: 'private-messages', tabindex: 0 });
const startPanel = h('div', { class: 'start-panel' });
const code = h('input', { testid: 'start-code', class: 'field' });
const below = h('div', { class: 'below' });
const field = composer('private', async (action, order) => {
  toEnd(list); // whoever writes wants to see what comes
  return act(action, order);
});
let shownPerson = null;
let startOpen = false;

export function placePhone(section, redraw) {
  section.append(tabs, h('div', { class: 'phone' }, head, list, startPanel, below));
  placePhone.redraw = redraw;
}

async function act(action, order = {}) {
  return post(`hands/${action}`, { person: world.person.id, room: privateRoom(), ...order });
}

export async function press(action, message, data) {
  const done = await action('press', { message: message.id, text: data });
  if (!done.answered) toast(t('noAnswer'), 'bad');
  else if (done.alert) alertWindow(done.answer);
  else if (done.answer) toast(done.answer);
}

export function drawPhoneFrame() {
  const { person, bot, state } = world;
  tabs.replaceChildren(...phonesOf(state, bot).map(tab), h('button', { class: 'tab add', testid: 'add-person', title: t('addPerson'), 'aria-label': t('addPerson'), onclick: event => addPerson(event.currentTarget) }, '+'));
  if (!person || !bot) return;
  const chat = chatOf(person);
  fill(head, avatar({ first_name: bot.name, is_bot: true, id: bot.id }),
    h('div', { class: 'who' }, h('b', {}, `@${bot.username}`), h('small', {}, nameOf(person), person.username ? ` · @${person.username}` : '', person.language_code ? ` · ${person.language_code}` : '')),
    chat?.started && h('button', { class: 'quiet', testid: 'private-start-toggle', onclick: toggleStart }, `▶ ${t('start')}`),
    h('button', { class: 'quiet', testid: 'private-block', title: t(chat?.blocked ? 'unblock' : 'block'), 'aria-label': t(chat?.blocked ? 'unblock' : 'block'), onclick: () => act(chat?.blocked ? 'unblock' : 'block') }, icon(chat?.blocked ? 'unlock' : 'block')));
  if (shownPerson !== privateRoom()) {
    shownPerson = privateRoom();
    startOpen = false;
    code.value = person.inviteCode ?? '';
    field.release();
    list.replaceChildren();
  }
  drawStart(chat);
  drawBelow(chat);
  field.speak();
}

function tab(person) {
  const chat = chatOf(person);
  const chosen = person.id === world.person.id;
  const fresh = !chosen && unread(`p${world.bot.id}:${person.id}`, chat?.last);
  return h('button', { class: `tab ${chosen ? 'chosen' : ''}`, testid: `person-tab-${person.id}`, 'aria-pressed': chosen, onclick: () => { world.person = person; placePhone.redraw(); } },
    avatar(person), h('span', { class: 'tab-name' }, person.first_name, h('small', {}, person.inviteCode ?? (codesAreUsed() ? t('noCode') : t(person.note ?? '')))), fresh ? h('i', { class: 'dot', testid: 'unread' }) : null);
}

const codesAreUsed = () => phonesOf(world.state, world.bot).some(each => each.inviteCode);

function toggleStart() {
  startOpen = !startOpen;
  drawStart(chatOf(world.person));
}

function drawStart(chat) {
  const open = !chat?.blocked && (startOpen || !chat?.started);
  startPanel.hidden = !open;
  if (!open) return;
  code.placeholder = t('startCode');
  const sent = h('code', {}, startText());
  code.oninput = () => { sent.textContent = startText(); };
  const focused = document.activeElement === code;
  startPanel.replaceChildren(h('p', {}, t(codesAreUsed() ? 'startHint' : 'plainStartHint'), ' ', sent),
    h('div', { class: 'line' }, codesAreUsed() ? code : null, h('button', { class: 'primary', testid: 'private-start', onclick: start }, `▶ ${t('start')}`)));
  if (focused) code.focus();
}

const startText = () => `/start ${code.value.trim()}`.trim();

async function start() {
  startOpen = false;
  const payload = code.value.trim();
  await (payload ? act('start', { text: payload }) : act('write', { text: '/start' }));
}

function drawBelow(chat) {
  if (chat?.blocked) {
    below.replaceChildren(h('div', { class: 'blocked' }, h('span', {}, t('blocked')), h('button', { class: 'primary', testid: 'private-unblock', onclick: () => act('unblock') }, t('unblock'))));
    return;
  }
  if (below.firstChild !== field.element) below.replaceChildren(field.element);
  while (field.element.nextSibling) field.element.nextSibling.remove();
  if (chat?.keyboard) below.append(keyboard(chat.keyboard));
}

function keyboard(markup) {
  return h('div', { class: 'reply-keyboard' }, markup.keyboard.map(row => h('div', { class: 'row' }, row.map(button => {
    const text = button.text ?? button;
    return h('button', { testid: 'keyboard-button', onclick: () => act('tap', { text }) },
      button.request_contact ? icon('person') : button.request_location ? icon('place') : null, text);
  }))));
}

export async function drawPhoneMessages() {
  if (!world.person || !world.bot) return;
  const person = world.person;
  const messages = await get(`messages?room=${privateRoom()}`);
  if (person.id !== world.person.id) return;
  const first = !list.childElementCount;
  drawMessages(list, messages, {
    viewer: person.id + currentLanguage(), mine: message => message.from.id === person.id, showNames: false,
    press: (message, data) => press(act, message, data), reply: field.reply, edit: field.edit,
    react: (message, emoji) => act('react', { message: message.id, text: emoji }), remove: message => act('delete', { message: message.id }),
    move: message => act('move', { message: message.id, latitude: message.content.location.latitude + STEP, longitude: message.content.location.longitude + STEP }),
    command: text => act('write', { text }),
  }, t('emptyChat'));
  if (first) toEnd(list);
  see(`p${world.bot.id}:${person.id}`, messages.at(-1)?.id);
}

function addPerson(anchor) {
  const name = h('input', { class: 'field', testid: 'new-person-name', placeholder: t('name') });
  const username = h('input', { class: 'field', testid: 'new-person-username', placeholder: t('username') });
  const language = h('select', { class: 'field', testid: 'new-person-language', 'aria-label': t('language') }, h('option', { value: 'ru' }, 'ru'), h('option', { value: 'en' }, 'en'));
  const add = async () => {
    if (!name.value.trim()) return name.focus();
    const made = await post('people', { first_name: name.value, username: username.value.trim().replace(/^@/, '') || null, language_code: language.value });
    world.person = { id: made.id };
    placePhone.redraw();
  };
  popover(anchor, h('div', { class: 'form' }, h('b', {}, t('addPerson')), name, username, language, h('button', { class: 'primary', testid: 'new-person-add', 'data-closes': true, onclick: add }, t('add'))));
  name.focus();
}
