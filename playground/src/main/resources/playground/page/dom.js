// Builds elements. Text goes in as text only: what people write is never parsed as HTML.
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'class') element.className = value;
    else if (name === 'testid') element.dataset.testid = value;
    else if (name === 'value') element.value = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...present(children));
  return element;
}

const present = children => children.flat().filter(child => child !== null && child !== undefined && child !== false);

// Puts these children, and no others, into the element.
export const fill = (element, ...children) => element.replaceChildren(...present(children));

const COLORS = ['#e17076', '#7bc862', '#65aadd', '#a695e7', '#ee7aae', '#6ec9cb', '#faa774'];
export const color = id => COLORS[Math.abs(id) % COLORS.length];

export function avatar(account, size = '') {
  const circle = h('span', { class: `avatar ${size}`, 'aria-hidden': 'true' }, [...(account.first_name || '?')][0].toUpperCase());
  circle.style.background = account.is_bot ? '#2b7fd4' : color(account.id);
  return circle;
}

export const nameOf = account => account.is_bot && account.username ? account.username : [account.first_name, account.last_name].filter(Boolean).join(' ');

export function toast(text, kind = '') {
  const note = h('div', { class: `toast ${kind}`, testid: 'toast', role: 'status' }, text);
  document.getElementById('toasts').append(note);
  setTimeout(() => note.classList.add('leaving'), 4200);
  setTimeout(() => note.remove(), 4600);
}

export function alertWindow(text) {
  const window = h('dialog', { class: 'alert', testid: 'alert' }, h('p', {}, text),
    h('button', { class: 'primary', onclick: () => window.close() }, 'OK'));
  window.addEventListener('close', () => window.remove());
  document.body.append(window);
  window.showModal();
}

// A small window that opens beside a button and closes on a click elsewhere.
export function popover(anchor, content) {
  document.querySelectorAll('.popover').forEach(old => old.remove());
  const box = h('div', { class: 'popover' }, content);
  document.body.append(box);
  const at = anchor.getBoundingClientRect();
  const up = at.top > window.innerHeight / 2;
  box.style.left = `${Math.max(8, Math.min(at.left, window.innerWidth - box.offsetWidth - 8))}px`;
  box.style.top = `${up ? at.top - box.offsetHeight - 6 : at.bottom + 6}px`;
  const away = event => {
    if (box.contains(event.target) && !event.target.closest('[data-closes]')) return;
    box.remove();
    document.removeEventListener('click', away);
  };
  setTimeout(() => document.addEventListener('click', away));
  return box;
}
