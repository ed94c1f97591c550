import { nextTick, onMounted, onUnmounted, ref, type ShallowRef, watch } from 'vue';
import type { Message } from '../openim';

type Element = Readonly<ShallowRef<HTMLElement | null>>;

interface Shown {
  readonly messages: Message[];
  readonly unsent: ReadonlyMap<string, unknown>;
  readonly isLoading: boolean;
  readonly isComplete: boolean;
  readonly isAtLatest: boolean;
  readonly problem: string;
}

/** How near to the edge of what is loaded, in pixels, more is asked for. */
const nearEdge = 200;

/** How near to the end somebody is who follows it, in pixels. */
const nearEnd = 40;

/**
 * Where a list of messages stands, and what moves it:
 *
 * 1. it follows the end while it is there, and goes there for one's own message;
 * 2. what comes in above does not move what is being read;
 * 3. near an edge of what is loaded it asks for more.
 */
export function useScrolling(
  viewport: Element, content: Element, shown: Shown, ask: { older: () => void; newer: () => void; latest: () => void },
) {
  const isAtEnd = ref(true);
  /** How many have come in below since the end was left. */
  const unseen = ref(0);
  const highlighted = ref('');

  function toEnd() {
    viewport.value!.scrollTop = viewport.value!.scrollHeight;
  }

  /** To the end of the conversation, which may not be on the page. */
  function followEnd() {
    isAtEnd.value = true;
    if (shown.isAtLatest) toEnd();
    else ask.latest();
  }

  /** Brings a message into sight and marks it for a moment. @returns whether it is on the page */
  function reveal(clientMsgID: string): boolean {
    const element = viewport.value!.querySelector(`[data-message="${clientMsgID}"], [data-notice="${clientMsgID}"]`);
    // The list's own jump to the end, if one is under way, comes first.
    requestAnimationFrame(() => {
      element?.scrollIntoView({ block: 'center' });
      isAtEnd.value = false;
      highlighted.value = clientMsgID;
      onScroll();
    });
    return element !== null;
  }

  function onScroll() {
    if (!viewport.value) return;
    const { scrollHeight, scrollTop, clientHeight } = viewport.value;
    isAtEnd.value = shown.isAtLatest && scrollHeight - scrollTop - clientHeight < nearEnd;
    if (isAtEnd.value) unseen.value = 0;
    askForMore();
  }

  watch(
    [() => shown.messages, () => shown.isAtLatest],
    async ([now, isAtLatest], [before, wasAtLatest]) => {
      const { scrollHeight, scrollTop } = viewport.value!;
      const grewAbove = before.length > 0 && now[0]?.clientMsgID !== before[0]?.clientMsgID;
      const last = before.at(-1)?.clientMsgID;
      const lastAt = now.findLastIndex((message) => message.clientMsgID === last);
      const added = lastAt < 0 ? 0 : now.length - 1 - lastAt;
      const isOwn = added > 0 && shown.unsent.has(now.at(-1)!.clientMsgID);
      await nextTick();
      if (!viewport.value) return;
      if (isAtLatest && (isAtEnd.value || isOwn)) toEnd();
      else if (grewAbove && lastAt >= 0) viewport.value.scrollTop = scrollTop + viewport.value.scrollHeight - scrollHeight;
      if (isAtLatest && wasAtLatest && !isAtEnd.value && !isOwn) unseen.value += added;
    },
  );

  // The end stays in sight when a keyboard opens, the window changes, or a picture turns out to be larger.
  const resize = new ResizeObserver(() => shown.isAtLatest && isAtEnd.value && toEnd());
  onMounted(() => {
    resize.observe(viewport.value!);
    resize.observe(content.value!);
  });
  onUnmounted(() => resize.disconnect());

  // A page that does not fill the view leaves its edge in sight, where nobody scrolls.
  watch([() => shown.messages, () => shown.isLoading], async () => {
    await nextTick();
    askForMore();
  });

  function askForMore() {
    if (!viewport.value || shown.messages.length === 0 || shown.isLoading || shown.problem) return;
    const { scrollHeight, scrollTop, clientHeight } = viewport.value;
    // Hidden, it has no size and no place.
    if (clientHeight === 0) return;
    if (scrollTop < nearEdge && !shown.isComplete) ask.older();
    else if (scrollHeight - scrollTop - clientHeight < nearEdge && !shown.isAtLatest) ask.newer();
  }

  return { isAtEnd, unseen, highlighted, onScroll, followEnd, reveal };
}
