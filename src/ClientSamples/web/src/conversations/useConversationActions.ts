import { useRoute, useRouter } from 'vue-router';
import { confirmed } from '../layout/confirmed';
import type { ContextAction } from '../layout/ContextMenu.vue';
import { injected } from '../layout/injected';
import { useAction } from '../layout/useAction';
import { type Conversation, RecvMsgOpt } from '../openim';
import { useSession } from '../session/session';
import { conversationsKey } from './useConversations';

export interface ConversationAction extends ContextAction {
  name: 'read' | 'pin' | 'quiet' | 'hide' | 'delete';
}

/** What can be done with a conversation from the list. The list changes by the events of it. */
export function useConversationActions() {
  const { client } = useSession();
  const { forget } = injected(conversationsKey);
  const route = useRoute();
  const router = useRouter();
  const action = useAction();

  function actionsOf({ unreadCount, isPinned, recvMsgOpt }: Conversation): ConversationAction[] {
    const actions: (ConversationAction | false)[] = [
      unreadCount > 0 && { name: 'read', title: 'Mark as read' },
      { name: 'pin', title: isPinned ? 'Unpin' : 'Pin to the top' },
      { name: 'quiet', title: recvMsgOpt === RecvMsgOpt.Receive ? 'Do not disturb' : 'Notify again' },
      { name: 'hide', title: 'Hide until the next message' },
      { name: 'delete', title: 'Delete the chat', isDangerous: true },
    ];
    return actions.filter((one) => one !== false);
  }

  async function run({ name }: ConversationAction, { conversationID, isPinned, recvMsgOpt }: Conversation): Promise<void> {
    const isReceived = recvMsgOpt === RecvMsgOpt.Receive;
    const opt = isReceived ? RecvMsgOpt.DoNotDisturb : RecvMsgOpt.Receive;
    const runners: Record<ConversationAction['name'], () => Promise<unknown>> = {
      read: () => client.call('MarkConversationMessageAsRead', conversationID),
      pin: () => client.call('PinConversation', conversationID, !isPinned),
      quiet: () => client.call('SetConversationRecvMessageOpt', conversationID, opt),
      hide: () => client.call('HideConversation', conversationID),
      delete: () => client.call('DeleteConversationAndDeleteAllMsg', conversationID),
    };
    if (name === 'delete' && !(await confirmed('Delete the chat?', 'The chat and its messages are deleted for you.', 'Delete'))) return;
    const isDone = await action.run(runners[name]);
    if (!isDone || (name !== 'delete' && name !== 'hide')) return;
    forget(conversationID);
    if (route.params.conversationID === conversationID) await router.replace({ name: 'chats' });
  }

  return { actionsOf, run };
}
