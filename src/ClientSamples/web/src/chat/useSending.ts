import type { ShallowRef } from 'vue';
import {
  ContentType, type Conversation, type Message, MessageRepeatedError, MessageStatus, type OpenImClient, OpenImError, SessionType,
} from '../openim';
import { merge } from './timeline';

/** Sends texts. A message is in the timeline at once, as sending, then as sent or failed. */
export function useSending(client: OpenImClient, conversation: Conversation, messages: ShallowRef<Message[]>) {
  const put = (message: Message) => (messages.value = merge(messages.value, [message]));
  const remove = ({ clientMsgID }: Message) => (messages.value = messages.value.filter((other) => other.clientMsgID !== clientMsgID));

  // Creating is a call of its own; in order, so that the messages are numbered as they were typed.
  let previous: Promise<unknown> = Promise.resolve();

  async function sendText(text: string): Promise<void> {
    const draft = draftOf(text);
    put(draft);
    const creating = previous.then(() => client.call('CreateTextMessage', text));
    previous = creating.catch(() => undefined);
    let created: Message;
    try {
      created = await creating;
    } catch {
      put({ ...draft, status: MessageStatus.Failed });
      return;
    }
    remove(draft);
    await deliver({ ...created, recvID: conversation.userID, groupID: conversation.groupID });
  }

  async function deliver(message: Message): Promise<void> {
    put({ ...message, status: MessageStatus.Sending });
    try {
      put(await client.call('SendMessage', message, conversation.userID, conversation.groupID, null, false));
    } catch (error) {
      // It was sent, only the answer was lost.
      const isSent = error instanceof OpenImError && error.code === MessageRepeatedError;
      put({ ...message, status: isSent ? MessageStatus.Sent : MessageStatus.Failed });
    }
  }

  async function retry(message: Message): Promise<void> {
    if (message.clientMsgID.startsWith(draftPrefix)) {
      remove(message);
      await sendText(message.textElem?.content ?? '');
    } else {
      await deliver(message);
    }
  }

  function draftOf(text: string): Message {
    // Last, even when the clock of this device is slow.
    const now = Math.max(Date.now(), (messages.value.at(-1)?.sendTime ?? 0) + 1);
    return {
      clientMsgID: draftPrefix + crypto.getRandomValues(new Uint32Array(2)).join('-'),
      createTime: now,
      sendTime: now,
      sessionType: conversation.groupID ? SessionType.Group : SessionType.Single,
      sendID: client.userID,
      recvID: conversation.userID,
      groupID: conversation.groupID,
      contentType: ContentType.Text,
      senderPlatformID: 0,
      seq: 0,
      isRead: false,
      status: MessageStatus.Sending,
      textElem: { content: text },
    };
  }

  return { sendText, retry };
}

/** The name of a message that the gateway has not made yet. */
const draftPrefix = 'draft-';
