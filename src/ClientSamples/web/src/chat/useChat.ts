import { computed, onScopeDispose } from 'vue';
import { type Conversation, latestMessage, type Message } from '../openim';
import type { Session } from '../session/session';
import { outboxOf } from './outbox';
import { recall } from './recalled';
import { belongsTo, markRead, merge } from './timeline';
import { useHistory } from './useHistory';

/** One open conversation: what is shown of it, kept up to date by events, and what is on its way. */
export function useChat({ client }: Session, conversation: Conversation) {
  const history = useHistory(client, conversation);
  const outbox = outboxOf(client, conversation);
  const unsent = computed(() => [...outbox.unsent.values()].map(({ message }) => message));
  const shown = computed(() =>
    history.isAtLatest.value ? merge(history.messages.value, unsent.value) : history.messages.value);

  const { messages } = history;

  function take(incoming: readonly Message[]) {
    // What is new belongs below the newest; with a hole above it, it would be shown in the wrong place.
    const isWanted = ({ clientMsgID }: Message) =>
      history.isAtLatest.value || messages.value.some((message) => message.clientMsgID === clientMsgID);
    const own = incoming.filter((message) => belongsTo(message, conversation, client.userID) && isWanted(message));
    if (own.length > 0) messages.value = merge(messages.value, own);
  }

  // The user's other pages share the session: what they send is told as the conversation's latest message only. It also says
  // that a message whose answer was lost has arrived after all.
  function takeLatest(rows: Conversation[]) {
    const row = rows.find(({ conversationID }) => conversationID === conversation.conversationID);
    const latest = row && latestMessage(row);
    // Into an empty chat more than one may have come.
    if (latest && messages.value.length === 0) refresh();
    else if (latest) take([latest]);
  }

  function remove({ clientMsgID }: Pick<Message, 'clientMsgID'>) {
    if (messages.value.some((message) => message.clientMsgID === clientMsgID))
      messages.value = messages.value.filter((message) => message.clientMsgID !== clientMsgID);
  }

  // Whoever reads an old part is not thrown out of it.
  const refresh = () => history.isAtLatest.value && void history.loadNewest();

  const subscriptions = [
    outbox.onSent((message) => take([message])),
    client.on('OnRecvNewMessages', take),
    client.on('OnNewConversation', takeLatest),
    client.on('OnConversationChanged', takeLatest),
    client.on('OnNewRecvMessageRevoked', (revoked) => (messages.value = recall(messages.value, revoked))),
    client.on('OnMsgDeleted', remove),
    client.on('OnRecvC2CReadReceipt', (receipts) => {
      for (const { userID, msgIDList } of receipts)
        if (userID === conversation.userID) messages.value = markRead(messages.value, msgIDList ?? []);
    }),
    client.on('OnSyncServerFinish', refresh),
    client.onResync(refresh),
  ];
  onScopeDispose(() => subscriptions.forEach((off) => off()));

  return { ...history, shown, outbox, remove };
}
