import { describe, expect, it, vi } from 'vitest';
import { sizeText, webAddress } from '../src/chat/body/mediaText';
import { textParts } from '../src/chat/body/textParts';
import { messageText } from '../src/chat/messageText';
import { notificationText } from '../src/chat/notificationText';
import { Outbox } from '../src/chat/outbox';
import { recall, recallText } from '../src/chat/recalled';
import { atText, textRecipe } from '../src/chat/textRecipe';
import { merge } from '../src/chat/timeline';
import { ContentType, type Conversation, type Message, MessageStatus, type OpenImClient, type MessageRevoked } from '../src/openim';
import { excerpt } from '../src/search/excerpt';
import { safeName } from '../src/uploads/uploadFile';
import { signedURL } from '../src/uploads/putPart';

const message = (clientMsgID: string, more: Partial<Message> = {}) =>
  ({ clientMsgID, sendTime: 1, seq: 1, status: MessageStatus.Sent, isRead: false, sendID: 'bob', contentType: ContentType.Text, ...more }) as Message;

describe('texts', () => {
  it('names whom a message mentions, also when one id begins with another', () => {
    const told = message('m', {
      contentType: ContentType.AtText,
      atTextElem: { text: '@al @alice hi', atUsersInfo: [{ atUserID: 'al', groupNickname: 'Al' }, { atUserID: 'alice', groupNickname: 'Alice' }] },
    });
    expect(atText(told)).toBe('@Al @Alice hi');
  });

  it('sends ids for the names that are still in the text', async () => {
    const call = vi.fn().mockResolvedValue({});
    const mentions = [{ atUserID: 'u1', groupNickname: 'Ann' }, { atUserID: 'u2', groupNickname: 'Ann Lee' }, { atUserID: 'u3', groupNickname: 'Gone' }];
    await textRecipe({ call } as unknown as OpenImClient, { text: '@Ann Lee and @Ann', mentions }).make(() => undefined, new AbortController().signal);
    expect(call).toHaveBeenCalledWith('CreateTextAtMessage', '@u2 and @u1', ['u1', 'u2'], mentions.slice(0, 2), null);
  });

  it('finds links without the sentence around them, and never makes markup of a text', () => {
    expect(textParts('<b> see (https://a.example/x?y=1), @Ann!', [{ atUserID: 'u', groupNickname: 'Ann' }])).toEqual([
      { kind: 'text', text: '<b> see (' }, { kind: 'link', text: 'https://a.example/x?y=1' },
      { kind: 'text', text: '), ' }, { kind: 'mention', text: '@Ann' }, { kind: 'text', text: '!' },
    ]);
  });

  it('says of what it does not know that it does not know it', () => {
    expect(messageText(message('m', { contentType: 999 as ContentType }), 'me')).toContain('999');
    expect(notificationText(message('m', { contentType: 1600 as ContentType, notificationElem: { detail: 'no json' } }), 'me')).toContain('1600');
  });

  it('tells notifications as the reader sees them', () => {
    const detail = JSON.stringify({ opUser: { userID: 'me', nickname: 'I' }, invitedUserList: [{ userID: 'a', nickname: 'Ann' }, { userID: 'b', nickname: '' }] });
    expect(notificationText(message('m', { contentType: 1509 as ContentType, notificationElem: { detail } }), 'me')).toBe('You invited Ann and b');
    const muted = JSON.stringify({ opUser: { userID: 'a', nickname: 'Ann' }, mutedUser: { userID: 'me' }, mutedSeconds: 7200 });
    expect(notificationText(message('m', { contentType: 1512 as ContentType, notificationElem: { detail: muted } }), 'me')).toBe('Ann muted you for 2 hours');
    expect(notificationText(message('m', { contentType: 1512 as ContentType, notificationElem: { detail: 'null' } }), 'me')).toBe('Somebody muted somebody');
    const left = JSON.stringify({ quitUser: { userID: 'e', nickname: 'eve of destruction' } });
    expect(notificationText(message('m', { contentType: 1504 as ContentType, notificationElem: { detail: left } }), 'me')).toBe('eve of destruction left the group');
  });

  it('opens no address but of the net', () => {
    expect(webAddress('javascript:alert(1)')).toBeUndefined();
    expect(webAddress('https://example.com/a')).toBe('https://example.com/a');
  });

  it('shows where a keyword stands in a long text', () => {
    expect(excerpt(`${'so '.repeat(40)}lantern`, 'Lantern')).toMatch(/^….{24}lantern$/);
    expect(excerpt('a lantern', 'lantern')).toBe('a lantern');
  });

  it('writes sizes as people do', () => expect([0, 999, 1500, 12_000_000].map(sizeText)).toEqual(['0 B', '999 B', '1.5 kB', '12 MB']));
});

