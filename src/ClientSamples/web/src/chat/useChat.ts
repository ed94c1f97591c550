import { onScopeDispose } from 'vue';
import { type Conversation, latestMessage, type Message } from '../openim';
import type { Session } from '../session/session';
import { belongsTo, markRead, merge } from './timeline';
import { useHistory } from './useHistory';
import { useSending } from './useSending';

/** One open conversation: its timeline, kept up to date by events, sending, and read marks. */
export function useChat({ client }: Session, conversation: Conversation) {
  const history = useHistory(client, conversation);
  const { messages } = history;
  const sending = useSending(client, conversation, messages);

  function take(incoming: Message[]) {
    const own = incoming.filter((message) => belongsTo(message, conversation, client.userID));
    if (own.length > 0) messages.value = merge(messages.value, own);
  }

  // The user's other pages share the session: what they send is told as the conversation's latest message only. It also says
  // that a message whose answer was lost has arrived after all.
  function takeLatest(rows: Conversation[]) {
    const row = rows.find(({ conversationID }) => conversationID === conversation.conversationID);
    const latest = row && latestMessage(row);
    if (latest && messages.value.length > 0) take([latest]);
  }

  const subscriptions = [
    client.on('OnRecvNewMessages', take),
    client.on('OnNewConversation', takeLatest),
    client.on('OnConversationChanged', takeLatest),
    client.on('OnRecvC2CReadReceipt', (receipts) => {
      for (const { userID, msgIDList } of receipts)
        if (userID === conversation.userID) messages.value = markRead(messages.value, msgIDList ?? []);
    }),
    client.on('OnSyncServerFinish', () => void history.loadNewest()),
    client.onResync(() => void history.loadNewest()),
  ];
  onScopeDispose(() => subscriptions.forEach((off) => off()));

  return { ...history, ...sending };
}
