import { computed, type InjectionKey, watch } from 'vue';
import { useLiveList } from '../layout/useLiveList';
import { type BlockedUser, type Friend, type FriendApplication, HandleResult } from '../openim';
import type { Session } from '../session/session';
import { useOnlineStatus } from './useOnlineStatus';

export type Contacts = ReturnType<typeof useContacts>;
export const contactsKey: InjectionKey<Contacts> = Symbol('contacts');

/** So many friend requests are read, the latest. */
const applicationCount = 100;

/** Friends, friend requests and the blacklist, kept up to date by events. */
export function useContacts({ client }: Session) {
  const friends = useLiveList<Friend>(client, {
    read: () => client.call('GetFriendList', false),
    key: ({ userID }) => userID,
    put: ['OnFriendAdded', 'OnFriendInfoChanged'],
    remove: ['OnFriendDeleted'],
  });

  const blacklist = useLiveList<BlockedUser>(client, {
    read: () => client.call('GetBlackList'),
    key: ({ blockUserID }) => blockUserID,
    put: ['OnBlackAdded'],
    remove: ['OnBlackDeleted'],
  });

  const applicationEvents = ['OnFriendApplicationAdded', 'OnFriendApplicationAccepted', 'OnFriendApplicationRejected'] as const;
  const received = useLiveList<FriendApplication>(client, {
    read: () => client.call('GetFriendApplicationListAsRecipient', { handleResults: [], offset: 0, count: applicationCount }),
    key: ({ fromUserID }) => fromUserID,
    put: applicationEvents,
    accepts: ({ toUserID }) => toUserID === client.userID,
  });
  const sent = useLiveList<FriendApplication>(client, {
    read: () => client.call('GetFriendApplicationListAsApplicant', { offset: 0, count: applicationCount }),
    key: ({ toUserID }) => toUserID,
    put: applicationEvents,
    accepts: ({ fromUserID }) => fromUserID === client.userID,
  });

  const { online, watchUsers } = useOnlineStatus(client);
  watch(friends.rows, (rows) => rows && watchUsers(rows.keys()));

  const openCount = computed(
    () => [...(received.rows.value?.values() ?? [])].filter(({ handleResult }) => handleResult === HandleResult.Open).length,
  );

  return { friends, blacklist, received, sent, openCount, online, watchUsers };
}

/** What a friend is called here. */
export const friendName = ({ remark, nickname, userID }: Friend) => remark || nickname || userID;
