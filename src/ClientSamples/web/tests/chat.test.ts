import { describe, expect, it } from 'vitest';
import { belongsTo, markRead, merge } from '../src/chat/timeline';
import { upsert } from '../src/conversations/order';
import { type Conversation, type Message, MessageStatus } from '../src/openim';

const message = (clientMsgID: string, sendTime: number, more: Partial<Message> = {}) =>
  ({ clientMsgID, sendTime, seq: 0, status: MessageStatus.Sent, isRead: false, sendID: 'alice', ...more }) as Message;
const ids = (messages: Message[]) => messages.map(({ clientMsgID }) => clientMsgID);

describe('merge', () => {
  it('orders by time, then by number', () => {
    const merged = merge([message('c', 30)], [message('b2', 20, { seq: 3 }), message('a', 10), message('b1', 20, { seq: 2 })]);
    expect(ids(merged)).toEqual(['a', 'b1', 'b2', 'c']);
  });

  it('shows a message once and never takes it back to an earlier state', () => {
    const sent = merge([message('a', 10, { status: MessageStatus.Sending })], [message('a', 11, { seq: 5, isRead: true })]);
    const again = merge(sent, [message('a', 10, { status: MessageStatus.Sending })]);
    expect(again).toEqual([message('a', 11, { seq: 5, isRead: true })]);
  });

  it('shows that a failed message has arrived after all', () => {
    const [merged] = merge([message('a', 10, { status: MessageStatus.Failed })], [message('a', 11, { seq: 5 })]);
    expect(merged!.status).toBe(MessageStatus.Sent);
  });

  it('removes what was deleted', () => {
    expect(merge([message('a', 10)], [message('a', 10, { status: MessageStatus.Deleted })])).toEqual([]);
  });
});

it('marks exactly what the other one has read', () => {
  expect(markRead([message('a', 1), message('b', 2)], ['b', 'unknown']).map(({ isRead }) => isRead)).toEqual([false, true]);
});

describe('belongsTo', () => {
  const withBob = { userID: 'bob', groupID: '' };

  it('finds a single chat by the other side of the message', () => {
    expect(belongsTo(message('a', 1, { sendID: 'bob', recvID: 'alice' }), withBob, 'alice')).toBe(true);
    expect(belongsTo(message('a', 1, { sendID: 'alice', recvID: 'bob' }), withBob, 'alice')).toBe(true);
    expect(belongsTo(message('a', 1, { sendID: 'alice', recvID: 'carol' }), withBob, 'alice')).toBe(false);
  });

  it('keeps groups apart from the single chats of their members', () => {
    const inGroup = message('a', 1, { sendID: 'bob', recvID: '', groupID: 'g' });
    expect(belongsTo(inGroup, withBob, 'alice')).toBe(false);
    expect(belongsTo(inGroup, { userID: '', groupID: 'g' }, 'alice')).toBe(true);
  });
});

describe('upsert', () => {
  const conversation = (conversationID: string, latestMsgSendTime: number, more: Partial<Conversation> = {}) =>
    ({ conversationID, latestMsgSendTime, draftTextTime: 0, isPinned: false, unreadCount: 0, ...more }) as Conversation;

  it('adds, replaces and puts pinned ones and the latest first', () => {
    const list = upsert(
      [conversation('a', 30), conversation('b', 20), conversation('p', 1, { isPinned: true })],
      [conversation('b', 40, { unreadCount: 1 }), conversation('d', 10, { draftTextTime: 35 })],
    );
    expect(list.map(({ conversationID }) => conversationID)).toEqual(['p', 'b', 'd', 'a']);
    expect(list[1]!.unreadCount).toBe(1);
  });

  it('hides a conversation without any message', () => {
    expect(upsert([conversation('a', 30)], [conversation('a', 0), conversation('n', 0)])).toEqual([]);
  });
});
