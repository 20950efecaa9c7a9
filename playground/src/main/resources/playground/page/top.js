// The top bar: the bot's connection, limits, faults, language.
import { fill, h, popover } from './dom.js';
import { icon } from './icons.js';
import { currentLanguage, switchLanguage, t } from './texts.js';
import { isConnected, post, world } from './world.js';

const KINDS = ['TOO_MANY_REQUESTS', 'SERVER_ERROR', 'BAD_GATEWAY', 'SILENCE', 'SILENCE_AFTER', 'CLOSE'];

export function drawTop(bar, redraw) {
  const { state } = world;
  const faults = state.faults;
  fill(bar,
    h('img', { src: 'icon.svg', alt: '', class: 'logo' }), h('div', { class: 'brand' }, h('b', {}, 'Otklik'), h('small', {}, t('subtitle'))),
    h('div', { class: 'bots' }, state.bots.map(bot => connection(bot, redraw))),
    h('span', { class: 'space' }),
    state.refused ? h('span', { class: 'chip warn', testid: 'refused' }, `${t('refused')}: ${state.refused}`) : null,
    h('label', { class: 'switch', title: t('limitsHint') }, h('input', { type: 'checkbox', testid: 'limits-toggle', checked: state.limits, onchange: event => post('limits', { on: event.target.checked }) }), h('i'), t('limits')),
    h('button', { class: `quiet ${faults.length ? 'danger on' : ''}`, testid: 'faults-toggle', onclick: event => faultPanel(event.currentTarget) },
      icon('bolt'), t('faults'), faults.length ? ` · ${faults.length}` : ''),
    h('button', { class: 'quiet', testid: 'language-switch', onclick: () => { switchLanguage(); redraw(); } }, currentLanguage() === 'ru' ? 'EN' : 'RU'));
}

// The state of a bot; pressed, it shows that bot's people and groups.
function connection(bot, redraw) {
  const alive = isConnected(bot);
  const how = bot.webhook ? `${t('connected')}: ${t('webhook')}` : alive ? `${t('connected')}: getUpdates` : t('away');
  const choose = () => { world.bot = bot; redraw(); };
  return h('button', { class: `chip ${alive ? 'good' : 'bad'}`, testid: 'connection-status', 'data-bot': bot.username, 'aria-pressed': bot.id === world.bot?.id, onclick: choose, title: bot.webhook ?? (bot.polledSecondsAgo >= 0 ? `getUpdates ${bot.polledSecondsAgo} ${t('ago')}` : '') },
    h('i'), bot.name === bot.username ? null : h('b', {}, bot.name), `@${bot.username} · ${how}`, bot.pending ? ` · ${t('pending')} ${bot.pending}` : '');
}

function faultPanel(anchor) {
  const kind = h('select', { class: 'field', testid: 'fault-kind', 'aria-label': t('kind') }, KINDS.map(each => h('option', { value: each }, t(each))));
  const seconds = h('input', { class: 'field number', type: 'number', min: 1, max: 3600, value: 15, testid: 'fault-seconds' });
  const updates = h('input', { type: 'checkbox', testid: 'fault-updates' });
  const begin = () => post('faults', { kind: kind.value, seconds: Number(seconds.value), updates: updates.checked });
  const on = world.state.faults;
  popover(anchor, h('div', { class: 'form wide' }, h('b', {}, t('faultsHint')), kind,
    h('div', { class: 'line' }, seconds, h('span', {}, t('seconds')), h('label', {}, updates, ' ', t('updatesToo'))),
    h('div', { class: 'line' }, h('button', { class: 'primary', testid: 'fault-start', 'data-closes': true, onclick: begin }, t('begin')),
      h('button', { class: 'quiet', testid: 'fault-end', 'data-closes': true, onclick: () => post('faults/end', {}) }, t('endAll'))),
    h('ul', {}, on.length ? on.map(each => h('li', {}, `${t(each.kind)}${each.secondsLeft >= 0 ? ` · ${each.secondsLeft} ${t('seconds')}` : ''}`)) : h('li', { class: 'hint' }, t('none')))));
}
