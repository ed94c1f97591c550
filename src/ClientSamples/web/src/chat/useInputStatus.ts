import { onScopeDispose } from 'vue';
import type { OpenImClient } from '../openim';

const repeatAfter = 8_000;
const idleAfter = 5_000;

/** Tells the other side that one is typing: at the first key and every few seconds, and that one has stopped. */
export function useInputStatus(client: OpenImClient, conversationID: string) {
  let toldAt = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;

  // Nobody misses a typing state that could not be told.
  const tell = (focus: boolean) => client.call('ChangeInputStates', conversationID, focus).catch(() => undefined);

  function typed(): void {
    clearTimeout(idle);
    idle = setTimeout(stopped, idleAfter);
    const now = Date.now();
    if (now - toldAt < repeatAfter) return;
    toldAt = now;
    void tell(true);
  }

  function stopped(): void {
    clearTimeout(idle);
    if (toldAt === 0) return;
    toldAt = 0;
    void tell(false);
  }

  onScopeDispose(stopped);
  return { typed, stopped };
}
