'use strict';

// Shows the sandbox's users, their conversations and everything that is sent, as it is sent.
//   /sandbox/flow (server-sent events) ──► entries ──► rows of the log, those that the filter lets through
//   /sandbox/users, /conversations, /messages: asked for when they are looked at, and again when something happened
// Whatever comes from the server becomes text (textContent), never markup.

const MAX_ENTRIES = 1000;
const REFRESH_MS = 500;
const TYPING = 113;

const KINDS = {
  101: 'text', 102: 'picture', 103: 'voice', 104: 'video', 105: 'file', 106: 'at', 107: 'merged', 108: 'card', 109: 'location',
  110: 'custom', 111: 'revoke', 113: 'typing', 114: 'quote', 115: 'face', 117: 'advanced text', 118: 'markdown',
  119: 'custom, not to friends', 120: 'custom, online only',
  1201: 'friend request accepted', 1202: 'friend request refused', 1203: 'friend request', 1204: 'friend added',
  1205: 'friend deleted', 1206: 'friend remark set', 1207: 'black added', 1208: 'black deleted', 1209: 'friend info updated',
  1210: 'friends updated', 1300: 'conversation changed', 1303: 'user info updated', 1304: 'user status',
  1400: 'notification account', 1501: 'group created', 1502: 'group info set', 1503: 'request to join', 1504: 'member quit',
  1505: 'request to join accepted', 1506: 'request to join refused', 1507: 'group owner transferred', 1508: 'member kicked',
  1509: 'member invited', 1510: 'member entered', 1511: 'group dismissed', 1512: 'member muted', 1513: 'member unmuted',
  1514: 'group muted', 1515: 'group unmuted', 1516: 'member info set', 1517: 'member made admin', 1518: 'member made ordinary',
  1519: 'group announcement set', 1520: 'group name set', 1701: 'private chat set', 1703: 'conversation cleared',
  2001: 'business notification', 2101: 'revoked', 2102: 'messages deleted', 2200: 'read',
};

const $ = (id) => document.getElementById(id);
const state = { entries: [], waiting: [], stored: [], paused: false, user: null, conversation: null, refresh: 0, searching: 0, groups: false };

// ---- elements

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function timeOf(milliseconds) {
  if (!milliseconds) return '';
  const date = new Date(milliseconds);
  const time = date.toLocaleTimeString('en-GB') + '.' + String(date.getMilliseconds()).padStart(3, '0');
  return date.toDateString() === new Date().toDateString() ? time : `${date.toLocaleDateString('en-CA')} ${time}`;
}

async function ask(path, argument = {}) {
  const answer = await fetch(`/sandbox/${path}?${new URLSearchParams(argument)}`, { cache: 'no-store' });
  if (!answer.ok) throw new Error(`${path}: HTTP ${answer.status}`);
  return answer.json();
}

// ---- entries of the log

const isNotification = (message) => message.contentType >= 1000 && message.contentType <= 5000;

function kindOf(message) {
  const name = KINDS[message.contentType];
  return name ? `${message.contentType} ${name}` : `${message.contentType}`;
}

/** What people want to read of a content, and whether that is raw JSON. */
function bodyOf(message) {
  const { content, contentBytes } = message;
  const isCut = new TextEncoder().encode(content).length < contentBytes;
  if (isCut) return { text: `${content}… (${contentBytes.toLocaleString('en')} bytes)`, raw: true };
  try {
    const parsed = JSON.parse(content);
    if (parsed && typeof parsed === 'object') {
      if (typeof parsed.detail === 'string') return { text: parsed.detail, raw: true };
      if (typeof parsed.text === 'string' && parsed.text) return { text: parsed.text, raw: false };
      if (typeof parsed.content === 'string') return { text: parsed.content, raw: false };
    }
  } catch { /* No JSON: shown as it is. */ }
  return { text: content, raw: true };
}

