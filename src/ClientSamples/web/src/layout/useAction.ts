import { showFailToast, showSuccessToast } from 'vant';
import { ref } from 'vue';
import { errorText } from '../openim';

/** Says what has gone wrong, for as long as it takes to read. */
export const showError = (error: unknown) =>
  showFailToast({ message: errorText(error), wordBreak: 'break-word', duration: 4000 });

/**
 * Something that a user sets off, one at a time: an error is shown as a toast.
 *
 * ```ts
 * const { isBusy, run } = useAction();
 * const pin = () => run(() => client.call('PinConversation', id, true), 'Pinned');
 * ```
 */
export function useAction() {
  const isBusy = ref(false);

  /** @returns whether it succeeded */
  async function run(action: () => Promise<unknown>, done?: string): Promise<boolean> {
    if (isBusy.value) return false;
    isBusy.value = true;
    try {
      await action();
      if (done) showSuccessToast(done);
      return true;
    } catch (error) {
      showError(error);
      return false;
    } finally {
      isBusy.value = false;
    }
  }

  return { isBusy, run };
}
