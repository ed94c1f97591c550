import { ref, shallowRef } from 'vue';
import type { Conversation, HistoryPage, Message, OpenImClient } from '../openim';
import { merge } from './timeline';

const pageSize = 20;

/**
 * The messages of a conversation that are on the page: a window without holes, which grows in both directions.
 *
 * ```
 *   oldest ····· [ loadOlder ◄── messages ──► loadNewer ] ····· newest
 *                  isComplete                   isAtLatest
 * ```
 */
export function useHistory(client: OpenImClient, { conversationID }: Conversation) {
  const messages = shallowRef<Message[]>([]);
  const isLoading = ref(false);
  const isComplete = ref(false);
  /** Whether what comes in belongs below what is shown. Not so while an old part is being looked at. */
  const isAtLatest = ref(true);
  const problem = ref('');

  // One page at a time: the next one begins where this one ends.
  let current = Promise.resolve();
  const read = (load: () => Promise<void>) => (current = current.then(() => readNow(load)));

  async function readNow(load: () => Promise<void>): Promise<void> {
    isLoading.value = true;
    problem.value = '';
    try {
      await load();
    } catch (error) {
      problem.value = error instanceof Error ? error.message : String(error);
    } finally {
      isLoading.value = false;
    }
  }

  async function page(name: 'GetAdvancedHistoryMessageList' | 'GetAdvancedHistoryMessageListReverse', startClientMsgID: string): Promise<HistoryPage> {
    const read = await client.call(name, { conversationID, startClientMsgID, count: pageSize, viewType: 0 });
    if (read.errCode !== 0) problem.value = read.errMsg;
    return read;
  }

  /** The newest page. What is shown stays when the page reaches it; else there is a hole between them, and it goes. */
  const loadNewest = () =>
    read(async () => {
      const { messageList, isEnd } = await page('GetAdvancedHistoryMessageList', '');
      const shown = new Set(messages.value.map((message) => message.clientMsgID));
      const isJoined = (isAtLatest.value && isEnd) || messageList.some((message) => shown.has(message.clientMsgID));
      isComplete.value = isEnd || (isJoined && isComplete.value);
      isAtLatest.value = true;
      messages.value = isJoined
        ? merge(messages.value, messageList)
        : merge(messages.value.filter((message) => message.seq === 0), messageList);
    });

  /** The page before the oldest message that the server knows. */
  async function loadOlder(): Promise<void> {
    if (isLoading.value || isComplete.value) return;
    await read(async () => {
      const oldest = messages.value.find((message) => message.seq > 0)?.clientMsgID ?? '';
      const { messageList, isEnd } = await page('GetAdvancedHistoryMessageList', oldest);
      messages.value = merge(messages.value, messageList);
      isComplete.value = isEnd;
    });
  }

  async function loadNewer(): Promise<void> {
    if (isLoading.value || isAtLatest.value) return;
    await read(async () => {
      const newest = messages.value.findLast((message) => message.seq > 0)?.clientMsgID ?? '';
      const { messageList, isEnd } = await page('GetAdvancedHistoryMessageListReverse', newest);
      messages.value = merge(messages.value, messageList);
      isAtLatest.value = isEnd;
    });
  }

  /** A message and what stands around it, in place of what is shown. */
  function loadAround(message: Partial<Message>): Promise<void> {
    // At once, so that nothing that comes in meanwhile leads to the end.
    isAtLatest.value = false;
    return read(async () => {
      const request = { startMessage: message, viewType: 0 as const, before: pageSize, after: pageSize };
      const { messageList } = await client.call('FetchSurroundingMessages', request);
      const at = messageList.findIndex(({ clientMsgID }) => clientMsgID === message.clientMsgID);
      isComplete.value = at < pageSize;
      isAtLatest.value = messageList.length - 1 - at < pageSize;
      messages.value = merge([], messageList);
    });
  }

  return { messages, isLoading, isComplete, isAtLatest, problem, loadNewest, loadOlder, loadNewer, loadAround };
}
