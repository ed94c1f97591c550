import { computed, ref, shallowRef } from 'vue';
import { injected } from '../layout/injected';
import { errorText, type User } from '../openim';
import { useSession } from '../session/session';
import { contactsKey } from './useContacts';

/** One user, with what the contacts know: friend, blocked, online. */
export function useUser(userID: string) {
  const { client } = useSession();
  const { friends, blacklist, online, watchUsers } = injected(contactsKey);
  const found = shallowRef<User>();
  const isLoading = ref(true);
  const problem = ref('');

  async function load(): Promise<void> {
    isLoading.value = true;
    problem.value = '';
    watchUsers([userID]);
    try {
      const [[user]] = await Promise.all([client.call('GetUsersInfo', [userID]), friends.loadOnce(), blacklist.loadOnce()]);
      found.value = user;
    } catch (error) {
      problem.value = errorText(error);
    } finally {
      isLoading.value = false;
    }
  }

  const friend = computed(() => friends.rows.value?.get(userID));
  /** A friend's changes are told by events, a stranger's are not. */
  const user = computed<User | undefined>(() => friend.value ?? found.value);
  const name = computed(() => friend.value?.remark || user.value?.nickname || userID);
  const isBlocked = computed(() => blacklist.rows.value?.has(userID) ?? false);
  const isOnline = computed(() => online.has(userID));

  return { user, name, friend, isBlocked, isOnline, isLoading, problem, load };
}
