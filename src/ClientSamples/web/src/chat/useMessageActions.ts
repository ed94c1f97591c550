import { showSuccessToast } from 'vant';
import type { Ref } from 'vue';
import { showError } from '../layout/useAction';
import { type Message, MessageStatus, type OpenImClient } from '../openim';
import { ownText } from './messageText';
import { isDraft, type Outbox } from './outbox';
import { recalledTexts } from './recalled';

export interface MessageAction {
  name: 'copy' | 'quote' | 'forward' | 'recall' | 'delete' | 'retry';
  title: string;
  isDangerous?: boolean;
}

interface Context {
  client: OpenImClient;
  conversationID: string;
  outbox: Outbox;
  /** Owner or administrator of the group. */
  isManager: Ref<boolean>;
  remove(message: Message): void;
  quote(message: Message): void;
  forward(message: Message): void;
}

/** What can be done with a message, and doing it. */
export function useMessageActions({ client, conversationID, outbox, isManager, remove, quote, forward }: Context) {
  function actionsOf(message: Message): MessageAction[] {
    const isSent = message.status === MessageStatus.Sent;
    const isOwn = message.sendID === client.userID;
    const actions: (MessageAction | false)[] = [
      message.status === MessageStatus.Failed && { name: 'retry', title: 'Send again' },
      ownText(message) !== undefined && { name: 'copy', title: 'Copy' },
      isSent && { name: 'quote', title: 'Reply with quote' },
      isSent && { name: 'forward', title: 'Forward' },
      isSent && (isOwn || isManager.value) && { name: 'recall', title: isOwn ? 'Recall' : 'Recall for everybody', isDangerous: true },
      message.status !== MessageStatus.Sending && { name: 'delete', title: 'Delete for me', isDangerous: true },
    ];
    return actions.filter((action) => action !== false);
  }

  async function run({ name }: MessageAction, message: Message): Promise<void> {
    try {
      await runners[name](message);
    } catch (error) {
      showError(error);
    }
  }

  const runners: Record<MessageAction['name'], (message: Message) => unknown> = {
    quote,
    forward,
    retry: (message) => outbox.retry(message),
    async copy(message) {
      await copyText(ownText(message)!);
      showSuccessToast('Copied');
    },
    async recall(message) {
      const text = ownText(message);
      if (text && message.sendID === client.userID) recalledTexts(client).keep(message.clientMsgID, text);
      await client.call('RevokeMessage', conversationID, message.clientMsgID);
    },
    async delete(message) {
      // Of a draft nobody but this page knows.
      if (!isDraft(message)) await client.call('DeleteMessage', conversationID, message.clientMsgID);
      outbox.discard(message);
      remove(message);
    },
  };

  return { actionsOf, run };
}

/** The clipboard's own interface is there only over https and on localhost. */
async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.body.appendChild(document.createElement('textarea'));
  field.value = text;
  field.select();
  document.execCommand('copy');
  field.remove();
}
