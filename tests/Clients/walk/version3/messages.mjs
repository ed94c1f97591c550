// Sending, reading, taking back and deleting messages.
import assert from 'node:assert/strict';
import { ok } from '../client.mjs';
import { done, has, is } from '../kinds.mjs';
import { found, message } from './kinds.mjs';

const texts = (messages) => messages.map(({ textElem }) => textElem?.content);

async function sends({ sdk, friend, client, conversationID }, send) {
  const created = await ok(sdk.createTextMessage('hello Bob'));
  const sent = is(message, await ok(send({ recvID: friend.userID, groupID: '', message: created })));
  assert.equal(sent.status, 2);
  assert.match(sent.serverMsgID, /./);
  const heard = await friend.hearsMessage(({ clientMsgID }) => clientMsgID === created.clientMsgID);
  assert.equal(is(message, heard).textElem.content, 'hello Bob');
  await client.hears('OnConversationChanged', (rows) => rows.some((row) =>
    row.conversationID === conversationID && JSON.parse(row.latestMsg).clientMsgID === created.clientMsgID));
}

const page = { messageList: [message], isEnd: 'boolean', errCode: 'number', errMsg: 'string' };

const options = (conversationID, more) => ({ conversationID, count: 50, startClientMsgID: '', lastMinSeq: 0, ...more });

const history = async (sdk, conversationID, more) =>
  is(page, await ok(sdk.getAdvancedHistoryMessageList(options(conversationID, more)))).messageList;

/** A newcomer with a message from whoever calls. */
async function chat({ newcomer, self, world }) {
  const client = await newcomer();
  const clientMsgID = await world.text(self, client.userID, 'read me');
  await client.hearsMessage((told) => told.clientMsgID === clientMsgID);
  return { client, conversationID: await ok(client.sdk.getConversationIDBySessionType({ sourceID: self, sessionType: 1 })) };
}

