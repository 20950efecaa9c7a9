// What a message shows besides its words.
import { h } from './dom.js';
import { icon } from './icons.js';
import { t } from './texts.js';

const address = id => `/world/files/${id}`;
const size = bytes => bytes > 1048576 ? `${(bytes / 1048576).toFixed(1)} MB` : bytes > 1024 ? `${Math.round(bytes / 1024)} KB` : `${bytes} B`;
const time = seconds => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

function picture(id, label, className = '') {
  return h('img', { src: address(id), alt: label, class: `picture ${className}`, loading: 'lazy' });
}

function fileLine(sign, title, detail, id) {
  const line = h('span', { class: 'file' }, h('span', { class: 'file-icon' }, icon(sign)),
    h('span', { class: 'file-text' }, h('b', {}, title), h('small', {}, detail)));
  return id ? h('a', { class: 'file-link', href: address(id), download: title }, line) : line;
}

function moving(video, className, round = false) {
  return h('span', { class: `moving ${className}` }, picture(video.thumbnail.file_unique_id, t(className)),
    h('span', { class: 'play' }, icon('play')), h('small', {}, round ? time(video.duration) : `${className === 'animation' ? 'GIF' : time(video.duration)}`));
}

const SHOWN = {
  photo: photo => picture(photo.at(-1).file_unique_id, t('photo')),
  video: video => moving(video, 'video'),
  animation: animation => moving(animation, 'animation'),
  video_note: note => moving(note, 'video_note', true),
  document: file => fileLine('file', file.file_name, size(file.file_size), file.file_unique_id),
  audio: file => fileLine('note', file.title ?? file.file_name, `${file.performer ?? ''} ${time(file.duration)}`, file.file_unique_id),
  voice: voice => h('span', { class: 'voice' }, h('span', { class: 'file-icon' }, icon('play')), wave(), h('small', {}, time(voice.duration))),
  sticker: sticker => h('span', { class: 'sticker', title: t('sticker') }, sticker.emoji ?? '🙂'),
  location: place => map(place, `${place.latitude.toFixed(4)}, ${place.longitude.toFixed(4)}`),
  venue: venue => map(venue.location, venue.title, venue.address),
  contact: contact => fileLine('person', [contact.first_name, contact.last_name].filter(Boolean).join(' '), contact.phone_number),
  poll: poll => h('span', { class: 'poll' }, h('b', {}, poll.question), h('small', {}, t('votes')),
    poll.options.map(option => h('span', { class: 'option' }, h('i'), option.text))),
  checklist: list => h('span', { class: 'poll' }, h('b', {}, list.title), list.tasks.map(task => h('span', {}, task.completion_date ? '☑ ' : '☐ ', task.text))),
  dice: dice => h('span', { class: 'sticker' }, `${dice.emoji} ${dice.value}`),
};

function wave() {
  const bars = h('span', { class: 'wave' });
  for (const height of [5, 9, 14, 8, 16, 11, 6, 13, 18, 9, 5, 12, 15, 7, 10, 17, 8, 5]) {
    const bar = h('i');
    bar.style.height = `${height}px`;
    bars.append(bar);
  }
  return bars;
}

function map(place, title, detail = '') {
  return h('span', { class: 'map' }, h('span', { class: 'ground' }, h('span', { class: 'pin' }, icon('place'))),
    h('span', { class: 'file-text' }, h('b', {}, title), detail ? h('small', {}, detail) : null));
}

export function content(message) {
  const show = SHOWN[message.type];
  if (!show) return null;
  const shown = show(message.content[message.type], message);
  if (message.content.has_media_spoiler) shown.classList.add('covered');
  return shown;
}

export const bare = message => ['sticker', 'dice', 'video_note'].includes(message.type);

export function label(type, text) {
  return text || (type === 'text' ? '' : t(type));
}
