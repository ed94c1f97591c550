// Groups: entities, functions and events. Times are milliseconds.
import type { HandleResult } from './friends';

export enum GroupStatus {
  Normal = 0,
  Banned = 1,
  Dismissed = 2,
  /** Only the owner and administrators may write. */
  Muted = 3,
}

export enum GroupVerification {
  /** Whoever joins by id applies; who is invited does not. */
  ApplyOnJoin = 0,
  Always = 1,
  Never = 2,
}

export enum GroupRole {
  Member = 20,
  Admin = 60,
  Owner = 100,
}

/** What GetGroupMemberList lists. */
export enum MemberFilter {
  All = 0,
  Owner = 1,
  Admins = 2,
  Members = 3,
  AdminsAndMembers = 4,
  OwnerAndAdmins = 5,
}

export interface Group {
  groupID: string;
  groupName: string;
  /** The announcement. */
  notification: string;
  notificationUpdateTime: number;
  notificationUserID: string;
  introduction: string;
  faceURL: string;
  ownerUserID: string;
  memberCount: number;
  status: GroupStatus;
  createTime: number;
  needVerification: GroupVerification;
}

export interface GroupMember {
  groupID: string;
  userID: string;
  /** The name in this group. */
  nickname: string;
  faceURL: string;
  roleLevel: GroupRole;
  joinTime: number;
  /** Until when the member cannot write; in the past, or 0: he can. */
  muteEndTime: number;
}

export interface GroupApplication {
  groupID: string;
  groupName: string;
  groupFaceURL: string;
  userID: string;
  nickname: string;
  userFaceURL: string;
  reqMsg: string;
  reqTime: number;
  handleResult: HandleResult;
  handledMsg: string;
}

/** How one comes into a group. */
export const JoinSource = { Invitation: 2, Search: 3, QrCode: 4 } as const;

/** The only kind of group that a 3.8 server makes. */
export const workingGroup = 2;

interface ApplicationPage {
  /** Empty: all groups. */
  groupIDs: string[];
  handleResults: HandleResult[];
  offset: number;
  count: number;
}

export interface GroupFunctions {
  GetJoinedGroupList(): Group[];
  /** Also groups that one is not in. */
  GetSpecifiedGroupsInfo(groupIDs: string[]): Group[];
  CreateGroup(request: {
    memberUserIDs: string[];
    adminUserIDs: string[];
    groupInfo: { groupName: string; faceURL: string; introduction: string; groupType: typeof workingGroup };
  }): Group;
  JoinGroup(groupID: string, reqMsg: string, joinSource: number, ex: string): null;
  QuitGroup(groupID: string): null;
  DismissGroup(groupID: string): null;
  /** What is absent stays as it is. */
  SetGroupInfo(
    info: { groupID: string } & Partial<Pick<Group, 'groupName' | 'faceURL' | 'introduction' | 'notification' | 'needVerification'>>,
  ): null;
  ChangeGroupMute(groupID: string, isMute: boolean): null;
  TransferGroupOwner(groupID: string, newOwnerUserID: string): null;

  GetGroupMemberList(groupID: string, filter: MemberFilter, offset: number, count: number): GroupMember[];
  /** Those of the users that are members. */
  GetSpecifiedGroupMembersInfo(groupID: string, userIDs: string[]): GroupMember[];
  SearchGroupMembers(search: {
    groupID: string; keywordList: string[]; isSearchUserID: boolean; isSearchMemberNickname: boolean; offset: number; count: number;
  }): GroupMember[];
  GetUsersInGroup(groupID: string, userIDs: string[]): string[];
  InviteUserToGroup(groupID: string, reason: string, userIDs: string[]): null;
  KickGroupMember(groupID: string, reason: string, userIDs: string[]): null;
  /** @param mutedSeconds 0 lets the member write again */
  ChangeGroupMemberMute(groupID: string, userID: string, mutedSeconds: number): null;
  SetGroupMemberInfo(info: { groupID: string; userID: string; nickname?: string; roleLevel?: GroupRole }): null;

  GetGroupApplicationListAsRecipient(page: ApplicationPage): GroupApplication[];
  GetGroupApplicationListAsApplicant(page: ApplicationPage): GroupApplication[];
  /** @param request only those after `time`; 0 for all */
  GetGroupApplicationUnhandledCount(request: { time: number }): number;
  AcceptGroupApplication(groupID: string, fromUserID: string, handleMsg: string): null;
  RefuseGroupApplication(groupID: string, fromUserID: string, handleMsg: string): null;
}

export interface GroupEvents {
  OnJoinedGroupAdded: [group: Group];
  OnJoinedGroupDeleted: [group: Group];
  OnGroupInfoChanged: [group: Group];
  OnGroupDismissed: [group: Group];
  OnGroupMemberAdded: [member: GroupMember];
  OnGroupMemberDeleted: [member: GroupMember];
  OnGroupMemberInfoChanged: [member: GroupMember];
  OnGroupApplicationAdded: [application: GroupApplication];
  OnGroupApplicationAccepted: [application: GroupApplication];
  OnGroupApplicationRejected: [application: GroupApplication];
}

export const groupEvents = {
  OnJoinedGroupAdded: true,
  OnJoinedGroupDeleted: true,
  OnGroupInfoChanged: true,
  OnGroupDismissed: true,
  OnGroupMemberAdded: true,
  OnGroupMemberDeleted: true,
  OnGroupMemberInfoChanged: true,
  OnGroupApplicationAdded: true,
  OnGroupApplicationAccepted: true,
  OnGroupApplicationRejected: true,
} satisfies Record<keyof GroupEvents, true>;
