import { useRouter } from 'vue-router';

/** What can be begun from the lists of chats and of contacts. */
export function useNewActions() {
  const router = useRouter();
  const go = (name: string) => () => void router.push({ name });
  return [
    { text: 'New group', icon: 'friends-o', run: go('new-group') },
    { text: 'Add a friend', icon: 'user-o', run: go('add-friend') },
    { text: 'Join a group', icon: 'cluster-o', run: go('join-group') },
  ];
}
