import { computed, type InjectionKey, onScopeDispose, reactive, ref, shallowReactive, shallowRef } from 'vue';
import { type Conversation, errorText, RecvMsgOpt } from '../openim';
import type { Session } from '../session/session';
import { upsert } from './order';

export const conversationsKey: InjectionKey<ReturnType<typeof useConversations>> = Symbol('conversations');

/** The conversation list of the session, kept up to date by its events. */
export function useConversations({ client }: Session) {
  const list = shallowRef<Conversation[]>();
  /** Counted here: OpenIM tells a new total when messages come and are read, but not when a conversation is made quiet. */
  const totalUnread = computed(() =>
    (list.value ?? []).reduce((sum, { unreadCount, recvMsgOpt }) => sum + (recvMsgOpt === RecvMsgOpt.DoNotDisturb ? 0 : unreadCount), 0),
  );
  /** Who is typing, by conversation. */
  const typing = reactive(new Map<string, Set<string>>());
  const problem = ref('');
  /** Chats that are open but in no list, since they are new, hidden or deleted. */
  const others = shallowReactive(new Map<string, Conversation>());

  const find = (conversationID: string) =>
    list.value?.find((conversation) => conversation.conversationID === conversationID) ?? others.get(conversationID);
  const remember = (conversation: Conversation) => others.set(conversation.conversationID, conversation);

  /** After hiding or deleting: OpenIM has no event for a conversation that has left the list. */
  const forget = (conversationID: string) =>
    (list.value = list.value?.filter((conversation) => conversation.conversationID !== conversationID));

  async function load(): Promise<void> {
    try {
      // What events tell while the answer is under way is newer than the answer.
      const told: Conversation[] = [];
      const stop = [client.on('OnNewConversation', (rows) => told.push(...rows)), client.on('OnConversationChanged', (rows) => told.push(...rows))];
      try {
        list.value = upsert(await client.call('GetAllConversationList'), told);
        problem.value = '';
      } finally {
        stop.forEach((off) => off());
      }
    } catch (error) {
      problem.value = errorText(error);
    }
  }

  function onRows(rows: Conversation[]) {
    list.value = upsert(list.value ?? [], rows);
    for (const row of rows) if (others.has(row.conversationID)) remember(row);
  }

  const subscriptions = [
    client.on('OnNewConversation', onRows),
    client.on('OnConversationChanged', onRows),
    client.on('OnConversationUserInputStatusChanged', ({ conversationID, userID, platformIDs }) => {
      const users = typing.get(conversationID) ?? new Set();
      if (platformIDs.length > 0) users.add(userID);
      else users.delete(userID);
      typing.set(conversationID, new Set(users));
    }),
    client.on('OnRecvNewMessages', (messages) => {
      // Who has sent is no longer typing, whether or not that is told.
      for (const { sendID } of messages) for (const [id, users] of typing) if (users.has(sendID)) typing.set(id, without(users, sendID));
    }),
    client.on('OnSyncServerFinish', () => void load()),
    client.onResync(() => {
      typing.clear();
      void load();
    }),
  ];
  onScopeDispose(() => subscriptions.forEach((off) => off()));

  return { list, totalUnread, typing, problem, load, find, remember, forget };
}

const without = (users: Set<string>, userID: string) => new Set([...users].filter((user) => user !== userID));
