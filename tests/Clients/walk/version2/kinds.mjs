// What 2.x clients are answered with: the keys that the old gateway always sent.
import { nullOr } from '../kinds.mjs';

const of = (kind, keys) => Object.fromEntries(keys.split(' ').map((key) => [key, kind]));

export const message = {
  clientMsgID: 'string', sendID: 'string',
  ...of('number', 'createTime sendTime sessionType msgFrom contentType platformID seq status'), isRead: 'boolean',
  ...of('object', 'pictureElem soundElem videoElem fileElem mergeElem atElem faceElem locationElem customElem quoteElem'),
  ...of('object', 'notificationElem messageEntityElem attachedInfoElem'),
};

export const conversation = {
  ...of('string', 'conversationID userID groupID showName faceURL latestMsg draftText attachedInfo ex'),
  ...of('number', 'conversationType recvMsgOpt unreadCount groupAtType latestMsgSendTime draftTextTime updateUnreadCountTime'),
  ...of('boolean', 'isPinned isPrivateChat isNotInGroup'),
};

export const user = {
  ...of('string', 'userID nickname faceURL phoneNumber email ex attachedInfo'),
  ...of('number', 'gender birth createTime globalRecvMsgOpt'),
};

export const friend = {
  ...of('string', 'ownerUserID userID remark operatorUserID nickname faceURL phoneNumber email ex attachedInfo'),
  ...of('number', 'createTime addSource gender birth'),
};

export const black = {
  ...of('string', 'ownerUserID userID nickname faceURL operatorUserID ex attachedInfo'),
  ...of('number', 'gender createTime addSource'),
};

export const fullUser = {
  publicInfo: nullOr({ userID: 'string', nickname: 'string' }), friendInfo: nullOr(friend), blackInfo: nullOr(black),
};

export const friendRequest = {
  ...of('string', 'fromUserID fromNickname fromFaceURL toUserID toNickname toFaceURL reqMsg handlerUserID handleMsg ex'),
  attachedInfo: 'string',
  ...of('number', 'fromGender toGender handleResult createTime handleTime'),
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
  ...of('number', 'memberCount gender handleResult reqTime handledTime joinSource'),
};

export const outcome = { userID: 'string', result: 'number' };

export const found = {
  ...of('string', 'conversationID showName faceURL'), conversationType: 'number', messageCount: 'number', messageList: [message],
};
