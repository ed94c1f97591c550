// Conversations and their settings.
import assert from 'node:assert/strict';
import { ok } from '../client.mjs';
import { done, has, is } from '../kinds.mjs';
import { conversation } from './kinds.mjs';

const row = async ({ sdk, friend }) =>
  is(conversation, await ok(sdk.getOneConversation({ sourceID: friend.userID, sessionType: 1 })));

const changed = ({ client, friend }, wanted) =>
  client.hears('OnConversationChanged', (rows) => rows.some((one) => one.userID === friend.userID && wanted(one)));

/** A newcomer with a chat, whose id is as its client names it. */
async function chat({ newcomer, self, world }) {
  const client = await newcomer();
  await world.text(self, client.userID, 'hello');
  await client.hears('OnNewConversation', (rows) => rows.some(({ userID }) => userID === self));
  return { client, conversationID: `single_${self}`, all: () => ok(client.sdk.getAllConversationList()) };
}

export const conversations = {
  async getAllConversationList({ sdk, friend, group }) {
    const rows = await ok(sdk.getAllConversationList());
    const { conversationID } = has(conversation, rows, ({ userID }) => userID === friend.userID);
    assert.equal(conversationID, `single_${friend.userID}`);
    has(conversation, rows, ({ groupID }) => groupID === group);
  },

  async getConversationListSplit({ sdk }) {
    const all = await ok(sdk.getAllConversationList());
    const page = is([conversation], await ok(sdk.getConversationListSplit({ offset: 1, count: 1 })));
    assert.deepEqual(page.map(({ conversationID }) => conversationID), [all[1].conversationID]);
  },

  async getOneConversation(around) {
    assert.equal((await row(around)).showName, "friend's name");
  },

  async getConversationIDBySessionType({ sdk, friend }) {
    assert.equal(
      await ok(sdk.getConversationIDBySessionType({ sourceID: friend.userID, sessionType: 1 })), `single_${friend.userID}`);
  },

  async getMultipleConversation({ sdk, friend }) {
    const rows = await ok(sdk.getMultipleConversation([`single_${friend.userID}`]));
    has(conversation, rows, ({ userID }) => userID === friend.userID);
    assert.equal(rows.length, 1);
  },

  async setConversationDraft(around) {
    const { sdk, friend } = around;
    done(await ok(sdk.setConversationDraft({ conversationID: `single_${friend.userID}`, draftText: 'to be ' })));
    await changed(around, ({ draftText }) => draftText === 'to be ');
    assert.equal((await row(around)).draftText, 'to be ');
    done(await ok(sdk.setConversationDraft({ conversationID: `single_${friend.userID}`, draftText: '' })));
  },

  async pinConversation(around) {
    const { sdk, friend } = around;
    done(await ok(sdk.pinConversation({ conversationID: `single_${friend.userID}`, isPinned: true })));
    await changed(around, ({ isPinned }) => isPinned);
    assert.equal((await ok(sdk.getAllConversationList()))[0].userID, friend.userID);
    done(await ok(sdk.pinConversation({ conversationID: `single_${friend.userID}`, isPinned: false })));
  },

  async getTotalUnreadMsgCount({ sdk, client, world, self, friend }) {
    const before = is('number', await ok(sdk.getTotalUnreadMsgCount()));
    await world.text(friend.userID, self, 'one more');
    await client.hears('OnTotalUnreadMessageCountChanged', (count) => count === before + 1);
    assert.equal(await ok(sdk.getTotalUnreadMsgCount()), before + 1);
  },

  async getConversationRecvMessageOpt({ sdk, friend }) {
    const conversationID = `single_${friend.userID}`;
    const rows = await ok(sdk.getConversationRecvMessageOpt([conversationID]));
    assert.deepEqual(rows, [{ conversationID, result: 0 }]);
  },

  async setConversationRecvMessageOpt(around) {
    const { sdk, friend } = around;
    const conversationID = `single_${friend.userID}`;
    done(await ok(sdk.setConversationRecvMessageOpt({ conversationIDList: [conversationID], opt: 2 })));
    assert.equal((await ok(sdk.getConversationRecvMessageOpt([conversationID])))[0].result, 2);
    done(await ok(sdk.setConversationRecvMessageOpt({ conversationIDList: [conversationID], opt: 0 })));
  },

  async setOneConversationPrivateChat(around) {
    const { sdk, friend } = around;
    const conversationID = `single_${friend.userID}`;
    done(await ok(sdk.setOneConversationPrivateChat({ conversationID, isPrivate: true })));
    await changed(around, ({ isPrivateChat }) => isPrivateChat);
    done(await ok(sdk.setOneConversationPrivateChat({ conversationID, isPrivate: false })));
  },

  async resetConversationGroupAtType({ sdk, client, world, joined, self }) {
    await world.mention(self, joined);
    await client.hears('OnConversationChanged', (rows) =>
      rows.some(({ groupID, groupAtType }) => groupID === joined && groupAtType === 1));
    done(await ok(sdk.resetConversationGroupAtType(`super_group_${joined}`)));
    assert.equal((await ok(sdk.getOneConversation({ sourceID: joined, sessionType: 3 }))).groupAtType, 0);
  },

  async deleteConversation(around) {
    const { client, conversationID, all } = await chat(around);
    done(await ok(client.sdk.deleteConversation(conversationID)));
    assert.deepEqual(await all(), []);
    await client.leave();
  },

  async deleteAllConversationFromLocal(around) {
    const { client, all } = await chat(around);
    done(await ok(client.sdk.deleteAllConversationFromLocal()));
    assert.deepEqual(await all(), []);
    await client.leave();
  },

  async deleteConversationFromLocalAndSvr(around) {
    const { client, conversationID, all } = await chat(around);
    done(await ok(client.sdk.deleteConversationFromLocalAndSvr(conversationID)));
    assert.deepEqual(await all(), []);
    await client.leave();
  },
};
