import { computed, onScopeDispose, type Ref, ref, shallowRef } from 'vue';
import { type AtInfo, type GroupMember, MemberFilter, type OpenImClient } from '../openim';
import { mostMentions } from './textRecipe';

export interface Candidate extends AtInfo {
  faceURL?: string;
  note?: string;
}

/** An @ that begins a name, and what is typed of it: not the one of an e-mail address. */
const beginning = /(?:^|[^A-Za-z0-9_.])@([^\s@]{0,20})$/;
const typingPause = 150;
const mostCandidates = 30;

/** The list of members that opens when an @ is typed in a group, and who was chosen from it. */
export function useMentions(client: OpenImClient, groupID: string, isManager: Ref<boolean>) {
  const candidates = shallowRef<Candidate[]>([]);
  const active = ref(0);
  const chosen = shallowRef<AtInfo[]>([]);
  const isOpen = computed(() => candidates.value.length > 0);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current = 0;
  onScopeDispose(() => clearTimeout(timer));

  /** Looks whether a name is being typed in front of the cursor. */
  function typed(before: string): void {
    clearTimeout(timer);
    const number = ++current;
    const name = beginning.exec(before)?.[1];
    if (!groupID || name === undefined || chosen.value.length >= mostMentions) return close();
    timer = setTimeout(async () => {
      // Nobody needs to be told that a suggestion could not be made.
      const found = await find(name).catch(() => []);
      if (number !== current) return;
      candidates.value = found;
      active.value = 0;
    }, typingPause);
  }

  async function find(name: string): Promise<Candidate[]> {
    const members = name
      ? client.call('SearchGroupMembers', {
          groupID, keywordList: [name], isSearchUserID: true, isSearchMemberNickname: true, offset: 0, count: mostCandidates,
        })
      : client.call('GetGroupMemberList', groupID, MemberFilter.All, 0, mostCandidates);
    const others = ((await members) ?? []).filter(({ userID }) => userID !== client.userID).map(candidateOf);
    const isEveryone = isManager.value && 'everyone'.startsWith(name.toLowerCase());
    return isEveryone ? [{ atUserID: await client.call('GetAtAllTag'), groupNickname: 'Everyone', note: 'All members' }, ...others] : others;
  }

  /** @returns the text in front of the cursor with the name in it */
  function choose({ atUserID, groupNickname }: Candidate, before: string): string {
    if (!chosen.value.some((mention) => mention.atUserID === atUserID)) chosen.value = [...chosen.value, { atUserID, groupNickname }];
    close();
    return `${before.replace(/@[^\s@]*$/, '')}@${groupNickname} `;
  }

  function close(): void {
    current++;
    candidates.value = [];
  }

  const move = (by: number) => (active.value = (active.value + by + candidates.value.length) % candidates.value.length);

  return { candidates, active, isOpen, chosen, typed, choose, close, move };
}

const candidateOf = ({ userID, nickname, faceURL }: GroupMember): Candidate =>
  ({ atUserID: userID, groupNickname: nickname || userID, faceURL, note: userID });
