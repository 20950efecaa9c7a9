// The field under a chat: writing, answering, editing, attaching. One for the phone, one for the group.
import { fill, h, popover } from './dom.js';
import { label } from './contents.js';
import { icon } from './icons.js';
import { t } from './texts.js';

const MEDIA = { photo: '🖼', album: '🗂', video: '🎬', document: '📄', voice: '🎙', video_note: '⭕', sticker: '👋', location: '📍', live_location: '📡', venue: '🏛', contact: '👤', poll: '📊', checklist: '☑', spoiler: '🙈', forward: '↪', dice: '🎲' };

// act(action, order) does it; the place is 'private' or 'group' and names the test ids.
export function composer(place, act) {
  let target = null;
  const input = h('textarea', { rows: 1, testid: `${place}-input`, class: 'input' });
  const banner = h('div', { class: 'banner', hidden: true });
  const attach = h('button', { class: 'round', testid: `attach-${place}`, type: 'button' }, icon('clip'));
  const send = h('button', { class: 'round send', testid: `${place}-send`, type: 'button' }, icon('send'));
  const element = h('div', { class: 'composer' }, banner, h('div', { class: 'line' }, attach, input, send));

  function aim(kind, message) {
    // What is selected of a message is the part that is answered.
    const chosen = kind === 'reply' ? String(window.getSelection()).trim() : '';
    const whole = message.content.text ?? message.content.caption ?? '';
    target = { kind, message, quote: chosen && whole.includes(chosen) ? chosen : '' };
    const text = message.content.text ?? message.content.caption ?? '';
    fill(banner, h('span', {}, h('b', {}, t(kind === 'edit' ? 'editing' : 'replying')), ' ', target.quote ? `«${target.quote}»` : label(message.type, text)),
      h('button', { testid: `${place}-cancel`, title: t('cancel'), 'aria-label': t('cancel'), onclick: release }, '✕'));
    banner.hidden = false;
    if (kind === 'edit') input.value = text;
    fit();
    input.focus();
  }

  function release() {
    if (target?.kind === 'edit') input.value = '';
    target = null;
    banner.hidden = true;
    fit();
  }

  function fit() {
    input.style.height = 'auto';
    if (!input.isConnected || !input.value) return;
    input.style.height = `${Math.min(input.scrollHeight, 140)}px`;
  }

  async function submit() {
    const text = input.value;
    if (!text.trim()) return;
    const { kind, message, quote } = target ?? {};
    input.value = '';
    release();
    try {
      if (kind === 'edit') await act('edit', { message: message.id, text });
      else await act('write', { message: message?.id ?? 0, text, ...(quote ? { quote } : {}) });
    } catch (refused) {
      input.value ||= text; // nothing that was typed is lost
      fit();
      console.warn(refused);
    }
    input.focus();
  }

  async function sendMedia(media) {
    const order = { message: target?.kind === 'reply' ? target.message.id : 0, text: input.value.trim() };
    input.value = '';
    release();
    if (media === 'forward') {
      await act('forward', { text: order.text || t('forwardText'), from: { type: 'person', name: t('forwardName') } });
      return;
    }
    await (media === 'album' ? act('album', order) : act('send', { ...order, media, question: t(media === 'checklist' ? 'listTitle' : 'pollQuestion'), options: media === 'checklist' ? [t('listDone'), t('listOpen')] : [t('yes'), t('no')], name: t('fileName') }));
  }

  input.addEventListener('input', fit);
  input.addEventListener('keydown', event => {
    if (event.key === 'Escape') release();
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  send.addEventListener('click', submit);
  attach.addEventListener('click', () => popover(attach, h('div', { class: 'menu' }, Object.entries(MEDIA).map(([media, sign]) =>
    h('button', { testid: `attach-${place}-${media}`, 'data-closes': true, onclick: () => sendMedia(media) }, h('i', {}, sign), t(media))))));

  return {
    element, release,
    reply: message => aim('reply', message),
    edit: message => aim('edit', message),
    speak() {
      input.placeholder = t('write');
      attach.title = t('attach');
      send.title = t('send');
      attach.setAttribute('aria-label', t('attach'));
      send.setAttribute('aria-label', t('send'));
    },
  };
}
