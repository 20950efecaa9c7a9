// The right side: the operators' group with its topics.
import { color, fill, h, nameOf, popover } from './dom.js';
import { composer } from './composer.js';
import { drawMessages, toEnd } from './bubbles.js';
import { label } from './contents.js';
import { icon } from './icons.js';
import { press } from './phone.js';
import { t, currentLanguage } from './texts.js';
import { get, groupsOf, post, see, unread, world } from './world.js';
import { words } from './words.js';

const topics = h('div', { class: 'topics', testid: 'topics' });
const head = h('header', { class: 'chat-head' });
const pinned = h('div', { class: 'pinned', testid: 'pinned-card', hidden: true });
const list = h('div', { class: 'messages', testid: 'topic-messages', tabindex: 0 });
const author = h('div', { class: 'author-line' });
const field = composer('group', async (action, order) => {
  toEnd(list);
  return act(action, order);
});
let shown = null;

export function placeGroup(section, redraw) {
  section.append(h('aside', {}, h('header', { class: 'aside-head' }), topics), h('div', { class: 'chat' }, head, pinned, list, author, field.element));
  placeGroup.redraw = redraw;
}

async function act(action, order = {}) {
  return post(`hands/${action}`, { person: world.operator.id, room: world.group.room, thread: world.thread, anonymous: Boolean(world.anonymous), ...order });
}

export function drawGroupFrame() {
  const { group, state } = world;
  if (!group) return;
  const groups = groupsOf(state, world.bot);
  fill(document.querySelector('.aside-head'),
    groups.length > 1
      ? h('select', { class: 'field', testid: 'group-select', onchange: event => { world.group = groups.find(each => each.id === Number(event.target.value)); world.thread = 0; placeGroup.redraw(); } },
        groups.map(each => h('option', { value: each.id, selected: each.id === group.id }, each.title)))
      : h('b', {}, group.title),
    group.forum ? h('button', { class: 'quiet', testid: 'new-topic', title: t('newTopic'), 'aria-label': t('newTopic'), onclick: event => newTopic(event.currentTarget) }, '+') : null);
  drawTopics(group);
  drawHead(group);
  drawAuthor(group);
  field.speak();
  const place = `${group.id}/${world.thread}`;
  if (shown !== place) {
    shown = place;
    field.release();
    list.replaceChildren();
  }
}

function drawTopics(group) {
  const sorted = [...group.topics].sort((a, b) => a.closed - b.closed || b.last - a.last);
  topics.replaceChildren(topicItem(group, { id: 0, name: wholeName(group), last: group.general.last }), ...sorted.map(topic => topicItem(group, topic)),
    ...(sorted.length || !group.forum ? [] : [h('p', { class: 'hint' }, t('noTopics'))]));
}

function topicItem(group, topic) {
  const chosen = topic.id === world.thread;
  const fresh = !chosen && unread(`g${group.id}/${topic.id}`, topic.last);
  const sign = h('span', { class: 'topic-sign' }, topic.id ? signOf(topic.name) : '#');
  if (topic.id) sign.style.background = color(topic.id);
  return h('button', { class: `topic ${chosen ? 'chosen' : ''} ${topic.closed ? 'closed' : ''}`, testid: `topic-item-${topic.id}`, 'data-name': topic.name, onclick: () => { world.thread = topic.id; placeGroup.redraw(); } },
    sign, h('span', { class: 'topic-text' }, h('b', {}, topic.closed ? icon('lock') : null, topic.name), topic.type ? h('small', {}, label(topic.type, topic.snippet)) : null),
    fresh ? h('i', { class: 'dot', testid: 'unread' }) : null);
}

const wholeName = group => t(group.forum ? 'general' : 'everyone');

// The number of a numbered topic, otherwise its first letter.
const signOf = name => name.match(/^#0*(\d{1,4})/)?.[1] ?? [...name][0].toUpperCase();

function drawHead(group) {
  const topic = group.topics.find(each => each.id === world.thread);
  head.replaceChildren(h('div', { class: 'who' }, h('b', { testid: 'topic-name' }, topic?.name ?? wholeName(group)), h('small', {}, group.title, topic?.closed ? ` · ${t('closed')}` : '')),
    ...(topic ? [
      h('button', { class: 'quiet', testid: 'topic-close', onclick: () => act(topic.closed ? 'reopen-topic' : 'close-topic') }, t(topic.closed ? 'reopen' : 'close')),
      h('button', { class: 'quiet danger', testid: 'topic-delete', onclick: () => act('delete-topic') }, t('remove')),
    ] : []));
}

function drawAuthor(group) {
  const select = h('select', { class: 'field', testid: 'operator-select', onchange: event => {
    world.anonymous = event.target.value === 'anonymous';
    if (!world.anonymous) world.operator = group.members.find(each => each.id === Number(event.target.value));
    placeGroup.redraw();
  } }, group.members.map(each => h('option', { value: each.id, selected: !world.anonymous && each.id === world.operator?.id }, nameOf(each), each.note ? ` — ${t(each.note)}` : '')),
    h('option', { value: 'anonymous', selected: Boolean(world.anonymous) }, t('anonymous')));
  author.replaceChildren(h('label', {}, t('as'), ' ', select));
}

export async function drawGroupMessages() {
  const { group, thread } = world;
  if (!group) return;
  const messages = await get(`messages?room=${group.room}&thread=${thread}`);
  if (group.id !== world.group.id || thread !== world.thread) return;
  const first = !list.childElementCount;
  const operator = world.operator;
  drawMessages(list, messages, {
    viewer: operator.id + currentLanguage(), mine: message => message.from.id === operator.id, showNames: true,
    press: (message, data) => press(act, message, data), reply: field.reply, edit: field.edit,
    react: (message, emoji) => act('react', { message: message.id, text: emoji }), remove: message => act('delete', { message: message.id }),
    command: null,
  }, t('emptyTopic'));
  if (first) toEnd(list);
  drawPinned(messages.filter(message => message.pinned && !message.service).at(-1));
  see(`g${group.id}/${thread}`, messages.at(-1)?.id);
}

function drawPinned(message) {
  pinned.hidden = !message;
  if (!message) return;
  const text = message.content.text ?? message.content.caption ?? '';
  const open = pinned.classList.contains('open');
  pinned.replaceChildren(h('span', { class: 'pin-mark' }, icon('pin')), h('div', { class: 'pinned-text' }, h('b', {}, t('pinned')), h('span', {}, open ? words(text, message.content.entities) : label(message.type, text.split('\n').slice(0, 2).join(' · ')))));
  pinned.onclick = () => {
    pinned.classList.toggle('open');
    drawPinned(message);
  };
}

function newTopic(anchor) {
  const name = h('input', { class: 'field', testid: 'new-topic-name', placeholder: t('newTopicName') });
  const add = async () => {
    const made = await act('create-topic', { text: name.value });
    world.thread = made.thread;
    placeGroup.redraw();
  };
  popover(anchor, h('div', { class: 'form' }, h('b', {}, t('newTopic')), name, h('button', { class: 'primary', testid: 'new-topic-add', 'data-closes': true, onclick: add }, t('add'))));
  name.focus();
}
