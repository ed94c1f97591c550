import { onScopeDispose, shallowReactive } from 'vue';
import type { OnlineStatus, OpenImClient } from '../openim';

/** Who of the watched users is online. */
export function useOnlineStatus(client: OpenImClient) {
  const online = shallowReactive(new Set<string>());
  const watched = new Set<string>();

  const take = ({ userID, status }: OnlineStatus) => void (status === 1 ? online.add(userID) : online.delete(userID));

  async function ask(userIDs: string[]): Promise<void> {
    if (userIDs.length === 0) return;
    try {
      (await client.call('SubscribeUsersStatus', userIDs)).forEach(take);
    } catch {
      // Nobody is told a wrong state: they are all shown as offline until it can be asked again.
      userIDs.forEach((userID) => watched.delete(userID));
    }
  }

  function watchUsers(userIDs: Iterable<string>): void {
    const added = [...userIDs].filter((userID) => userID !== client.userID && !watched.has(userID));
    added.forEach((userID) => watched.add(userID));
    void ask(added);
  }

  // A session that was made anew watches nobody.
  const again = () => void ask([...watched]);
  const subscriptions = [client.on('OnUserStatusChanged', take), client.on('OnSyncServerFinish', again), client.onResync(again)];
  onScopeDispose(() => subscriptions.forEach((off) => off()));

  return { online, watchUsers };
}
