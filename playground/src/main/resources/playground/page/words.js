// Turns a text and its entities into nodes. Only http(s) addresses become links.
import { h } from './dom.js';

const WRAPPERS = {
  bold: () => h('strong'), italic: () => h('em'), underline: () => h('u'), strikethrough: () => h('s'),
  code: () => h('code'), pre: () => h('code', { class: 'pre' }), spoiler: () => h('span', { class: 'spoiler' }),
  blockquote: () => h('span', { class: 'quote-text' }), expandable_blockquote: () => h('span', { class: 'quote-text' }),
  mention: () => h('span', { class: 'link' }), text_mention: () => h('span', { class: 'link' }), hashtag: () => h('span', { class: 'link' }),
  email: () => h('span', { class: 'link' }), phone_number: () => h('span', { class: 'link' }),
};

function wrapper(entity, covered, onCommand) {
  if (entity.type === 'url') return link(covered);
  if (entity.type === 'text_link') return link(entity.url);
  if (entity.type === 'bot_command') return h('span', { class: 'link command', onclick: () => onCommand?.(covered) });
  return (WRAPPERS[entity.type] ?? (() => h('span')))();
}

function link(address) {
  const safe = /^https?:\/\//i.test(address);
  return safe ? h('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }) : h('span', { class: 'link' });
}

export function words(text, entities = [], onCommand = null) {
  const cuts = new Set([0, text.length]);
  for (const each of entities) cuts.add(each.offset).add(each.offset + each.length);
  const edges = [...cuts].filter(at => at <= text.length).sort((a, b) => a - b);
  const nodes = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    let node = document.createTextNode(text.slice(edges[i], edges[i + 1]));
    const covering = entities.filter(each => each.offset <= edges[i] && each.offset + each.length >= edges[i + 1]);
    for (const entity of covering.reverse()) {
      const outer = wrapper(entity, text.slice(entity.offset, entity.offset + entity.length), onCommand);
      outer.append(node);
      node = outer;
    }
    nodes.push(node);
  }
  return nodes;
}
