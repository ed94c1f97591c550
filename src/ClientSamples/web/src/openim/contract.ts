import { friendEvents, type FriendEvents, type FriendFunctions, type RecvMsgOpt } from './friends';
import { groupEvents, type GroupEvents, type GroupFunctions } from './groups';
import type { AtInfo, FileInfo, Message, MessageRevoked, PictureInfo, SessionType, VideoInfo } from './messages';
import type {
  Conversation, HistoryPage, HistoryRequest, InputStatus, LoginStatus, OfflinePushInfo, ReadReceipt, SearchRequest, SearchResult,
} from './types';

/**
 * The hub's functions used here, by their OpenIM names: arguments positional and all of them given, objects as objects, null
 * for an object that is not given. More functions are one line each; docs/protocol lists them all.
 */
export interface Functions extends FriendFunctions, GroupFunctions {
  GetLoginStatus(): LoginStatus;
  Logout(): null;

  GetAllConversationList(): Conversation[];
  GetOneConversation(sessionType: SessionType, sourceID: string): Conversation;
  GetMultipleConversation(conversationIDs: string[]): Conversation[];
  GetTotalUnreadMsgCount(): number;
  MarkConversationMessageAsRead(conversationID: string): null;
  PinConversation(conversationID: string, isPinned: boolean): null;
  SetConversationRecvMessageOpt(conversationID: string, opt: RecvMsgOpt): null;
  /** Of a single chat: messages go some time after they were read. For both sides. */
  SetConversationPrivateChat(conversationID: string, isPrivate: boolean): null;
  /** @param burnDuration seconds */
  SetConversationBurnDuration(conversationID: string, burnDuration: number): null;
  /** Out of the list until the next message. */
  HideConversation(conversationID: string): null;
  ClearConversationAndDeleteAllMsg(conversationID: string): null;
  DeleteConversationAndDeleteAllMsg(conversationID: string): null;
  SetConversationDraft(conversationID: string, draftText: string): null;
  ResetConversationGroupAtType(conversationID: string): null;

  CreateTextMessage(text: string): Message;
  CreateTextAtMessage(text: string, userIDs: string[], atUsersInfo: AtInfo[], quoted: Message | null): Message;
  CreateQuoteMessage(text: string, quoted: Message): Message;
  CreateForwardMessage(message: Message): Message;
  CreateImageMessageByURL(sourcePath: string, source: PictureInfo, big: PictureInfo, snapshot: PictureInfo): Message;
  CreateVideoMessageByURL(video: VideoInfo & { videoPath: string; snapshotPath: string }): Message;
  CreateFileMessageByURL(file: FileInfo & { filePath: string }): Message;
  GetAtAllTag(): string;
  SendMessage(
    message: Message, recvID: string, groupID: string, offlinePushInfo: OfflinePushInfo | null, isOnlineOnly: boolean,
  ): Message;
  /** For messages whose files are uploaded already. */
  SendMessageNotOss(
    message: Message, recvID: string, groupID: string, offlinePushInfo: OfflinePushInfo | null, isOnlineOnly: boolean,
  ): Message;
  RevokeMessage(conversationID: string, clientMsgID: string): null;
  DeleteMessage(conversationID: string, clientMsgID: string): null;

  GetAdvancedHistoryMessageList(request: HistoryRequest): HistoryPage;
  /** The same forwards: what is newer than the message one has. */
  GetAdvancedHistoryMessageListReverse(request: HistoryRequest): HistoryPage;
  /** A message and what stands around it, the oldest first. */
  FetchSurroundingMessages(request: { startMessage: Partial<Message>; viewType: 0 | 1; before: number; after: number }): { messageList: Message[] };
  SearchLocalMessages(request: SearchRequest): SearchResult;

  ChangeInputStates(conversationID: string, focus: boolean): null;
}

/** What the hub tells, without the cursor that ends every event's arguments. */
export interface Events extends FriendEvents, GroupEvents {
  OnConnecting: [];
  OnConnectSuccess: [];
  OnConnectFailed: [errCode: number, errMsg: string];
  OnKickedOffline: [];
  OnUserTokenExpired: [];
  OnUserTokenInvalid: [message: string];

  OnSyncServerStart: [reinstalled: boolean];
  OnSyncServerFinish: [reinstalled: boolean];
  OnSyncServerFailed: [reinstalled: boolean];

  OnRecvNewMessages: [messages: Message[]];
  OnNewRecvMessageRevoked: [revoked: MessageRevoked];
  /** Also when another page or device of the same user has deleted it. */
  OnMsgDeleted: [message: Pick<Message, 'clientMsgID'>];
  OnRecvC2CReadReceipt: [receipts: ReadReceipt[]];
  OnConversationUserInputStatusChanged: [status: InputStatus];

  OnNewConversation: [conversations: Conversation[]];
  OnConversationChanged: [conversations: Conversation[]];
  OnTotalUnreadMessageCountChanged: [count: number];
}

export type EventName = keyof Events;

/** SignalR wants a handler per name before the connection starts. The compiler checks that none is missing here. */
export const eventNames = Object.keys({
  ...friendEvents,
  ...groupEvents,
  OnConnecting: true,
  OnConnectSuccess: true,
  OnConnectFailed: true,
  OnKickedOffline: true,
  OnUserTokenExpired: true,
  OnUserTokenInvalid: true,
  OnSyncServerStart: true,
  OnSyncServerFinish: true,
  OnSyncServerFailed: true,
  OnRecvNewMessages: true,
  OnNewRecvMessageRevoked: true,
  OnMsgDeleted: true,
  OnRecvC2CReadReceipt: true,
  OnConversationUserInputStatusChanged: true,
  OnNewConversation: true,
  OnConversationChanged: true,
  OnTotalUnreadMessageCountChanged: true,
} satisfies Record<EventName, true>) as EventName[];
