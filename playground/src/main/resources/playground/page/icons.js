// Signs of the page itself, drawn so that they need no font.
const PATHS = {
  clip: 'M20 11.500l-8.300 8.300a5.500 5.500 0 0 1-7.800-7.800l8.600-8.600a3.700 3.700 0 0 1 5.200 5.200l-8.500 8.500a1.800 1.800 0 0 1-2.600-2.600l7.700-7.700',
  send: 'M4 12l16-8-6 16-3-7z M11 13l9-9',
  pin: 'M9 4h6l-1 7 3 3H7l3-3z M12 14v6',
  lock: 'M6 11h12v9H6z M8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  block: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z M5.600 5.600l12.800 12.800',
  unlock: 'M6 11h12v9H6z M8.500 11V8a3.500 3.500 0 0 1 6.800-1.200',
  bolt: 'M13 3L5 14h6l-1 7 8-11h-6z',
  place: 'M12 21s7-6.500 7-11.500a7 7 0 1 0-14 0C5 14.500 12 21 12 21z M12 7.500a2.200 2.200 0 1 0 0 4.400a2.200 2.200 0 1 0 0-4.400z',
  file: 'M6 3h8l4 4v14H6z M14 3v4h4',
  person: 'M12 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8z M4.500 20c.8-4 4-6 7.500-6s6.700 2 7.500 6',
  note: 'M9 18V6l10-2v12 M9 18a2.500 2.500 0 1 1-5 0a2.500 2.500 0 0 1 5 0z M19 16a2.500 2.500 0 1 1-5 0a2.500 2.500 0 0 1 5 0z',
  play: 'M8 5l11 7-11 7z',
};
const SPACE = 'http://www.w3.org/2000/svg';

export function icon(name) {
  const svg = document.createElementNS(SPACE, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SPACE, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
