// Lists of messages: bubbles, albums, service lines; only what has changed is drawn anew.
import { avatar, color, h, nameOf, popover } from './dom.js';
import { bare, content, label } from './contents.js';
import { icon } from './icons.js';
import { clockTime, t } from './texts.js';
import { words } from './words.js';

const EMOJI = ['👍', '👎', '❤', '🔥', '🎉', '👌', '🤷', '😢', '🙏', '👀'];

// How a list treats its messages: whose side they stand on, and what may be done with them.
// { mine(message), showNames, press, reply, edit, react, remove, move, command }
export function drawMessages(list, messages, rules, empty) {
  const stuck = list.scrollHeight - list.scrollTop - list.clientHeight < 60 || !list.childElementCount;
  const old = new Map([...list.children].map(child => [child.dataset.key, child]));
  const fresh = groups(messages, rules).map(group => {
    const key = JSON.stringify([group.map(message => ({ ...message })), rules.viewer]);
    const kept = old.get(key);
    return kept ?? keyed(bubble(group, rules), key);
  });
  if (!fresh.length) fresh.push(keyed(h('div', { class: 'empty' }, empty), empty));
  list.replaceChildren(...fresh);
  if (stuck) toEnd(list);
}

export function toEnd(list) {
  list.scrollTop = list.scrollHeight;
  list.querySelectorAll('img').forEach(image => image.complete || image.addEventListener('load', () => { list.scrollTop = list.scrollHeight; }, { once: true }));
}

function keyed(element, key) {
  element.dataset.key = key;
  return element;
}

function groups(messages) {
  const all = [];
  for (const message of messages) {
    const last = all.at(-1);
    if (message.album && last?.[0].album === message.album) last.push(message);
    else all.push([message]);
  }
  return all;
}

function bubble(group, rules) {
  const first = group[0];
  if (first.service) return h('div', { class: 'service' }, h('span', {}, serviceText(first)));
  const mine = rules.mine(first);
  const box = h('div', { class: `bubble ${group.length === 1 && bare(first) ? 'bare' : ''}` });
  if (rules.showNames && !mine) {
    const name = h('b', { class: 'author' }, nameOf(first.from));
    name.style.color = first.from.is_bot ? '#2b7fd4' : color(first.from.id);
    box.append(name);
  }
  if (first.forwarded) box.append(h('small', { class: 'forwarded' }, t('forwarded')));
  if (first.reply) box.append(quote(first.reply, first.quote));
  if (group.length > 1) box.append(h('span', { class: `album of-${Math.min(group.length, 4)}` }, group.map(content)));
  else if (first.type !== 'text') box.append(content(first) ?? h('em', {}, first.type));
  box.append(...texts(group, rules), foot(group, mine));
  const actions = tools(group, mine, rules);
  const column = h('div', { class: 'column' }, h('div', { class: 'with-tools' }, box, actions), buttons(first, rules), reactions(group, rules));
  return h('article', { class: `message ${mine ? 'mine' : 'theirs'}`, testid: 'message', 'data-message-id': first.id, 'data-type': first.type },
    rules.showNames && !mine ? avatar(first.from, 'small') : null, column);
}

function texts(group, rules) {
  return group.filter(message => message.content.text || message.content.caption).map(message => {
    const text = message.content.text ?? message.content.caption;
    const entities = message.content.entities ?? message.content.caption_entities;
    return h('span', { class: 'text', testid: 'message-text' }, words(text, entities, rules.command));
  });
}

function foot(group, mine) {
  const message = group.at(-1);
  return h('span', { class: 'foot' }, message.pinned ? icon('pin') : null, group.some(each => each.edited) ? `${t('edited')} ` : '', clockTime(message.date), mine ? ' ✓' : '');
}

function quote(reply, part) {
  return h('span', { class: 'quote' }, h('b', {}, reply.from), h('span', {}, part ? `«${part}»` : label(reply.type, reply.text)));
}

function buttons(message, rules) {
  if (!message.buttons) return null;
  return h('div', { class: 'buttons' }, message.buttons.map(row => h('div', { class: 'row' }, row.map(button => {
    const press = h('button', { testid: 'inline-button', 'data-data': button.callback_data, class: button.style ?? '' }, button.text, button.url ? ' ↗' : '');
    press.addEventListener('click', async () => {
      if (button.url) {
        if (/^https?:\/\//i.test(button.url)) window.open(button.url, '_blank', 'noopener,noreferrer');
        return;
      }
      press.classList.add('waiting');
      try {
        await rules.press(message, button.callback_data ?? button.text);
      } finally {
        press.classList.remove('waiting');
      }
    });
    return press;
  }))));
}

function reactions(group, rules) {
  const list = group.flatMap(message => message.reactions);
  if (!list.length) return null;
  const counts = new Map();
  for (const each of list) counts.set(each.emoji, (counts.get(each.emoji) ?? 0) + 1);
  const own = new Set(list.filter(each => each.by === rules.viewer).map(each => each.emoji));
  return h('div', { class: 'reactions', testid: 'reactions' }, [...counts].map(([emoji, count]) =>
    h('button', { class: own.has(emoji) ? 'own' : '', onclick: () => rules.react(group[0], own.has(emoji) ? '' : emoji) }, emoji, count > 1 ? ` ${count}` : '')));
}

function tools(group, mine, rules) {
  const message = group[0];
  const tool = (id, sign, act) => h('button', { testid: `action-${id}`, title: t(id === 'delete' ? 'del' : id), 'aria-label': t(id === 'delete' ? 'del' : id), onclick: act }, sign);
  return h('span', { class: 'tools' },
    tool('reply', '↩', () => rules.reply(message)),
    tool('react', '☺', event => popover(event.currentTarget, h('div', { class: 'emoji' }, EMOJI.map(emoji =>
      h('button', { testid: `react-${emoji}`, 'data-closes': true, onclick: () => rules.react(message, emoji) }, emoji))))),
    mine && rules.move && message.content.location?.live_period ? tool('move', '➶', () => rules.move(message)) : null,
    mine ? tool('edit', '✎', () => rules.edit(group.find(each => each.content.text || each.content.caption) ?? message)) : null,
    mine ? tool('delete', '✕', () => rules.remove(message)) : null);
}

function serviceText(message) {
  const value = message.content[message.type];
  const who = message.type === 'new_chat_members' ? value.map(nameOf).join(', ') : message.type === 'left_chat_member' ? nameOf(value) : nameOf(message.from);
  const what = value?.name ? ` «${value.name}»` : '';
  return `${who} ${t(message.type)}${what}`;
}
