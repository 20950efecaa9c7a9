// Puts the page together and keeps it fresh.
import { drawGroupFrame, drawGroupMessages, placeGroup } from './group.js';
import { drawPhoneFrame, drawPhoneMessages, placePhone } from './phone.js';
import { drawTop } from './top.js';
import { currentLanguage } from './texts.js';
import { listen, privateRoom, refreshState, world } from './world.js';

const STATUS_PERIOD = 15000;
const bar = document.getElementById('top');

async function draw(changed = null) {
  await refreshState();
  drawTop(bar, () => draw());
  const phone = !changed || changed.has(privateRoom());
  const group = !changed || changed.has(world.group?.room);
  drawPhoneFrame();
  drawGroupFrame();
  await Promise.all([phone ? drawPhoneMessages() : null, group ? drawGroupMessages() : null]);
  if (phone || group) {
    drawPhoneFrame();
    drawGroupFrame();
  }
}

document.documentElement.lang = currentLanguage();
placePhone(document.getElementById('phone'), () => draw());
placeGroup(document.getElementById('group'), () => draw());
listen(changed => draw(changed));
setInterval(async () => { await refreshState(); drawTop(bar, () => draw()); }, STATUS_PERIOD);
