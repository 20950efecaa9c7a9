// Puts the page together and keeps it fresh.
import { drawGroupFrame, drawGroupMessages, placeGroup } from './group.js';
import { drawPhoneFrame, drawPhoneMessages, placePhone } from './phone.js';
import { drawTop } from './top.js';
import { currentLanguage } from './texts.js';
import { listen, privateRoom, refreshState, world } from './world.js';

const STATUS_PERIOD = 15000;
const bar = document.getElementById('top');
const waiting = new Set();
let everything = false;
let drawing = false;

// Draws one picture at a time; what changes meanwhile is drawn in the next one, and so is what failed to be drawn.
async function draw(changed = null) {
  if (changed) changed.forEach(room => waiting.add(room));
  else everything = true;
  if (drawing) return;
  drawing = true;
  try {
    while (everything || waiting.size) {
      const rooms = everything ? null : new Set(waiting);
      everything = false;
      waiting.clear();
      await picture(rooms);
    }
  } catch (failure) {
    everything = true;
    throw failure;
  } finally {
    drawing = false;
  }
}

async function picture(rooms) {
  await refreshState();
  drawFrames();
  const phone = !rooms || rooms.has(privateRoom());
  const group = !rooms || rooms.has(world.group?.room);
  await Promise.all([phone ? drawPhoneMessages() : null, group ? drawGroupMessages() : null]);
  if (phone || group) drawFrames();
}

function drawFrames() {
  drawTop(bar, () => draw());
  drawPhoneFrame();
  drawGroupFrame();
}

document.documentElement.lang = currentLanguage();
placePhone(document.getElementById('phone'), () => draw());
placeGroup(document.getElementById('group'), () => draw());
listen(draw);
setInterval(() => draw(new Set([''])), STATUS_PERIOD);
