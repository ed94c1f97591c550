import { showConfirmDialog } from 'vant';

/** Asks before something that cannot be undone. @returns whether the user wants it */
export async function confirmed(title: string, message: string, confirmButtonText: string): Promise<boolean> {
  try {
    await showConfirmDialog({
      title,
      message,
      confirmButtonText,
      confirmButtonColor: 'var(--danger)',
      cancelButtonText: 'Cancel',
      closeOnClickOverlay: true,
    });
    return true;
  } catch {
    // Vant rejects with the name of the other button.
    return false;
  }
}