describe('recalling', () => {
  const revoked = { revokerID: 'admin', revokerNickname: 'Ada', clientMsgID: 'q', sourceMessageSendID: 'bob', sourceMessageSenderNickname: 'Bob' } as MessageRevoked;

  it('leaves a line, also where the message is quoted, and is not taken back by an older account', () => {
    const original = message('q', { textElem: { content: 'secret' } });
    const quoting = message('a', { contentType: ContentType.Quote, quoteElem: { text: 'yes', quoteMessage: original } });
    const timeline = recall([original, quoting], revoked);
    expect(JSON.stringify(timeline)).not.toContain('secret');
    expect(recallText(timeline[0]!, 'me')).toBe('Ada recalled a message of Bob');
    expect(recallText(timeline[0]!, 'bob')).toBe('Ada recalled your message');
    expect(merge(timeline, [original])[0]!.contentType).toBe(ContentType.Revoked);
  });
});

describe('the outbox', () => {
  const conversation = { conversationID: 'si', userID: 'bob', groupID: '' } as Conversation;
  const recipe = (make: () => Promise<Message>) => ({ contentType: ContentType.Text, elements: {}, make });

  it('sends again with the same id, and tells what was sent once', async () => {
    const call = vi.fn().mockRejectedValueOnce(new Error('away')).mockImplementation((_, sent: Message) => Promise.resolve({ ...sent, status: MessageStatus.Sent }));
    const outbox = new Outbox({ call, userID: 'me' } as unknown as OpenImClient, conversation);
    const sent: Message[] = [];
    outbox.onSent((told) => sent.push(told));
    await outbox.submit(recipe(() => Promise.resolve(message('made'))), 0);
    const failed = outbox.unsent.get('made')!.message;
    expect(failed.status).toBe(MessageStatus.Failed);
    await outbox.retry(failed);
    expect(sent.map(({ clientMsgID, status }) => [clientMsgID, status])).toEqual([['made', MessageStatus.Sent]]);
    expect(outbox.unsent.size).toBe(0);
  });

  it('stops an upload that is given up, and sends nothing of it', async () => {
    const call = vi.fn();
    const outbox = new Outbox({ call, userID: 'me' } as unknown as OpenImClient, conversation);
    const submitted = outbox.submit({
      contentType: ContentType.File, elements: {}, upload: { localURL: '' },
      make: (_, signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
    }, 0);
    outbox.discard([...outbox.unsent.values()][0]!.message);
    await submitted;
    expect(outbox.unsent.size).toBe(0);
    expect(call).not.toHaveBeenCalled();
  });

  it('shows what is typed below what is shown, even when the clock of this device is slow', async () => {
    const outbox = new Outbox({ call: vi.fn(), userID: 'me' } as unknown as OpenImClient, conversation);
    void outbox.submit(recipe(() => new Promise(() => undefined)), 9e15);
    expect([...outbox.unsent.values()][0]!.message.sendTime).toBe(9e15 + 1);
  });
});

describe('uploads', () => {
  it('signs the address of a part with what is common and what is its own', () => {
    const common = { url: 'https://store.example/up?x=1', query: [{ key: 'expires', values: ['9'] }], header: null, parts: null };
    const own = { partNumber: 2, url: '', query: [{ key: 'partNumber', values: ['2'] }], header: null };
    expect(signedURL(common, own)).toBe('https://store.example/up?x=1&expires=9&partNumber=2');
    expect(signedURL(common, { ...own, url: 'https://other.example/' })).toBe('https://other.example/?expires=9&partNumber=2');
  });

  it('makes of any file name one that can stand in an address', () => {
    expect(safeName('Bericht Q3 (neu)?.pdf')).toBe('Bericht_Q3_neu_.pdf');
    expect(safeName('文件 1.txt')).toBe('文件_1.txt');
    expect(safeName('')).toBe('file');
  });
});
