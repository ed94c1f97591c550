// Users, friends and blacklist: entities, functions and events. Times are milliseconds, but createTime of a friend and of a
// blocked user are seconds.

export interface User {
  userID: string;
  nickname: string;
  faceURL: string;
}

/** Oneself. */
export interface SelfUser extends User {
  globalRecvMsgOpt: RecvMsgOpt;
}

export enum RecvMsgOpt {
  Receive = 0,
  /** Messages are not even pushed; the history has them. */
  Block = 1,
  /** Received without notice, and not counted in the total of unread messages. */
  DoNotDisturb = 2,
}

export interface Friend extends User {
  remark: string;
  createTime: number;
  isPinned: boolean;
}

export interface BlockedUser {
  blockUserID: string;
  nickname: string;
  faceURL: string;
  createTime: number;
}

export enum HandleResult {
  Refused = -1,
  Open = 0,
  Accepted = 1,
}

export interface FriendApplication {
  fromUserID: string;
  fromNickname: string;
  fromFaceURL: string;
  toUserID: string;
  toNickname: string;
  toFaceURL: string;
  reqMsg: string;
  createTime: number;
  handleResult: HandleResult;
  handleMsg: string;
}

export interface OnlineStatus {
  userID: string;
  status: 0 | 1;
  /** OpenIM writes null for none. */
  platformIDs: number[] | null;
}

export interface FriendFunctions {
  GetSelfUserInfo(): SelfUser;
  GetUsersInfo(userIDs: string[]): User[];
  /** What is absent stays as it is. */
  SetSelfInfo(userInfo: { nickname?: string; faceURL?: string; globalRecvMsgOpt?: RecvMsgOpt }): null;
  SetGlobalRecvMessageOpt(opt: RecvMsgOpt): null;
  /** @returns the states of now; later ones come as OnUserStatusChanged */
  SubscribeUsersStatus(userIDs: string[]): OnlineStatus[];
  UnsubscribeUsersStatus(userIDs: string[]): null;

  GetFriendList(filterBlack: boolean): Friend[];
  SearchFriends(search: { keywordList: string[]; isSearchUserID: boolean; isSearchNickname: boolean; isSearchRemark: boolean }): Friend[];
  AddFriend(request: { toUserID: string; reqMsg: string; ex: string }): null;
  AcceptFriendApplication(answer: { toUserID: string; handleMsg: string }): null;
  RefuseFriendApplication(answer: { toUserID: string; handleMsg: string }): null;
  DeleteFriend(userID: string): null;
  UpdateFriends(update: { friendUserIDs: string[]; remark?: string; isPinned?: boolean }): null;
  GetFriendApplicationListAsRecipient(page: { handleResults: HandleResult[]; offset: number; count: number }): FriendApplication[];
  GetFriendApplicationListAsApplicant(page: { offset: number; count: number }): FriendApplication[];
  /** @param request only those after `time`; 0 for all */
  GetFriendApplicationUnhandledCount(request: { time: number }): number;

  GetBlackList(): BlockedUser[];
  AddBlack(userID: string, ex: string): null;
  RemoveBlack(userID: string): null;
}

export interface FriendEvents {
  OnSelfInfoUpdated: [user: SelfUser];
  OnUserStatusChanged: [status: OnlineStatus];
  OnFriendAdded: [friend: Friend];
  OnFriendDeleted: [friend: Friend];
  OnFriendInfoChanged: [friend: Friend];
  OnFriendApplicationAdded: [application: FriendApplication];
  OnFriendApplicationAccepted: [application: FriendApplication];
  OnFriendApplicationRejected: [application: FriendApplication];
  OnBlackAdded: [blocked: BlockedUser];
  OnBlackDeleted: [blocked: BlockedUser];
}

export const friendEvents = {
  OnSelfInfoUpdated: true,
  OnUserStatusChanged: true,
  OnFriendAdded: true,
  OnFriendDeleted: true,
  OnFriendInfoChanged: true,
  OnFriendApplicationAdded: true,
  OnFriendApplicationAccepted: true,
  OnFriendApplicationRejected: true,
  OnBlackAdded: true,
  OnBlackDeleted: true,
} satisfies Record<keyof FriendEvents, true>;