function messageRow(message) {
  const row = element('li', isNotification(message) ? 'message notification' : 'message');
  const top = element('div', 'top');
  top.append(
    element('time', '', timeOf(message.sendTime)),
    element('span', 'who', message.status === 4 && !message.sendID ? 'removed' : `${message.sendID} → ${message.recvID}`),
    element('span', 'kind', message.contentType ? kindOf(message) : ''),
    element('span', 'id', message.seq ? `${message.conversationID} #${message.seq}` : `${message.conversationID}, not stored`));
  if (message.operationID) top.append(element('span', 'id', `operation ${message.operationID}`));
  const body = bodyOf(message);
  row.append(top, element('div', 'body' + (body.raw ? ' raw' : '') + (message.status === 4 ? ' removed' : ''), body.text));
  return row;
}

function rowOf({ kind, data }) {
  if (kind === 'message') return messageRow(data);
  if (kind === 'lost') return element('li', 'lost', `${data.entries.toLocaleString('en')} entries are missing: this page was too slow for them.`);
  if (kind === 'note') return element('li', 'lost', data);
  return element('li', 'connection', `${timeOf(data.time)} ${data.userID} ${data.isOpen ? 'connected' : 'disconnected'} (${data.platform})`);
}

function matches({ kind, data }) {
  if (kind === 'lost' || kind === 'note') return true;
  const filter = $('filter').value.trim().toLowerCase();
  if (kind === 'connection')
    return !state.conversation && (!filter || data.userID.toLowerCase().includes(filter));
  if (state.conversation && data.conversationID !== state.conversation) return false;
  if (!$('notifications').checked && (isNotification(data) || data.contentType === TYPING)) return false;
  return !filter || [data.sendID, data.recvID, data.conversationID, data.content, data.operationID, kindOf(data)]
    .some((text) => text.toLowerCase().includes(filter));
}

function isAtEnd() {
  const log = $('entries');
  return log.scrollHeight - log.scrollTop - log.clientHeight < 60;
}

function toEnd() {
  $('entries').scrollTop = $('entries').scrollHeight;
  $('newest').hidden = true;
}

/** Puts what has come since the last frame of the screen into the log, in one go. */
function show() {
  const log = $('entries');
  const wasAtEnd = isAtEnd();
  const coming = state.waiting.splice(0).filter(matches).slice(-MAX_ENTRIES);
  log.append(...coming.map(rowOf));
  while (log.childElementCount > MAX_ENTRIES) log.firstElementChild.remove();
  $('empty').hidden = log.childElementCount > 0;
  if (wasAtEnd) toEnd();
  else if (coming.length > 0) $('newest').hidden = false;
}

function take(kind, data) {
  state.entries.push({ kind, data });
  // Shortened now and then, not at every entry.
  if (state.entries.length > 2 * MAX_ENTRIES) state.entries.splice(0, MAX_ENTRIES);
  if (!state.paused) {
    if (state.waiting.push({ kind, data }) === 1) requestAnimationFrame(show);
    else if (state.waiting.length > 2 * MAX_ENTRIES) state.waiting.splice(0, MAX_ENTRIES);
  }
  if (kind !== 'note') refreshSoon();
}

/** A conversation's stored messages, which may have changed since they were seen, between what was only pushed. */
function withStored(stored) {
  const bySeq = new Map(stored.map((message) => [message.seq, message]));
  const live = [];
  for (const entry of state.entries) {
    const { kind, data } = entry;
    if (kind !== 'message' || data.conversationID !== state.conversation) continue;
    if (bySeq.has(data.seq)) bySeq.set(data.seq, { ...bySeq.get(data.seq), operationID: data.operationID });
    else live.push(entry);
  }
  return [...live, ...[...bySeq.values()].map((data) => ({ kind: 'message', data }))]
    .sort((one, other) => one.data.sendTime - other.data.sendTime || one.data.seq - other.data.seq);
}

