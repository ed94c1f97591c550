import { onScopeDispose, type Ref, ref, shallowRef, watch } from 'vue';
import { type ConversationHits, errorText, type Friend, type OpenImClient } from '../openim';

const typingPause = 300;

/** Looks for friends and messages while a keyword is typed. Conversations are on the page already. */
export function useSearch(client: OpenImClient, keyword: Ref<string>) {
  const friends = shallowRef<Friend[]>([]);
  const hits = shallowRef<ConversationHits[]>([]);
  const isTruncated = ref(false);
  const isSearching = ref(false);
  const problem = ref('');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current = 0;
  onScopeDispose(() => clearTimeout(timer));

  async function search(word: string, number: number): Promise<void> {
    try {
      const [found, messages] = await Promise.all([
        client.call('SearchFriends', { keywordList: [word], isSearchUserID: true, isSearchNickname: true, isSearchRemark: true }),
        client.call('SearchLocalMessages', messagesWith(word)),
      ]);
      // Answers to what was typed before come late.
      if (number !== current) return;
      friends.value = found ?? [];
      hits.value = messages.searchResultItems ?? [];
      isTruncated.value = messages.isTruncated ?? false;
    } catch (error) {
      if (number === current) problem.value = errorText(error);
    } finally {
      if (number === current) isSearching.value = false;
    }
  }

  watch(keyword, (word) => {
    const number = ++current;
    clearTimeout(timer);
    problem.value = '';
    isSearching.value = word !== '';
    if (word) timer = setTimeout(() => void search(word, number), typingPause);
    else friends.value = hits.value = [];
  }, { immediate: true });

  return { friends, hits, isTruncated, isSearching, problem };
}

/** @param conversationID none: all conversations, of each the latest messages */
export const messagesWith = (keyword: string, conversationID = '', pageIndex = 1, count = 20) => ({
  conversationID,
  keywordList: [keyword],
  keywordListMatchType: 0 as const,
  senderUserIDList: [],
  messageTypeList: [],
  searchTimePosition: 0,
  searchTimePeriod: 0,
  pageIndex,
  count,
});
