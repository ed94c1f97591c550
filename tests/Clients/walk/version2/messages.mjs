// Sending, reading, marking, taking back and deleting messages.
import assert from 'node:assert/strict';
import { ok } from '../client.mjs';
import { done, has, is } from '../kinds.mjs';
import { found, message } from './kinds.mjs';

const push = { title: 'New message', desc: 'hello', ex: '', iOSPushSound: '+1', iOSBadgeCount: true };

const texts = (messages) => messages.map(({ content }) => content);

async function sends({ sdk, friend, client }, send) {
  const created = await ok(sdk.createTextMessage('hello Bob'));
  const heard = friend.hears('OnRecvNewMessage', ({ clientMsgID }) => clientMsgID === created.clientMsgID);
  const sent = is(message, await ok(send({
    recvID: friend.userID, groupID: '', message: JSON.stringify(created), offlinePushInfo: { ...push },
  })));
  assert.equal(sent.status, 2);
  assert.match(sent.serverMsgID, /./);
  assert.equal(is(message, await heard).content, 'hello Bob');
  await client.hears('OnConversationChanged', (rows) => rows.some(({ userID, latestMsg }) =>
    userID === friend.userID && JSON.parse(latestMsg).clientMsgID === created.clientMsgID));
}

/** A chat of a newcomer with a message from whoever calls. */
async function chat({ newcomer, self, world }, content = 'read me') {
  const client = await newcomer();
  const clientMsgID = await world.text(self, client.userID, content);
  await client.hears('OnRecvNewMessage', (told) => told.clientMsgID === clientMsgID);
  return { client, clientMsgID, unread: () => ok(client.sdk.getTotalUnreadMsgCount()) };
}

async function groupChat({ newcomer, self, world }) {
  const client = await newcomer();
  const groupID = await world.group(self, client.userID);
  const clientMsgID = await world.groupText(self, groupID, 'read me all');
  await client.hears('OnRecvNewMessage', (told) => told.clientMsgID === clientMsgID);
  const history = () => ok(client.sdk.getHistoryMessageList({ userID: '', groupID, count: 20, startClientMsgID: '' }));
  const unread = async () => (await ok(client.sdk.getOneConversation({ sourceID: groupID, sessionType: 3 }))).unreadCount;
  return { client, groupID, clientMsgID, history, unread };
}

const history = (sdk, userID) => ok(sdk.getHistoryMessageList({ userID, groupID: '', count: 50, startClientMsgID: '' }));

