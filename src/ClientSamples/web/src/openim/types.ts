// OpenIM v3.8 entities as the hub sends them: camelCase JSON, times in milliseconds. A field that OpenIM leaves out when it
// is empty is optional here. Only the kinds of content that this sample shows are spelled out.

export enum SessionType {
  Single = 1,
  Group = 3,
  Notification = 4,
}

export enum MessageStatus {
  Sending = 1,
  Sent = 2,
  Failed = 3,
  Deleted = 4,
}

export enum ContentType {
  Text = 101,
  Picture = 102,
  Sound = 103,
  Video = 104,
  File = 105,
  AtText = 106,
  Merger = 107,
  Card = 108,
  Location = 109,
  Custom = 110,
  Typing = 113,
  Quote = 114,
  Face = 115,
  AdvancedText = 117,
  MarkdownText = 118,
  /** From here up to 2200: notifications, with notificationElem. */
  FirstNotification = 1201,
  /** What is left of a message that was recalled. */
  Revoked = 2101,
}

export interface Message {
  clientMsgID: string;
  serverMsgID?: string;
  createTime: number;
  /** The server's clock once it is sent, the gateway's before. */
  sendTime: number;
  sessionType: SessionType;
  sendID: string;
  recvID?: string;
  groupID?: string;
  contentType: ContentType;
  senderPlatformID: number;
  senderNickname?: string;
  senderFaceUrl?: string;
  /** Position in the conversation; 0 until the server's echo has arrived. */
  seq: number;
  /** Of one's own message: the other one has read it. */
  isRead: boolean;
  status: MessageStatus;
  textElem?: { content: string };
  atTextElem?: { text?: string };
  quoteElem?: { text?: string };
  advancedTextElem?: { text?: string };
  markdownTextElem?: { content: string };
  fileElem?: { fileName?: string };
  locationElem?: { description?: string };
  cardElem?: { nickname: string };
  mergeElem?: { title?: string };
  notificationElem?: { detail?: string };
  attachedInfoElem?: { hasReadTime?: number };
}

export interface Conversation {
  conversationID: string;
  conversationType: SessionType;
  /** The other one, in a single chat. */
  userID: string;
  groupID: string;
  showName: string;
  faceURL: string;
  /** 2: not counted in the total of unread messages. */
  recvMsgOpt: number;
  unreadCount: number;
  /** JSON of a {@link Message}, or "" when there is none. See {@link latestMessage}. */
  latestMsg: string;
  latestMsgSendTime: number;
  draftText: string;
  draftTextTime: number;
  isPinned: boolean;
}

export interface User {
  userID: string;
  nickname: string;
  faceURL: string;
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
