import { onScopeDispose, type Ref, watch } from 'vue';
import type { Conversation, OpenImClient } from '../openim';

/** Typing has stopped for so long, in milliseconds: then a draft is kept, so that a page that is lost has not lost it. */
const pause = 1_500;

/** What was begun and not sent, kept with the conversation: the gateway shows it on the user's other pages too. */
export function useDraft(client: OpenImClient, { conversationID, draftText }: Conversation, text: Ref<string>) {
  let kept = (text.value = draftText);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function keep(): void {
    clearTimeout(timer);
    const draft = text.value.trim() === '' ? '' : text.value;
    if (draft === kept) return;
    const before = kept;
    kept = draft;
    // Not kept, it is tried again when the chat is left.
    client.call('SetConversationDraft', conversationID, draft).catch(() => (kept = before));
  }

  watch(text, (now) => {
    clearTimeout(timer);
    if (now === '') keep();
    else timer = setTimeout(keep, pause);
  });

  const onVisibility = () => document.visibilityState === 'hidden' && keep();
  document.addEventListener('visibilitychange', onVisibility);
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', onVisibility);
    keep();
  });
}
