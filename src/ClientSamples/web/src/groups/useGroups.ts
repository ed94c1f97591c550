import { computed, type InjectionKey } from 'vue';
import { useLiveList } from '../layout/useLiveList';
import { type Group, type GroupApplication, HandleResult } from '../openim';
import type { Session } from '../session/session';

export const groupsKey: InjectionKey<ReturnType<typeof useGroups>> = Symbol('groups');

/** So many requests to join are read, the latest. */
const applicationCount = 100;

/** The groups that one is in, and requests to join: those that one may answer, and one's own. Kept up to date by events. */
export function useGroups({ client }: Session) {
  const joined = useLiveList<Group>(client, {
    read: () => client.call('GetJoinedGroupList'),
    key: ({ groupID }) => groupID,
    put: ['OnJoinedGroupAdded', 'OnGroupInfoChanged'],
    remove: ['OnJoinedGroupDeleted', 'OnGroupDismissed'],
  });

  const page = { groupIDs: [], handleResults: [], offset: 0, count: applicationCount };
  const key = ({ groupID, userID }: GroupApplication) => `${groupID}/${userID}`;
  // Who has invited somebody is told of that request too, without being allowed to answer it.
  const stale = ['OnGroupApplicationAdded', 'OnGroupApplicationAccepted', 'OnGroupApplicationRejected'] as const;
  const received = useLiveList<GroupApplication>(client, {
    read: () => client.call('GetGroupApplicationListAsRecipient', page),
    key,
    stale,
  });
  const sent = useLiveList<GroupApplication>(client, {
    read: () => client.call('GetGroupApplicationListAsApplicant', page),
    key,
    stale,
  });

  const openCount = computed(
    () => [...(received.rows.value?.values() ?? [])].filter(({ handleResult }) => handleResult === HandleResult.Open).length,
  );

  return { joined, received, sent, openCount };
}
