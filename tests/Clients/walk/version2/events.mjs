// What 2.x clients are told: what each event holds, and how those come about that no method of the walk brings.
import { ok } from '../client.mjs';
import * as row from './kinds.mjs';

const empty = (data) => data === '';

const receipt = { userID: 'string', msgIDList: ['string'], readTime: 'number', sessionType: 'number' };

const revoked = {
  revokerID: 'string', clientMsgID: 'string', revokerNickname: 'string', revokeTime: 'number', sourceMessageSendTime: 'number',
  sourceMessageSendID: 'string', sourceMessageSenderNickname: 'string', sessionType: 'number', revokerRole: 'number',
};

/** What each event holds. */
export const kinds = {
  OnConnecting: empty, OnConnectSuccess: empty, OnConnectFailed: empty, OnKickedOffline: empty, OnUserTokenExpired: empty,
  OnSyncServerStart: empty, OnSyncServerFinish: empty, OnSyncServerFailed: empty, OnSelfInfoUpdated: row.user,
  OnProgress: { clientMsgID: 'string', progress: 'number' }, OnRecvNewMessage: row.message, OnRecvNewMessages: [row.message],
  OnRecvNewMessageFromOtherWeb: row.message, OnRecvMessageRevoked: 'string', OnNewRecvMessageRevoked: revoked,
  OnRecvC2CReadReceipt: [receipt], OnConversationChanged: [row.conversation], OnNewConversation: [row.conversation],
  OnTotalUnreadMessageCountChanged: 'number', OnBlackAdded: row.black, OnBlackDeleted: row.black,
  OnFriendApplicationAdded: row.friendRequest, OnFriendApplicationAccepted: row.friendRequest,
  OnFriendApplicationRejected: row.friendRequest, OnFriendAdded: row.friend, OnFriendDeleted: row.friend,
  OnFriendInfoChanged: row.friend, OnJoinedGroupAdded: row.group, OnJoinedGroupDeleted: row.group, OnGroupInfoChanged: row.group,
  OnGroupMemberAdded: row.member, OnGroupMemberDeleted: row.member, OnGroupMemberInfoChanged: row.member,
  OnGroupApplicationAdded: row.groupRequest, OnGroupApplicationAccepted: row.groupRequest,
  OnGroupApplicationRejected: row.groupRequest,
};

async function requests(around, answer, event) {
  const applicant = await around.newcomer();
  await ok(applicant.sdk.addFriend({ toUserID: around.self, reqMsg: 'hi' }));
  await around.client.hears('OnFriendApplicationAdded', ({ fromUserID }) => fromUserID === applicant.userID);
  await ok(answer({ toUserID: applicant.userID, handleMsg: 'well' }));
  await applicant.hears(event, ({ handleMsg }) => handleMsg === 'well');
  await applicant.leave();
}

async function joins(around, answer, event, result) {
  const applicant = await around.newcomer();
  await ok(applicant.sdk.joinGroup({ groupID: around.group, reqMsg: 'hi', joinSource: 3 }));
  await around.client.hears('OnGroupApplicationAdded', ({ userID }) => userID === applicant.userID);
  await ok(answer({ groupID: around.group, fromUserID: applicant.userID, handleMsg: 'well' }));
  await applicant.hears(event, ({ handleResult }) => handleResult === result);
  await applicant.leave();
}

/** Brings about an event that no method of the walk brings to the one who calls it or to the friend. */
export const causes = {
  OnFriendApplicationAccepted: (around) => requests(around, around.sdk.acceptFriendApplication, 'OnFriendApplicationAccepted'),

  OnFriendApplicationRejected: (around) => requests(around, around.sdk.refuseFriendApplication, 'OnFriendApplicationRejected'),

  OnGroupApplicationAccepted: (around) => joins(around, around.sdk.acceptGroupApplication, 'OnGroupApplicationAccepted', 1),

  OnGroupApplicationRejected: (around) => joins(around, around.sdk.refuseGroupApplication, 'OnGroupApplicationRejected', -1),

  async OnKickedOffline({ newcomer, world }) {
    const client = await newcomer();
    await world.kick(client.userID);
    await client.hears('OnKickedOffline');
  },

  // 2.3.0 gets them in lists when its login says so.
  async OnRecvNewMessages({ create, world, self }) {
    const client = await create(await world.user('batching'));
    await client.enter({ isBatch: true });
    await world.text(self, client.userID, 'one of many');
    await client.hears('OnRecvNewMessages', ([{ content }]) => content === 'one of many');
    await client.leave();
  },

  // 2.3.0 makes it of the reply to another tab.
  async OnRecvNewMessageFromOtherWeb({ newcomer, create, self }) {
    const tab = await newcomer();
    const other = await create(tab.userID);
    await ok(other.sdk.login(other.login));
    const message = JSON.stringify(await ok(other.sdk.createTextMessage('from the other tab')));
    await ok(other.sdk.sendMessage({ recvID: self, groupID: '', message }));
    await tab.hears('OnRecvNewMessageFromOtherWeb', ({ content }) => content === 'from the other tab');
    await other.leave();
    await tab.leave();
  },
};

/** What is told when something fails, which trouble.mjs sees to. */
export const failures = ['OnConnectFailed', 'OnSyncServerFailed', 'OnUserTokenExpired'];

/** What the old gateway never told either. */
export const silent = [];
