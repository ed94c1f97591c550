import type {
  Conversation, HistoryPage, HistoryRequest, InputStatus, LoginStatus, Message, OfflinePushInfo, ReadReceipt, SessionType, User,
} from './types';

/**
 * The hub's functions used here, by their OpenIM names: arguments positional and all of them given, objects as objects, null
 * for an object that is not given. More functions are one line each; docs/protocol lists them all.
 */
export interface Functions {
  GetLoginStatus(): LoginStatus;
  Logout(): null;

  GetSelfUserInfo(): User;
  GetUsersInfo(userIDs: string[]): User[];

  GetAllConversationList(): Conversation[];
  GetOneConversation(sessionType: SessionType, sourceID: string): Conversation;
  GetTotalUnreadMsgCount(): number;
  MarkConversationMessageAsRead(conversationID: string): null;

  CreateTextMessage(text: string): Message;
  SendMessage(
    message: Message, recvID: string, groupID: string, offlinePushInfo: OfflinePushInfo | null, isOnlineOnly: boolean,
  ): Message;
  GetAdvancedHistoryMessageList(request: HistoryRequest): HistoryPage;

  ChangeInputStates(conversationID: string, focus: boolean): null;
}

/** What the hub tells, without the cursor that ends every event's arguments. */
export interface Events {
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
  OnRecvC2CReadReceipt: [receipts: ReadReceipt[]];
  OnConversationUserInputStatusChanged: [status: InputStatus];

  OnNewConversation: [conversations: Conversation[]];
  OnConversationChanged: [conversations: Conversation[]];
  OnTotalUnreadMessageCountChanged: [count: number];
}

export type EventName = keyof Events;

/** SignalR wants a handler per name before the connection starts. The compiler checks that none is missing here. */
export const eventNames = Object.keys({
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
  OnRecvC2CReadReceipt: true,
  OnConversationUserInputStatusChanged: true,
  OnNewConversation: true,
  OnConversationChanged: true,
  OnTotalUnreadMessageCountChanged: true,
} satisfies Record<EventName, true>) as EventName[];
