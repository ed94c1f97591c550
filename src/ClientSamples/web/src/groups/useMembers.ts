import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import { errorText, type GroupMember, MemberFilter, type OpenImClient } from '../openim';

const pageSize = 50;
const typingPause = 300;

/** The members of a group, or those that a keyword finds: page by page, owner and administrators first. */
export function useMembers(client: OpenImClient, groupID: string) {
  const members = shallowRef<GroupMember[]>([]);
  const keyword = ref('');
  const isLoading = ref(false);
  const isComplete = ref(false);
  const problem = ref('');
  let loadNumber = 0;

  const page = (offset: number) =>
    keyword.value
      ? client.call('SearchGroupMembers', {
          groupID, keywordList: [keyword.value], isSearchUserID: true, isSearchMemberNickname: true, offset, count: pageSize,
        })
      : client.call('GetGroupMemberList', groupID, MemberFilter.All, offset, pageSize);

  async function loadMore(): Promise<void> {
    if (isLoading.value || isComplete.value) return;
    const number = ++loadNumber;
    isLoading.value = true;
    problem.value = '';
    try {
      const rows = await page(members.value.length);
      if (number !== loadNumber) return;
      members.value = merge(members.value, rows);
      isComplete.value = rows.length < pageSize;
    } catch (error) {
      if (number === loadNumber) problem.value = errorText(error);
    } finally {
      if (number === loadNumber) isLoading.value = false;
    }
  }

  async function restart(): Promise<void> {
    // What is under way is about something else.
    loadNumber++;
    isLoading.value = isComplete.value = false;
    members.value = [];
    await loadMore();
  }

  let pause: ReturnType<typeof setTimeout> | undefined;
  watch(keyword, () => {
    clearTimeout(pause);
    pause = setTimeout(restart, typingPause);
  });

  const isKnown = ({ userID }: GroupMember) => members.value.some((member) => member.userID === userID);
  const subscriptions = [
    client.on('OnGroupMemberInfoChanged', (member) => {
      if (member.groupID === groupID && isKnown(member)) members.value = merge(members.value, [member]);
    }),
    client.on('OnGroupMemberAdded', (member) => {
      // In a list that is not read to its end a new member comes with a later page.
      if (member.groupID === groupID && isComplete.value && !keyword.value) members.value = merge(members.value, [member]);
    }),
    client.on('OnGroupMemberDeleted', (member) => {
      if (member.groupID === groupID) members.value = members.value.filter(({ userID }) => userID !== member.userID);
    }),
    client.onResync(restart),
  ];
  onScopeDispose(() => {
    clearTimeout(pause);
    loadNumber++;
    subscriptions.forEach((off) => off());
  });

  return { members, keyword, isLoading, isComplete, problem, loadMore };
}

/** Each once, by role; within a role in the order in which they came. */
function merge(known: readonly GroupMember[], rows: readonly GroupMember[]): GroupMember[] {
  const byID = new Map(known.map((member) => [member.userID, member]));
  for (const member of rows) byID.set(member.userID, member);
  return [...byID.values()].sort((a, b) => b.roleLevel - a.roleLevel);
}