export const messages = {
  // 3.4.1 cannot say that a message is for now only.
  async sendMessage(around) {
    await sends(around, around.sdk.sendMessage);
    const { sdk, friend, conversationID, opened } = around;
    if (opened.version === '3.4.1') return;
    const message = await ok(sdk.createTextMessage('for now'));
    await ok(sdk.sendMessage({ recvID: friend.userID, groupID: '', message, isOnlineOnly: true }));
    await friend.hearsMessage(({ clientMsgID }) => clientMsgID === message.clientMsgID);
    assert.ok(!texts(await history(friend.sdk, conversationID)).includes('for now'));
  },

  async sendMessageNotOss(around) {
    await sends(around, around.sdk.sendMessageNotOss);
    const { sdk, friend, group } = around;
    const message = await ok(sdk.createTextMessage('hello all'));
    await ok(sdk.sendMessageNotOss({ recvID: '', groupID: group, message }));
    await friend.hearsMessage(({ groupID, textElem }) => groupID === group && textElem?.content === 'hello all');
  },

  async typingStatusUpdate({ sdk, self, friend }) {
    done(await ok(sdk.typingStatusUpdate({ recvID: friend.userID, msgTip: 'yes' })));
    await friend.hearsMessage(({ contentType, sendID }) => contentType === 113 && sendID === self);
  },

  async revokeMessage({ sdk, self, friend, sent, conversationID }) {
    const { clientMsgID } = await sent('a mistake');
    done(await ok(sdk.revokeMessage({ conversationID, clientMsgID })));
    await friend.hears('OnNewRecvMessageRevoked', (told) => told.clientMsgID === clientMsgID && told.revokerID === self);
    assert.ok(!texts(await history(friend.sdk, conversationID)).includes('a mistake'));
  },

  async deleteMessage({ sdk, sent, conversationID }) {
    const { clientMsgID } = await sent('not anywhere of mine');
    done(await ok(sdk.deleteMessage({ conversationID, clientMsgID })));
    assert.ok(!texts(await history(sdk, conversationID)).includes('not anywhere of mine'));
  },

  async deleteMessageFromLocalStorage({ sdk, friend, sent, conversationID }) {
    const { clientMsgID } = await sent('not here');
    done(await ok(sdk.deleteMessageFromLocalStorage({ conversationID, clientMsgID })));
    assert.ok(!texts(await history(sdk, conversationID)).includes('not here'));
    assert.ok(texts(await history(friend.sdk, conversationID)).includes('not here'));
  },

  async deleteAllMsgFromLocal(around) {
    const { client, conversationID } = await chat(around);
    done(await ok(client.sdk.deleteAllMsgFromLocal()));
    assert.deepEqual(await history(client.sdk, conversationID), []);
    await client.leave();
  },

  async deleteAllMsgFromLocalAndSvr(around) {
    const { client, conversationID } = await chat(around);
    done(await ok(client.sdk.deleteAllMsgFromLocalAndSvr()));
    assert.deepEqual(await history(client.sdk, conversationID), []);
    await client.leave();
  },

  async searchLocalMessages({ sdk, sent, conversationID }) {
    await sent('a needle in a haystack');
    const { totalCount, searchResultItems } = await ok(sdk.searchLocalMessages({
      conversationID, keywordList: ['needle'], keywordListMatchType: 0, senderUserIDList: [], messageTypeList: [101],
      searchTimePosition: 0, searchTimePeriod: 0, pageIndex: 1, count: 20,
    }));
    assert.equal(totalCount, 1);
    assert.deepEqual(texts(is([found], searchResultItems)[0].messageList), ['a needle in a haystack']);
  },

  async getAdvancedHistoryMessageList({ sdk, sent, conversationID }) {
    await sent('the first');
    const second = await sent('the second');
    assert.deepEqual(texts(await history(sdk, conversationID)).slice(-2), ['the first', 'the second']);
    const before = await history(sdk, conversationID, { count: 1, startClientMsgID: second.clientMsgID });
    assert.deepEqual(texts(before), ['the first']);
  },

  async getAdvancedHistoryMessageListReverse({ sdk, sent, conversationID }) {
    const first = await sent('from here');
    await sent('on');
    const after = await ok(sdk.getAdvancedHistoryMessageListReverse(
      options(conversationID, { startClientMsgID: first.clientMsgID })));
    assert.deepEqual(texts(is(page, after).messageList), ['on']);
  },

  async findMessageList({ sdk, sent, conversationID }) {
    const { clientMsgID } = await sent('find me');
    const { totalCount, findResultItems } = await ok(sdk.findMessageList([{ conversationID, clientMsgIDList: [clientMsgID] }]));
    assert.equal(totalCount, 1);
    assert.deepEqual(texts(is([found], findResultItems)[0].messageList), ['find me']);
  },

  async insertGroupMessageToLocalStorage({ sdk, self, group }) {
    const created = await ok(sdk.createTextMessage('only here'));
    const inserted = is(message, await ok(sdk.insertGroupMessageToLocalStorage(
      { message: created, groupID: group, sendID: self })));
    has(message, await history(sdk, `sg_${group}`), ({ clientMsgID }) => clientMsgID === inserted.clientMsgID);
  },

  async insertSingleMessageToLocalStorage({ sdk, self, friend, conversationID }) {
    const created = await ok(sdk.createTextMessage('only here'));
    const inserted = is(message, await ok(sdk.insertSingleMessageToLocalStorage(
      { message: created, recvID: friend.userID, sendID: self })));
    has(message, await history(sdk, conversationID), ({ clientMsgID }) => clientMsgID === inserted.clientMsgID);
  },

  async setMessageLocalEx({ sdk, sent, conversationID }) {
    const { clientMsgID } = await sent('to be noted');
    done(await ok(sdk.setMessageLocalEx({ conversationID, clientMsgID, localEx: 'a note' })));
    const noted = has(message, await history(sdk, conversationID), (one) => one.clientMsgID === clientMsgID);
    assert.equal(noted.localEx, 'a note');
  },
};
