import { computed, type InjectionKey, onScopeDispose, ref, shallowRef, watch } from 'vue';
import { errorText, type Group, type GroupMember, GroupRole, GroupStatus } from '../openim';
import type { Session } from '../session/session';
import { silenceReason } from './roles';

export type OpenGroup = ReturnType<typeof useGroup>;
/** The group of the open chat; for a single chat all of it is undefined. */
export const openGroupKey: InjectionKey<OpenGroup> = Symbol('open group');

/** A group, what one is in it, and whether one may write, kept up to date by events. */
export function useGroup({ client }: Session, groupID: () => string | undefined) {
  const group = shallowRef<Group>();
  /** Oneself in the group. undefined: not known yet, or no member. */
  const self = shallowRef<GroupMember>();
  const isLoaded = ref(false);
  const problem = ref('');
  let loadNumber = 0;

  async function load(): Promise<void> {
    const id = groupID();
    const number = ++loadNumber;
    if (!id) return;
    try {
      const [[info], [member]] = await Promise.all([
        client.call('GetSpecifiedGroupsInfo', [id]),
        client.call('GetSpecifiedGroupMembersInfo', id, [client.userID]),
      ]);
      // Another group, or an event that is newer than this answer.
      if (number !== loadNumber) return;
      group.value = info;
      self.value = member;
      isLoaded.value = true;
      problem.value = '';
    } catch (error) {
      // Nothing is shown that is not known; what depends on it asks OpenIM, which says no where it must.
      if (number === loadNumber) problem.value = errorText(error);
    }
  }

  const isThis = (row: { groupID: string }) => row.groupID === groupID();
  function onGroup(row: Group) {
    if (isThis(row)) group.value = row;
  }
  function onMember(member: GroupMember) {
    if (isThis(member) && member.userID === client.userID) self.value = member;
  }
  function onLeft(row: { groupID: string; userID?: string }) {
    if (isThis(row) && (row.userID ?? client.userID) === client.userID) self.value = undefined;
  }
  const subscriptions = [
    client.on('OnGroupInfoChanged', onGroup),
    client.on('OnGroupMemberInfoChanged', onMember),
    client.on('OnGroupMemberAdded', onMember),
    client.on('OnGroupMemberDeleted', onLeft),
    client.on('OnJoinedGroupDeleted', onLeft),
    client.on('OnJoinedGroupAdded', (row) => void (isThis(row) && load())),
    client.on('OnGroupDismissed', (row) => {
      if (isThis(row) && group.value) group.value = { ...group.value, status: GroupStatus.Dismissed };
      onLeft(row);
    }),
    client.on('OnSyncServerFinish', () => void load()),
    client.onResync(() => void load()),
  ];

  watch(groupID, () => {
    group.value = self.value = undefined;
    isLoaded.value = false;
    problem.value = '';
    void load();
  }, { immediate: true });

  // A muting ends by itself, and nobody tells that.
  const now = ref(Date.now());
  let muteEnd: ReturnType<typeof setTimeout> | undefined;
  watch(self, (member) => {
    clearTimeout(muteEnd);
    now.value = Date.now();
    const rest = (member?.muteEndTime ?? 0) - now.value;
    // A timer cannot be set for longer; the group is read anew long before.
    if (rest > 0) muteEnd = setTimeout(() => (now.value = Date.now()), Math.min(rest + 500, 0x7fffffff));
  });

  onScopeDispose(() => {
    clearTimeout(muteEnd);
    loadNumber++;
    subscriptions.forEach((off) => off());
  });

  const role = computed(() => self.value?.roleLevel ?? GroupRole.Member);
  const isMember = computed(() => self.value !== undefined);
  const isAdmin = computed(() => role.value >= GroupRole.Admin);
  const isOwner = computed(() => role.value === GroupRole.Owner);
  const isMuted = computed(() => (self.value?.muteEndTime ?? 0) > now.value);

  /** Why one cannot write in this group now, as a sentence. undefined: one can, or it is not known. */
  const silence = computed(() => {
    if (!groupID() || !isLoaded.value || !group.value) return undefined;
    if (group.value.status !== GroupStatus.Dismissed && !self.value) return 'You are not a member of this group.';
    return silenceReason(group.value.status, role.value, self.value?.muteEndTime ?? 0, now.value);
  });

  return { group, self, role, isMember, isAdmin, isOwner, isMuted, silence, isLoaded, problem, load };
}
