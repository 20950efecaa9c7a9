// Every word of the page, in both languages.
const ru = {
  subtitle: 'Telegram на этой машине',
  group: 'Группа операторов', general: 'General', everyone: 'Общий чат', noTopics: 'Тем пока нет. Они появятся, когда человек отправит обращение.',
  write: 'Сообщение…', send: 'Отправить', attach: 'Прикрепить', start: 'Старт', startCode: 'код приглашения', startHint: 'Человек приходит по ссылке с кодом. Нажмите «Старт»: бот получит',
  plainStartHint: 'Человек открывает бота. Нажмите «Старт»: бот получит', noCode: 'без кода', block: 'Заблокировать бота', unblock: 'Разблокировать бота', blocked: 'Бот заблокирован этим человеком',
  as: 'Пишу как', anonymous: 'анонимный администратор', close: 'Закрыть', reopen: 'Открыть', remove: 'Удалить', newTopic: 'Новая тема', newTopicName: 'Название темы', closed: 'закрыта',
  edited: 'изменено', reply: 'Ответить', react: 'Реакция', edit: 'Изменить', del: 'Удалить', cancel: 'Отменить', replying: 'Ответ', editing: 'Изменение',
  addPerson: 'Новый человек', name: 'Имя', username: 'username (можно пусто)', language: 'Язык', add: 'Добавить',
  photo: 'Фото', album: 'Альбом из 3 фото', video: 'Видео', document: 'Документ', voice: 'Голосовое', video_note: 'Видеосообщение', sticker: 'Стикер', location: 'Геопозиция', live_location: 'Трансляция геопозиции', move: 'Переместиться', venue: 'Место', contact: 'Контакт', poll: 'Опрос', checklist: 'Список дел', spoiler: 'Фото под спойлером', forward: 'Пересланное сообщение', forwardText: 'Переведите 500 на карту', forwardName: 'Продавец', listTitle: 'Не работает', listDone: 'лифт', listOpen: 'домофон', dice: 'Кубик', audio: 'Аудио', animation: 'Анимация', text: 'Сообщение',
  faults: 'Неполадки', faultsHint: 'Что сломать в ответах Telegram боту', kind: 'Что', seconds: 'секунд', begin: 'Начать', endAll: 'Прекратить всё', updatesToo: 'и getUpdates', none: 'Сейчас всё исправно',
  TOO_MANY_REQUESTS: '429 Слишком много запросов', SERVER_ERROR: '500 Ошибка сервера', BAD_GATEWAY: '502 HTML от шлюза', SILENCE: 'Молчание: запрос пропал', SILENCE_AFTER: 'Молчание: выполнено, но ответа нет', CLOSE: 'Обрыв соединения',
  limits: 'Лимиты', limitsHint: '20 операций в минуту на группу, 30 отправок в секунду на бота', refused: 'отказов 429',
  connected: 'бот на связи', webhook: 'вебхук', away: 'бот не подключён', gone: 'Песочница не отвечает. Запустите её снова: ./otklik run', pending: 'в очереди', ago: 'с назад',
  noAnswer: 'Бот не ответил на нажатие', pinned: 'Закреплено', emptyChat: 'Здесь пока пусто', emptyTopic: 'В этой теме пока пусто',
  forum_topic_created: 'создал(а) тему', forum_topic_edited: 'переименовал(а) тему', forum_topic_closed: 'закрыл(а) тему', forum_topic_reopened: 'открыл(а) тему', pinned_message: 'закрепил(а) сообщение', new_chat_members: 'в группе', left_chat_member: 'вышел(ла) из группы', migrate_to_chat_id: 'группа стала супергруппой', migrate_from_chat_id: 'супергруппа создана из группы',
  forwarded: 'переслано', operator: 'оператор', outsider: 'посторонний', coordinator: 'координатор', 'chat admin': 'админ чата', 'asks for help': 'просит о помощи', helps: 'помогает', votes: 'анонимный опрос', pollQuestion: 'Удобно созвониться сегодня?', yes: 'Да', no: 'Нет', fileName: 'отчёт.txt',
};
const en = {
  subtitle: 'Telegram on this machine',
  group: "Operators' group", general: 'General', everyone: 'The whole chat', noTopics: 'No topics yet. They appear when a person opens a ticket.',
  write: 'Message…', send: 'Send', attach: 'Attach', start: 'Start', startCode: 'invite code', startHint: 'A person comes by a link with a code. Press “Start” and the bot receives',
  plainStartHint: 'A person opens the bot. Press “Start” and the bot receives', noCode: 'no code', block: 'Block the bot', unblock: 'Unblock the bot', blocked: 'This person has blocked the bot',
  as: 'Writing as', anonymous: 'anonymous administrator', close: 'Close', reopen: 'Reopen', remove: 'Delete', newTopic: 'New topic', newTopicName: 'Name of the topic', closed: 'closed',
  edited: 'edited', reply: 'Reply', react: 'React', edit: 'Edit', del: 'Delete', cancel: 'Cancel', replying: 'Reply', editing: 'Editing',
  addPerson: 'New person', name: 'Name', username: 'username (may be empty)', language: 'Language', add: 'Add',
  photo: 'Photo', album: 'Album of 3 photos', video: 'Video', document: 'Document', voice: 'Voice note', video_note: 'Video note', sticker: 'Sticker', location: 'Location', live_location: 'Live location', move: 'Move on', venue: 'Venue', contact: 'Contact', poll: 'Poll', checklist: 'Checklist', spoiler: 'Photo under a spoiler', forward: 'Forwarded message', forwardText: 'Send 500 to this card', forwardName: 'Seller', listTitle: 'Out of order', listDone: 'the lift', listOpen: 'the intercom', dice: 'Dice', audio: 'Audio', animation: 'Animation', text: 'Message',
  faults: 'Faults', faultsHint: "What to break in Telegram's answers to the bot", kind: 'What', seconds: 'seconds', begin: 'Start', endAll: 'End all', updatesToo: 'getUpdates too', none: 'Everything works now',
  TOO_MANY_REQUESTS: '429 Too many requests', SERVER_ERROR: '500 Server error', BAD_GATEWAY: '502 HTML of a gateway', SILENCE: 'Silence: the call is lost', SILENCE_AFTER: 'Silence: done, but no answer', CLOSE: 'Connection closed',
  limits: 'Limits', limitsHint: '20 operations a minute for a group, 30 sends a second for a bot', refused: 'refused with 429',
  connected: 'bot is connected', webhook: 'webhook', away: 'bot is not connected', gone: 'The playground doesn’t answer. Start it again: ./otklik run', pending: 'queued', ago: 's ago',
  noAnswer: 'The bot did not answer the button', pinned: 'Pinned', emptyChat: 'Nothing here yet', emptyTopic: 'Nothing in this topic yet',
  forum_topic_created: 'created the topic', forum_topic_edited: 'renamed the topic', forum_topic_closed: 'closed the topic', forum_topic_reopened: 'reopened the topic', pinned_message: 'pinned a message', new_chat_members: 'in the group', left_chat_member: 'left the group', migrate_to_chat_id: 'the group became a supergroup', migrate_from_chat_id: 'the supergroup was made of a group',
  forwarded: 'forwarded', operator: 'operator', outsider: 'outsider', coordinator: 'coordinator', 'chat admin': 'chat admin', 'asks for help': 'asks for help', helps: 'helps', votes: 'anonymous poll', pollQuestion: 'Shall we have a call today?', yes: 'Yes', no: 'No', fileName: 'report.txt',
};
const all = { ru, en };
let language = localStorage.getItem('language') === 'en' ? 'en' : 'ru';

export const t = key => all[language][key] ?? key;
export const clockTime = seconds => new Date(seconds * 1000).toLocaleTimeString(language === 'ru' ? 'ru' : 'en-GB', { hour: '2-digit', minute: '2-digit' });
export const currentLanguage = () => language;
export function switchLanguage() {
  language = language === 'ru' ? 'en' : 'ru';
  localStorage.setItem('language', language);
  document.documentElement.lang = language;
}
