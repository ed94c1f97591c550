import { onScopeDispose, ref } from 'vue';

/** Which conversation is open is part of the address, so that a phone's back button leads to the list. */
export function useOpenConversation() {
  const read = () => decodeURIComponent(/^#\/c\/(.+)$/.exec(location.hash)?.[1] ?? '');
  const openID = ref(read());
  const onHash = () => (openID.value = read());
  addEventListener('hashchange', onHash);
  onScopeDispose(() => removeEventListener('hashchange', onHash));

  const open = (conversationID: string) => (location.hash = `/c/${encodeURIComponent(conversationID)}`);
  const close = () => (location.hash = '/');
  return { openID, open, close };
}