/** Fills the log anew, after the filter or the conversation changed. */
function redraw() {
  const { stored } = state;
  state.waiting.length = 0;
  $('entries').replaceChildren();
  $('entries').append(...(stored.length ? withStored(stored) : state.entries).filter(matches).slice(-MAX_ENTRIES).map(rowOf));
  $('empty').hidden = $('entries').childElementCount > 0;
  toEnd();
}

// ---- users and conversations

function listRow(name, more, isChosen, onClick) {
  const row = element('li');
  const button = element('button');
  button.type = 'button';
  button.setAttribute('aria-pressed', String(isChosen));
  button.append(element('span', 'name', name));
  if (more) button.append(element('span', 'more', more));
  button.addEventListener('click', onClick);
  row.append(button);
  return { row, button };
}

/** The list that is chosen, of users or of groups. */
const loadList = () => (state.groups ? loadGroups() : loadUsers());

async function loadGroups() {
  const text = $('search').value.trim();
  const { groups, matching, total } = await ask('groups', { text });
  if (!state.groups || text !== $('search').value.trim()) return;
  $('count').textContent = countOf(text, groups.length, matching, total, 'group');
  replaceRows($('groups'), groups.map((group) => {
    const { row, button } = listRow(group.name || group.groupID, group.groupID, group.conversationID === state.conversation,
      () => chooseConversation({ conversationID: group.conversationID, name: group.name, target: group.groupID }).catch(showError));
    button.append(element('span', 'end', group.isDismissed ? 'dismissed' : plural(group.members, 'member')));
    return row;
  }));
}

