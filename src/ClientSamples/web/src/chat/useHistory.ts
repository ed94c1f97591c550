import { ref, shallowRef } from 'vue';
import type { Conversation, Message, OpenImClient } from '../openim';
import { merge } from './timeline';

const pageSize = 20;

/** The messages of a conversation that are on the page, and reading backwards from there. */
export function useHistory(client: OpenImClient, { conversationID }: Conversation) {
  const messages = shallowRef<Message[]>([]);
  const isLoading = ref(false);
  const isComplete = ref(false);
  const problem = ref('');

  const page = (startClientMsgID: string) =>
    client.call('GetAdvancedHistoryMessageList', { conversationID, startClientMsgID, count: pageSize, viewType: 0 });

  // One page at a time: the next one begins where this one ends.
  let current = Promise.resolve();
  const read = (start: () => string, take: (page: Message[], isEnd: boolean) => void) =>
    (current = current.then(() => readNow(start(), take)));

  async function readNow(startClientMsgID: string, take: (page: Message[], isEnd: boolean) => void): Promise<void> {
    isLoading.value = true;
    problem.value = '';
    try {
      const { messageList, isEnd, errCode, errMsg } = await page(startClientMsgID);
      take(messageList, isEnd);
      if (errCode !== 0) problem.value = errMsg;
    } catch (error) {
      problem.value = error instanceof Error ? error.message : String(error);
    } finally {
      isLoading.value = false;
    }
  }

  /** The newest page. What is shown stays when the page reaches it; else there is a hole between them, and it goes. */
  const loadNewest = () =>
    read(() => '', (newest, isEnd) => {
      const shown = new Set(messages.value.map((message) => message.clientMsgID));
      if (isEnd || newest.some((message) => shown.has(message.clientMsgID))) {
        messages.value = merge(messages.value, newest);
        isComplete.value ||= isEnd;
      } else {
        messages.value = merge(messages.value.filter((message) => message.seq === 0), newest);
        isComplete.value = false;
      }
    });

  const oldest = () => messages.value.find((message) => message.seq > 0)?.clientMsgID ?? '';

  /** The page before the oldest message that the server knows. */
  async function loadOlder(): Promise<void> {
    if (isLoading.value || isComplete.value) return;
    await read(oldest, (older, isEnd) => {
      messages.value = merge(messages.value, older);
      isComplete.value = isEnd;
    });
  }

  return { messages, isLoading, isComplete, problem, loadNewest, loadOlder };
}
