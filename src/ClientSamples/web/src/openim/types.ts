// OpenIM v3.8 entities as the hub sends them: camelCase JSON, times in milliseconds. A field that OpenIM leaves out when it
// is empty is optional here. Messages are in messages.ts.

import type { RecvMsgOpt } from './friends';
import { type Message, SessionType } from './messages';

export interface Conversation {
  conversationID: string;
  conversationType: SessionType;
  /** The other one, in a single chat. */
  userID: string;
  groupID: string;
  showName: string;
  faceURL: string;
  recvMsgOpt: RecvMsgOpt;
  unreadCount: number;
  /** Whether a message that is not looked at yet mentions one. */
  groupAtType: GroupAtType;
  /** One has left the group, or was removed. */
  isNotInGroup: boolean;
  /** JSON of a {@link Message}, or "" when there is none. See {@link latestMessage}. */
  latestMsg: string;
  latestMsgSendTime: number;
  draftText: string;
  draftTextTime: number;
  isPinned: boolean;
  /** Messages go {@link burnDuration} seconds after they were read. */
  isPrivateChat: boolean;
  burnDuration: number;
}

export enum GroupAtType {
  None = 0,
  Me = 1,
  All = 2,
  AllAndMe = 3,
}

export interface HistoryRequest {
  conversationID: string;
  /** The oldest message one has, to get what is older; "" for the newest page. */
  startClientMsgID: string;
  count: number;
  viewType: 0 | 1;
}

export interface HistoryPage {
  /** Oldest first. */
  messageList: Message[];
  isEnd: boolean;
  /** Not 0: a part could not be fetched, the page is what there was. */
  errCode: number;
  errMsg: string;
}

export interface SearchRequest {
  /** "": all conversations. */
  conversationID: string;
  keywordList: string[];
  /** 0: any of the keywords, 1: all of them. */
  keywordListMatchType: 0 | 1;
  senderUserIDList: string[];
  /** Empty: all kinds that have a text. */
  messageTypeList: number[];
  /** In seconds; 0: now, and without bound. */
  searchTimePosition: number;
  searchTimePeriod: number;
  /** From 1; of one conversation only. */
  pageIndex: number;
  count: number;
}

export interface ConversationHits {
  conversationID: string;
  conversationType: SessionType;
  showName: string;
  faceURL: string;
  messageCount: number;
  /** The newest first. */
  messageList: Message[] | null;
}

export interface SearchResult {
  totalCount: number;
  searchResultItems: ConversationHits[] | null;
  /** Only the latest messages were looked at. */
  isTruncated?: boolean;
}

export interface ReadReceipt {
  /** Who has read. */
  userID: string;
  /** OpenIM writes null for none. */
  msgIDList: string[] | null;
  readTime: number;
}

export interface InputStatus {
  conversationID: string;
  userID: string;
  /** The platforms on which the user is typing; empty: no longer. */
  platformIDs: number[];
}

export interface OfflinePushInfo {
  title: string;
  desc: string;
  ex: string;
  iOSPushSound: string;
  iOSBadgeCount: boolean;
}

export enum LoginStatus {
  LoggedOut = 1,
  LoggingIn = 2,
  LoggedIn = 3,
}

/** The last message of a conversation, which OpenIM encodes a second time. */
export function latestMessage(conversation: Conversation): Message | undefined {
  return conversation.latestMsg === '' ? undefined : (JSON.parse(conversation.latestMsg) as Message);
}