export const messages = {
  sendMessage: (around) => sends(around, around.sdk.sendMessage),

  async sendMessageNotOss(around) {
    await sends(around, around.sdk.sendMessageNotOss);
    const { sdk, friend, group } = around;
    const created = JSON.stringify(await ok(sdk.createTextMessage('hello all')));
    await ok(sdk.sendMessageNotOss({ recvID: '', groupID: group, message: created }));
    await friend.hearsMessage(({ groupID, content }) => groupID === group && content === 'hello all');
  },

  async getHistoryMessageList({ sdk, friend, sent }) {
    await sent('the first');
    const second = await sent('the second');
    const all = await ok(sdk.getHistoryMessageList({ userID: friend.userID, groupID: '', count: 20, startClientMsgID: '' }));
    assert.deepEqual(texts(is([message], all)).slice(-2), ['the first', 'the second']);
    const before = await ok(sdk.getHistoryMessageList(
      { userID: friend.userID, groupID: '', count: 1, startClientMsgID: second.clientMsgID }));
    assert.deepEqual(texts(before), ['the first']);
  },

  async getAdvancedHistoryMessageList({ sdk, friend, sent }) {
    await sent('the latest');
    const page = is({ messageList: [message], lastMinSeq: 'number', isEnd: 'boolean', errCode: 'number', errMsg: 'string' },
      await ok(sdk.getAdvancedHistoryMessageList(
        { userID: friend.userID, groupID: '', count: 20, startClientMsgID: '', lastMinSeq: 0 })));
    assert.equal(texts(page.messageList).at(-1), 'the latest');
  },

  async getHistoryMessageListReverse({ sdk, friend, sent }) {
    const first = await sent('from here');
    await sent('on');
    const after = await ok(sdk.getHistoryMessageListReverse(
      { userID: friend.userID, groupID: '', count: 20, startClientMsgID: first.clientMsgID }));
    assert.deepEqual(texts(is([message], after)), ['on']);
  },

  async findMessageList({ sdk, friend, sent }) {
    const { clientMsgID } = await sent('find me');
    const { totalCount, findResultItems } = await ok(sdk.findMessageList(
      [{ conversationID: `single_${friend.userID}`, clientMsgIDList: [clientMsgID] }]));
    assert.equal(totalCount, 1);
    assert.deepEqual(texts(is([found], findResultItems)[0].messageList), ['find me']);
  },

  async searchLocalMessages({ sdk, friend, sent }) {
    await sent('a needle in a haystack');
    const { totalCount, searchResultItems } = await ok(sdk.searchLocalMessages({
      conversationID: `single_${friend.userID}`, keywordList: ['needle'], keywordListMatchType: 0, senderUserIDList: [],
      messageTypeList: [101], searchTimePosition: 0, searchTimePeriod: 0, pageIndex: 1, count: 20,
    }));
    assert.equal(totalCount, 1);
    assert.deepEqual(texts(is([found], searchResultItems)[0].messageList), ['a needle in a haystack']);
  },

  async revokeMessage({ sdk, friend, sent, opened }) {
    const wrong = await sent('a mistake');
    done(await ok(sdk.revokeMessage(JSON.stringify(wrong))));
    // 2.0.3 has one event for it, 2.3.0 is told by its newer one.
    if (opened.version === '2.0.3') await friend.hears('OnRecvMessageRevoked', (told) => told === wrong.clientMsgID);
    else await friend.hears('OnNewRecvMessageRevoked', ({ clientMsgID }) => clientMsgID === wrong.clientMsgID);
    assert.ok(!texts(await history(friend.sdk, wrong.sendID)).includes('a mistake'));
  },

  async newRevokeMessage({ sdk, friend, sent }) {
    const wrong = await sent('another mistake');
    done(await ok(sdk.newRevokeMessage(JSON.stringify(wrong))));
    await friend.hears('OnNewRecvMessageRevoked', ({ clientMsgID, revokerID }) =>
      clientMsgID === wrong.clientMsgID && revokerID === wrong.sendID);
  },

  async deleteMessageFromLocalStorage({ sdk, friend, sent }) {
    const unwanted = await sent('not here');
    done(await ok(sdk.deleteMessageFromLocalStorage(JSON.stringify(unwanted))));
    assert.ok(!texts(await history(sdk, friend.userID)).includes('not here'));
    assert.ok(texts(await history(friend.sdk, unwanted.sendID)).includes('not here'));
  },

  async deleteMessageFromLocalAndSvr({ sdk, friend, sent }) {
    const unwanted = await sent('not anywhere of mine');
    done(await ok(sdk.deleteMessageFromLocalAndSvr(JSON.stringify(unwanted))));
    assert.ok(!texts(await history(sdk, friend.userID)).includes('not anywhere of mine'));
  },

  async deleteAllMsgFromLocal(around) {
    const { client } = await chat(around);
    done(await ok(client.sdk.deleteAllMsgFromLocal()));
    assert.deepEqual(await history(client.sdk, around.self), []);
    await client.leave();
  },

  async deleteAllMsgFromLocalAndSvr(around) {
    const { client } = await chat(around);
    done(await ok(client.sdk.deleteAllMsgFromLocalAndSvr()));
    assert.deepEqual(await history(client.sdk, around.self), []);
    await client.leave();
  },

  async markC2CMessageAsRead(around) {
    const { client, clientMsgID, unread } = await chat(around);
    assert.equal(await unread(), 1);
    done(await ok(client.sdk.markC2CMessageAsRead({ userID: around.self, msgIDList: [clientMsgID] })));
    await around.client.hears('OnRecvC2CReadReceipt', (receipts) =>
      receipts.some(({ userID, msgIDList }) => userID === client.userID && msgIDList.includes(clientMsgID)));
    assert.equal(await unread(), 0);
    await client.leave();
  },

  async markMessageAsReadByConID(around) {
    const { client, clientMsgID, unread } = await chat(around);
    done(await ok(client.sdk.markMessageAsReadByConID({ conversationID: `single_${around.self}`, msgIDList: [clientMsgID] })));
    assert.equal(await unread(), 0);
    await client.leave();
  },

  // It answers nothing, not even a promise.
  async markNotifyMessageHasRead(around) {
    const { client, unread } = await chat(around);
    assert.equal(client.sdk.markNotifyMessageHasRead(`single_${around.self}`), undefined);
    await client.hears('OnTotalUnreadMessageCountChanged', (count) => count === 0);
    assert.equal(await unread(), 0);
    await client.leave();
  },

  async markGroupMessageHasRead(around) {
    const { client, groupID, unread } = await groupChat(around);
    assert.notEqual(await unread(), 0);
    done(await ok(client.sdk.markGroupMessageHasRead(groupID)));
    assert.equal(await unread(), 0);
    await client.leave();
  },

  async markGroupMessageAsRead(around) {
    const { client, groupID, clientMsgID, unread } = await groupChat(around);
    const before = await unread();
    done(await ok(client.sdk.markGroupMessageAsRead({ groupID, msgIDList: [clientMsgID] })));
    assert.ok(await unread() < before);
    await client.leave();
  },

  async clearC2CHistoryMessage(around) {
    const { client } = await chat(around);
    done(await ok(client.sdk.clearC2CHistoryMessage(around.self)));
    assert.deepEqual(await history(client.sdk, around.self), []);
    await client.leave();
  },

  async clearC2CHistoryMessageFromLocalAndSvr(around) {
    const { client } = await chat(around);
    done(await ok(client.sdk.clearC2CHistoryMessageFromLocalAndSvr(around.self)));
    assert.deepEqual(await history(client.sdk, around.self), []);
    await client.leave();
  },

  async clearGroupHistoryMessage(around) {
    const { client, groupID, history } = await groupChat(around);
    done(await ok(client.sdk.clearGroupHistoryMessage(groupID)));
    assert.deepEqual(await history(), []);
    await client.leave();
  },

  async clearGroupHistoryMessageFromLocalAndSvr(around) {
    const { client, groupID, history } = await groupChat(around);
    done(await ok(client.sdk.clearGroupHistoryMessageFromLocalAndSvr(groupID)));
    assert.deepEqual(await history(), []);
    await client.leave();
  },

  async insertSingleMessageToLocalStorage({ sdk, self, friend }) {
    const created = await ok(sdk.createTextMessage('only here'));
    const inserted = await ok(sdk.insertSingleMessageToLocalStorage(
      { message: JSON.stringify(created), recvID: friend.userID, sendID: self }));
    assert.equal(is(message, inserted).content, 'only here');
    has(message, await history(sdk, friend.userID), ({ clientMsgID }) => clientMsgID === inserted.clientMsgID);
  },

  async insertGroupMessageToLocalStorage({ sdk, self, group }) {
    const created = await ok(sdk.createTextMessage('only here'));
    const inserted = await ok(sdk.insertGroupMessageToLocalStorage(
      { message: JSON.stringify(created), groupID: group, sendID: self }));
    assert.equal(is(message, inserted).content, 'only here');
  },

  async typingStatusUpdate({ sdk, self, friend }) {
    done(await ok(sdk.typingStatusUpdate({ recvID: friend.userID, msgTip: 'yes' })));
    await friend.hears('OnRecvNewMessage', ({ contentType, sendID }) => contentType === 113 && sendID === self);
  },
};
