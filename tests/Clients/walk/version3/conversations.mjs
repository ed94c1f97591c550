// Conversations and their settings.
import assert from 'node:assert/strict';
import { ok } from '../client.mjs';
import { done, has, is } from '../kinds.mjs';
import { conversation } from './kinds.mjs';

const row = async ({ sdk, conversationID }) => is(conversation, (await ok(sdk.getMultipleConversation([conversationID])))[0]);

/** Changes a setting, waits until it is told, and changes it back. */
async function changes({ client, conversationID }, change, key, value, before) {
  done(await ok(change({ conversationID, [key]: value })));
  await client.hears('OnConversationChanged', (rows) => rows.some((one) =>
    one.conversationID === conversationID && (one[key] ?? one[renamed[key]]) === value));
  done(await ok(change({ conversationID, [key]: before })));
}

/** Where the argument has another name than the row. */
const renamed = { opt: 'recvMsgOpt', isPrivate: 'isPrivateChat' };

/** A newcomer with a chat. */
async function chat({ newcomer, self, world }) {
  const client = await newcomer();
  await world.text(self, client.userID, 'hello');
  const rows = await client.hears('OnNewConversation', (rows) => rows.some(({ userID }) => userID === self));
  const { sdk } = client;
  const history = async (conversationID) =>
    (await ok(sdk.getAdvancedHistoryMessageList({ conversationID, count: 20, startClientMsgID: '', lastMinSeq: 0 }))).messageList;
  return { client, sdk, conversationID: rows[0].conversationID, all: () => ok(sdk.getAllConversationList()), history };
}

export const conversations = {
  async getAllConversationList({ sdk, conversationID, group }) {
    const rows = await ok(sdk.getAllConversationList());
    has(conversation, rows, (one) => one.conversationID === conversationID);
    has(conversation, rows, ({ groupID }) => groupID === group);
  },

  async getConversationListSplit({ sdk }) {
    const all = await ok(sdk.getAllConversationList());
    const page = is([conversation], await ok(sdk.getConversationListSplit({ offset: 1, count: 1 })));
    assert.deepEqual(page.map((one) => one.conversationID), [all[1].conversationID]);
  },

  async getOneConversation({ sdk, friend, conversationID }) {
    const one = is(conversation, await ok(sdk.getOneConversation({ sourceID: friend.userID, sessionType: 1 })));
    assert.equal(one.conversationID, conversationID);
    assert.equal(one.showName, "friend's name");
  },

  async getMultipleConversation(around) {
    assert.equal((await row(around)).userID, around.friend.userID);
  },

  async getConversationIDBySessionType({ sdk, friend, conversationID }) {
    assert.equal(await ok(sdk.getConversationIDBySessionType({ sourceID: friend.userID, sessionType: 1 })), conversationID);
  },

  async getTotalUnreadMsgCount({ sdk, client, world, self, friend }) {
    const before = is('number', await ok(sdk.getTotalUnreadMsgCount()));
    await world.text(friend.userID, self, 'one more');
    await client.hears('OnTotalUnreadMessageCountChanged', (count) => count === before + 1);
    assert.equal(await ok(sdk.getTotalUnreadMsgCount()), before + 1);
  },

  async markConversationMessageAsRead(around) {
    const { client, sdk, conversationID } = await chat(around);
    done(await ok(sdk.markConversationMessageAsRead(conversationID)));
    await around.client.hears('OnRecvC2CReadReceipt', (receipts) => receipts.some(({ userID }) => userID === client.userID));
    assert.equal(await ok(sdk.getTotalUnreadMsgCount()), 0);
    await client.leave();
  },

  async setConversationDraft(around) {
    await changes(around, around.sdk.setConversationDraft, 'draftText', 'to be ', '');
    assert.equal((await row(around)).draftText, '');
  },

  async pinConversation(around) {
    const { sdk, conversationID } = around;
    done(await ok(sdk.pinConversation({ conversationID, isPinned: true })));
    assert.equal((await ok(sdk.getAllConversationList()))[0].conversationID, conversationID);
    done(await ok(sdk.pinConversation({ conversationID, isPinned: false })));
    assert.equal((await row(around)).isPinned, false);
  },

  setConversationRecvMessageOpt: (around) => changes(around, around.sdk.setConversationRecvMessageOpt, 'opt', 2, 0),

  setConversationPrivateChat: (around) => changes(around, around.sdk.setConversationPrivateChat, 'isPrivate', true, false),

  setConversationBurnDuration: (around) => changes(around, around.sdk.setConversationBurnDuration, 'burnDuration', 60, 30),

  async resetConversationGroupAtType({ sdk, client, world, joined, self }) {
    await world.mention(self, joined);
    await client.hears('OnConversationChanged', (rows) =>
      rows.some(({ groupID, groupAtType }) => groupID === joined && groupAtType === 1));
    done(await ok(sdk.resetConversationGroupAtType(`sg_${joined}`)));
    assert.equal((await ok(sdk.getOneConversation({ sourceID: joined, sessionType: 3 }))).groupAtType, 0);
  },

  async hideConversation(around) {
    const { client, sdk, conversationID, all, history } = await chat(around);
    done(await ok(sdk.hideConversation(conversationID)));
    assert.deepEqual(await all(), []);
    assert.equal((await history(conversationID)).length, 1);
    await client.leave();
  },

  async hideAllConversation(around) {
    const { client, sdk, all } = await chat(around);
    done(await ok(sdk.hideAllConversation()));
    assert.deepEqual(await all(), []);
    await client.leave();
  },

  async clearConversationAndDeleteAllMsg(around) {
    const { client, sdk, conversationID, all, history } = await chat(around);
    done(await ok(sdk.clearConversationAndDeleteAllMsg(conversationID)));
    assert.equal((await all()).length, 1);
    assert.deepEqual(await history(conversationID), []);
    await client.leave();
  },

  async deleteConversationAndDeleteAllMsg(around) {
    const { client, sdk, conversationID, all, history } = await chat(around);
    done(await ok(sdk.deleteConversationAndDeleteAllMsg(conversationID)));
    assert.deepEqual(await all(), []);
    assert.deepEqual(await history(conversationID), []);
    await client.leave();
  },
};
