import { ContentType, type Message, type MessageRevoked, type OpenImClient } from '../openim';

/** Who recalled it, when this is what is left of a message. */
export function recallOf({ contentType, notificationElem }: Message): MessageRevoked | undefined {
  return contentType === ContentType.Revoked && notificationElem?.detail
    ? (JSON.parse(notificationElem.detail) as MessageRevoked)
    : undefined;
}

/** "Bob recalled a message", as one's own reader sees it. */
export function recallText(message: Message, selfID: string): string {
  const recall = recallOf(message);
  if (!recall) return 'This message was recalled';
  const sender = recall.sourceMessageSendID || message.sendID;
  const who = recall.revokerID === selfID ? 'You' : recall.revokerNickname || recall.revokerID;
  if (recall.revokerID === sender) return `${who} recalled a message`;
  const whose = sender === selfID ? 'your message' : `a message of ${recall.sourceMessageSenderNickname || sender}`;
  return `${who} recalled ${whose}`;
}

/** What a recall makes of a timeline: the message and what quotes it. */
export function recall(timeline: readonly Message[], revoked: MessageRevoked): Message[] {
  const detail = JSON.stringify(revoked);
  const without = (message: Message): Message =>
    ({ ...message, contentType: ContentType.Revoked, notificationElem: { detail }, textElem: undefined, quoteElem: undefined, atTextElem: undefined });
  return timeline.map((message) => {
    if (message.clientMsgID === revoked.clientMsgID) return without(message);
    const { quoteElem, atTextElem } = message;
    if (quoteElem?.quoteMessage?.clientMsgID === revoked.clientMsgID)
      return { ...message, quoteElem: { ...quoteElem, quoteMessage: without(quoteElem.quoteMessage) } };
    if (atTextElem?.quoteMessage?.clientMsgID === revoked.clientMsgID)
      return { ...message, atTextElem: { ...atTextElem, quoteMessage: without(atTextElem.quoteMessage) } };
    return message;
  });
}

/** How long the text of a recalled message can be taken up again, in milliseconds. */
export const editAgainTime = 5 * 60_000;

const mostTexts = 20;
const texts = new WeakMap<OpenImClient, Map<string, string>>();

/** Texts that were recalled on this page, by message. Nobody else has them any more. */
export function recalledTexts(client: OpenImClient) {
  const own = texts.get(client) ?? new Map<string, string>();
  texts.set(client, own);
  return {
    get: (clientMsgID: string) => own.get(clientMsgID),
    keep(clientMsgID: string, text: string) {
      own.set(clientMsgID, text);
      if (own.size > mostTexts) own.delete(own.keys().next().value!);
    },
  };
}
