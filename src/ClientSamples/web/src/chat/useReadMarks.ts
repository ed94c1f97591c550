import { onScopeDispose, ref, watch } from 'vue';
import { type Conversation, GroupAtType } from '../openim';
import type { Session } from '../session/session';

/** Read is what is on a visible page. A mark that fails is made again when the page or the connection comes back. */
export function useReadMarks({ client, connection }: Session, conversation: () => Conversation) {
  const isVisible = ref(document.visibilityState === 'visible');
  const onVisibility = () => (isVisible.value = document.visibilityState === 'visible');
  document.addEventListener('visibilitychange', onVisibility);
  onScopeDispose(() => document.removeEventListener('visibilitychange', onVisibility));
  const isLooking = () => isVisible.value && connection.value === 'online';

  watch(
    () => isLooking() && conversation().unreadCount,
    (unread) => {
      if (unread) client.call('MarkConversationMessageAsRead', conversation().conversationID).catch(() => undefined);
    },
    { immediate: true },
  );

  // OpenIM keeps a mention until it is told that it was seen.
  watch(
    () => isLooking() && conversation().groupAtType !== GroupAtType.None,
    (isMentioned) => {
      if (isMentioned) client.call('ResetConversationGroupAtType', conversation().conversationID).catch(() => undefined);
    },
    { immediate: true },
  );
}