const plural = (count, what) => `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;

function countOf(text, shown, matching, total, what) {
  return `${text ? `${matching.toLocaleString('en')} of ` : ''}${plural(total, what)}`
    + (shown < matching ? `; the first ${shown} are shown` : '');
}

async function loadUsers() {
  const text = $('search').value.trim();
  const { users, matching, total, connections } = await ask('users', { text });
  if (state.groups || text !== $('search').value.trim()) return;
  $('count').textContent = `${countOf(text, users.length, matching, total, 'user')}; ${plural(connections, 'connection')}`;
  replaceRows($('users'), users.map((user) => {
    const { row, button } = listRow(user.userID, user.nickname === user.userID ? '' : user.nickname, user.userID === state.user,
      () => chooseUser(user.userID === state.user ? null : user.userID).catch(showError));
    if (user.platforms.length > 0) button.append(element('span', 'end online', `● ${user.platforms.join(', ')}`));
    return row;
  }));
}

async function loadConversations() {
  const user = state.user;
  $('chats').hidden = !user;
  if (!user) return;
  const conversations = await ask('conversations', { user });
  if (user !== state.user) return;
  $('chats-of').textContent = user;
  $('no-conversations').hidden = conversations.length > 0;
  replaceRows($('conversations'), conversations.map((conversation) => {
    const { row, button } = listRow(conversation.name || conversation.target, conversation.isGroup ? 'group' : conversation.name === conversation.target ? '' : conversation.target,
      conversation.conversationID === state.conversation, () => chooseConversation(conversation).catch(showError));
    const unread = conversation.maxSeq - conversation.hasReadSeq;
    button.append(element('span', 'end', `${conversation.maxSeq}`));
    button.title = `${conversation.conversationID}: ${conversation.maxSeq} messages, read up to ${conversation.hasReadSeq}`;
    if (unread > 0) button.append(element('span', 'unread', `${unread} unread`));
    return row;
  }));
}

/** Replaces rows but keeps the keyboard where it was. */
function replaceRows(list, rows) {
  const focused = [...list.children].findIndex((row) => row.contains(document.activeElement));
  list.replaceChildren(...rows);
  if (focused >= 0) list.children[focused]?.querySelector('button').focus({ preventScroll: true });
}

async function chooseUser(userID) {
  state.user = userID;
  await Promise.all([loadList(), loadConversations()]);
}

function chooseList(groups) {
  state.groups = groups;
  for (const [id, isChosen] of [['show-users', !groups], ['show-groups', groups]])
    $(id).setAttribute('aria-pressed', String(isChosen));
  $('users').hidden = groups;
  $('groups').hidden = !groups;
  loadList().catch(showError);
}

async function chooseConversation(conversation) {
  const id = conversation.conversationID;
  state.conversation = id;
  $('flow-title').textContent = `${conversation.name || conversation.target} (${id})`;
  $('all').hidden = false;
  view('flow');
  const stored = await ask('messages', { conversation: id });
  if (state.conversation !== id) return;
  state.stored = stored;
  redraw();
  await Promise.all([loadList(), loadConversations()]);
}

function chooseAll() {
  state.conversation = null;
  state.stored = [];
  $('flow-title').textContent = 'Message flow';
  $('all').hidden = true;
  redraw();
  Promise.all([loadList(), loadConversations()]).catch(showError);
}

/** After something happened: the lists once, however much it was. */
function refreshSoon() {
  if (state.refresh) return;
  state.refresh = setTimeout(async () => {
    try {
      await Promise.all([loadList(), loadConversations()]);
    } catch (error) {
      showError(error);
    } finally {
      state.refresh = 0;
    }
  }, REFRESH_MS);
}

function showError(error) {
  $('count').textContent = `The lists could not be loaded: ${error.message}`;
}

// ---- the rest of the page

function view(name) {
  document.querySelector('main').dataset.view = name;
  for (const button of document.querySelectorAll('nav button'))
    button.setAttribute('aria-pressed', String(button.dataset.view === name));
}

async function loadServer() {
  const server = await ask('server');
  $('faults').hidden = !server.hasFaults;
  $('access').textContent = server.isOpen
    ? 'This page shows the messages of all users to everybody on this computer, which is the only one that reaches the sandbox.'
    : 'The sandbox listens for other computers, so this page asks for the secret. It shows the messages of all users.';
}

function watch() {
  const source = new EventSource('/sandbox/flow');
  let wasLive = false;
  source.addEventListener('open', () => {
    if (wasLive) take('note', 'The connection was lost; what happened meanwhile is not shown.');
    wasLive = true;
    $('state').textContent = 'live';
    $('state').dataset.live = '';
    loadServer().then(refreshSoon).catch(showError);
  });
  source.addEventListener('error', () => {
    delete $('state').dataset.live;
    if (source.readyState === EventSource.CLOSED) {
      $('state').textContent = 'not connected: the sandbox refuses to be watched by more pages';
      setTimeout(watch, 5000);
    } else {
      $('state').textContent = 'connection lost, trying again…';
    }
  });
  for (const kind of ['message', 'connection'])
    source.addEventListener(kind, (event) => take(kind, JSON.parse(event.data)));
  source.addEventListener('lost', (event) => {
    const data = JSON.parse(event.data);
    if (data.entries > 0) take('lost', data);
  });
}

for (const button of document.querySelectorAll('nav button'))
  button.addEventListener('click', () => view(button.dataset.view));
$('search').addEventListener('input', () => {
  clearTimeout(state.searching);
  state.searching = setTimeout(() => loadList().catch(showError), 150);
});
$('show-users').addEventListener('click', () => chooseList(false));
$('show-groups').addEventListener('click', () => chooseList(true));
$('filter').addEventListener('input', () => redraw());
$('notifications').addEventListener('change', () => redraw());
$('all').addEventListener('click', chooseAll);
$('newest').addEventListener('click', toEnd);
$('entries').addEventListener('scroll', () => { if (isAtEnd()) $('newest').hidden = true; });
$('clear').addEventListener('click', () => {
  state.entries.length = 0;
  state.stored = [];
  redraw();
});
$('pause').addEventListener('click', () => {
  state.paused = !state.paused;
  $('pause').setAttribute('aria-pressed', String(state.paused));
  $('pause').textContent = state.paused ? 'Continue' : 'Pause';
  if (!state.paused) redraw();
});

watch();
loadServer().catch(showError);
loadList().catch(showError);
