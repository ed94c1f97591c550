import { showConfirmDialog } from 'vant';
import { ref } from 'vue';
import { sizeText } from './body/mediaText';

/** Files that are dropped on an element. Before they are sent it is asked: unlike a button, a drop happens by mistake. */
export function useFileDrop(isWelcome: () => boolean, send: (files: File[]) => void) {
  const isOver = ref(false);
  const hasFiles = (event: DragEvent) => isWelcome() && (event.dataTransfer?.types.includes('Files') ?? false);

  const listeners = {
    dragover(event: DragEvent) {
      if (!hasFiles(event)) return;
      event.preventDefault();
      isOver.value = true;
    },
    dragleave(event: DragEvent) {
      const into = event.relatedTarget as Node | null;
      if (!into || !(event.currentTarget as Element).contains(into)) isOver.value = false;
    },
    drop(event: DragEvent) {
      isOver.value = false;
      if (!hasFiles(event)) return;
      event.preventDefault();
      void sendAsked([...event.dataTransfer!.files], send);
    },
  };
  return { isOver, listeners };
}

/** Files that came in without being chosen, by drop or paste. */
export async function sendAsked(files: File[], send: (files: File[]) => void): Promise<void> {
  if (files.length === 0) return;
  try {
    await showConfirmDialog({
      title: files.length === 1 ? 'Send this file?' : `Send these ${files.length} files?`,
      message: files.map(({ name, size }) => `${name} (${sizeText(size)})`).join('\n'),
      confirmButtonText: 'Send',
      cancelButtonText: 'Cancel',
    });
  } catch {
    return;
  }
  send(files);
}
