// What 3.x clients are answered with: the keys that the old gateway always sent.
import { nullOr } from '../kinds.mjs';

const of = (kind, keys) => Object.fromEntries(keys.split(' ').map((key) => [key, kind]));

export const message = {
  clientMsgID: 'string', sendID: 'string',
  ...of('number', 'createTime sendTime sessionType msgFrom contentType senderPlatformID seq status'), isRead: 'boolean',
};

export const conversation = {
  ...of('string', 'conversationID userID groupID showName faceURL latestMsg draftText attachedInfo ex'),
  ...of('number', 'conversationType recvMsgOpt unreadCount groupAtType latestMsgSendTime draftTextTime burnDuration'),
  ...of('number', 'updateUnreadCountTime maxSeq minSeq msgDestructTime'),
  ...of('boolean', 'isPinned isPrivateChat isNotInGroup isMsgDestruct'),
};

export const user = {
  ...of('string', 'userID nickname faceURL ex attachedInfo'), ...of('number', 'createTime globalRecvMsgOpt'),
};

export const friend = {
  ...of('string', 'ownerUserID userID remark operatorUserID nickname faceURL ex attachedInfo'),
  ...of('number', 'createTime addSource'), isPinned: 'boolean',
};

export const black = {
  ...of('string', 'ownerUserID userID nickname faceURL operatorUserID ex attachedInfo'), ...of('number', 'createTime addSource'),
};

export const fullUser = {
  publicInfo: nullOr({ userID: 'string', nickname: 'string' }), friendInfo: nullOr(friend), blackInfo: nullOr(black),
};

export const friendRequest = {
  ...of('string', 'fromUserID fromNickname fromFaceURL toUserID toNickname toFaceURL reqMsg handlerUserID handleMsg ex'),
  attachedInfo: 'string',
  ...of('number', 'handleResult createTime handleTime'),
};

export const group = {
  ...of('string', 'groupID groupName notification introduction faceURL creatorUserID ownerUserID ex notificationUserID'),
  ...of('number', 'createTime status groupType memberCount needVerification lookMemberInfo applyMemberFriend'),
  notificationUpdateTime: 'number',
};

export const member = {
  ...of('string', 'groupID userID nickname faceURL inviterUserID operatorUserID ex attachedInfo'),
  ...of('number', 'roleLevel joinTime joinSource muteEndTime'),
};

export const groupRequest = {
  ...of('string', 'groupID groupName groupFaceURL ownerUserID userID nickname userFaceURL reqMsg handledMsg handleUserID ex'),
  ...of('number', 'memberCount handleResult reqTime handledTime joinSource'),
};

export const relation = { userID: 'string', result: 'number' };

export const onlineState = { userID: 'string', status: 'number', platformIDs: nullOr(['number']) };

export const found = {
  ...of('string', 'conversationID showName faceURL'), conversationType: 'number', messageCount: 'number', messageList: [message],
};
