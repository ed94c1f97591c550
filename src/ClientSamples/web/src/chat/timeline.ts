import { ContentType, type Message, MessageStatus } from '../openim';

/**
 * Puts messages into a timeline, oldest first, each once. The same message arrives several times: as the answer to SendMessage,
 * as a conversation's latest message, from a history page; and not in the order in which it went through its states.
 */
export function merge(timeline: readonly Message[], incoming: readonly Message[]): Message[] {
  const byID = new Map(timeline.map((message) => [message.clientMsgID, message]));
  for (const message of incoming) {
    const known = byID.get(message.clientMsgID);
    byID.set(message.clientMsgID, known ? further(known, message) : message);
  }
  return [...byID.values()].filter((message) => message.status !== MessageStatus.Deleted).sort(byTime);
}

/** The newer account of the same message. What was reached once stays: sent, numbered, read, recalled. */
function further(known: Message, told: Message): Message {
  const isUnsent = known.status === MessageStatus.Sent && told.status !== MessageStatus.Sent && told.status !== MessageStatus.Deleted;
  const isUnrecalled = known.contentType === ContentType.Revoked && told.contentType !== ContentType.Revoked;
  const newer = isUnsent || isUnrecalled ? known : told;
  return { ...newer, seq: Math.max(known.seq, told.seq), isRead: known.isRead || told.isRead };
}

function byTime(a: Message, b: Message): number {
  return a.sendTime - b.sendTime || a.seq - b.seq;
}

/** Marks what the other one has read. */
export function markRead(timeline: readonly Message[], clientMsgIDs: readonly string[]): Message[] {
  const read = new Set(clientMsgIDs);
  return timeline.map((message) => (read.has(message.clientMsgID) && !message.isRead ? { ...message, isRead: true } : message));
}

/** Whether a message belongs to the conversation with that peer or group. */
export function belongsTo(message: Message, conversation: { userID: string; groupID: string }, selfID: string): boolean {
  if (conversation.groupID) return message.groupID === conversation.groupID;
  if (message.groupID) return false;
  const peer = message.sendID === selfID ? message.recvID : message.sendID;
  return peer === conversation.userID;
}
