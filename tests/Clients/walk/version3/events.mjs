// What 3.x clients are told: what each event holds, and how those come about that no method of the walk brings.
import { causes as ofVersion2 } from '../version2/events.mjs';
import * as row from './kinds.mjs';

const empty = (data) => data === '';

const receipt = { userID: 'string', msgIDList: ['string'], readTime: 'number', sessionType: 'number' };

const revoked = {
  revokerID: 'string', clientMsgID: 'string', revokerNickname: 'string', revokeTime: 'number', sourceMessageSendTime: 'number',
  sourceMessageSendID: 'string', sourceMessageSenderNickname: 'string', sessionType: 'number', revokerRole: 'number',
  seq: 'number', ex: 'string', isAdminRevoke: 'boolean',
};

/** What each event holds. */
export const kinds = {
  OnConnecting: empty, OnConnectSuccess: empty, OnConnectFailed: empty, OnKickedOffline: empty, OnUserTokenExpired: empty,
  OnSyncServerStart: empty, OnSyncServerFinish: empty, OnSyncServerFailed: empty, OnSelfInfoUpdated: row.user,
  OnRecvNewMessages: [row.message], OnNewRecvMessageRevoked: revoked, OnRecvC2CReadReceipt: [receipt],
  OnConversationChanged: [row.conversation], OnNewConversation: [row.conversation], OnTotalUnreadMessageCountChanged: 'number',
  OnBlackAdded: row.black, OnBlackDeleted: row.black, OnFriendApplicationAdded: row.friendRequest,
  OnFriendApplicationAccepted: row.friendRequest, OnFriendApplicationRejected: row.friendRequest, OnFriendAdded: row.friend,
  OnFriendDeleted: row.friend, OnFriendInfoChanged: row.friend, OnJoinedGroupAdded: row.group, OnJoinedGroupDeleted: row.group,
  OnGroupDismissed: row.group, OnGroupInfoChanged: row.group, OnGroupMemberAdded: row.member, OnGroupMemberDeleted: row.member,
  OnGroupMemberInfoChanged: row.member, OnGroupApplicationAdded: row.groupRequest, OnGroupApplicationAccepted: row.groupRequest,
  OnGroupApplicationRejected: row.groupRequest, OnUserStatusChanged: row.onlineState,
};

const {
  OnFriendApplicationAccepted, OnFriendApplicationRejected, OnGroupApplicationAccepted, OnGroupApplicationRejected,
  OnKickedOffline,
} = ofVersion2;

/** Brings about an event that no method of the walk brings to the one who calls it or to the friend. */
export const causes = {
  OnFriendApplicationAccepted, OnFriendApplicationRejected, OnGroupApplicationAccepted, OnGroupApplicationRejected,
  OnKickedOffline,
};

/** What is told when something fails, which trouble.mjs sees to. */
export const failures = ['OnConnectFailed', 'OnSyncServerFailed', 'OnUserTokenExpired'];

/** What the old gateway never told either: it set no listener for the last one, and told new messages in lists. */
export const silent = ['OnRecvNewMessage', 'OnProgress', 'OnRecvCustomBusinessMessage'];
