// OpenIM's messages: one envelope, and one element that says what is in it.

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
  /** Custom messages of an app's server: one that leaves the conversation list as it is, and one for who is online. */
  CustomUntold = 119,
  CustomOnlineOnly = 120,
  /** From here up to 2200: notifications, with notificationElem. */
  FirstNotification = 1201,
  LastNotification = 2200,
  /** What is left of a message that was recalled; notificationElem's detail is a {@link MessageRevoked}. */
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
  atTextElem?: AtTextElem;
  quoteElem?: { text?: string; quoteMessage?: Message };
  advancedTextElem?: { text?: string };
  markdownTextElem?: { content: string };
  pictureElem?: { sourcePicture?: PictureInfo; bigPicture?: PictureInfo; snapshotPicture?: PictureInfo };
  soundElem?: SoundInfo;
  videoElem?: VideoInfo;
  fileElem?: FileInfo;
  locationElem?: { description?: string; longitude: number; latitude: number };
  cardElem?: { userID: string; nickname: string; faceURL: string; ex: string };
  mergeElem?: { title?: string; abstractList?: string[]; multiMessage?: Message[] };
  faceElem?: { index: number; data?: string };
  customElem?: { data?: string; description?: string; extension?: string };
  /** JSON. */
  notificationElem?: { detail?: string };
  attachedInfoElem?: { hasReadTime?: number };
}

export interface AtTextElem {
  /** Mentions stand in it as `@userID`, followed by a space. */
  text?: string;
  atUserList?: string[];
  atUsersInfo?: AtInfo[];
  quoteMessage?: Message;
  isAtSelf?: boolean;
}

export interface AtInfo {
  /** A user id, or what GetAtAllTag answers. */
  atUserID: string;
  groupNickname: string;
}

export interface PictureInfo {
  uuid?: string;
  /** A media type, such as image/png. */
  type?: string;
  size: number;
  width: number;
  height: number;
  url?: string;
}

export interface SoundInfo {
  uuid?: string;
  sourceUrl?: string;
  dataSize: number;
  /** In seconds. */
  duration: number;
  soundType?: string;
}

export interface VideoInfo {
  videoUUID?: string;
  videoUrl?: string;
  videoType?: string;
  videoSize: number;
  /** In seconds. */
  duration: number;
  snapshotUUID?: string;
  snapshotSize: number;
  snapshotUrl?: string;
  snapshotWidth: number;
  snapshotHeight: number;
  snapshotType?: string;
}

export interface FileInfo {
  uuid?: string;
  sourceUrl?: string;
  fileName?: string;
  fileSize: number;
  fileType?: string;
}

/** Who has recalled which message. */
export interface MessageRevoked {
  revokerID: string;
  revokerRole: number;
  clientMsgID: string;
  revokerNickname: string;
  revokeTime: number;
  sourceMessageSendTime: number;
  sourceMessageSendID: string;
  sourceMessageSenderNickname: string;
  sessionType: SessionType;
  seq: number;
}
