import { shallowRef } from 'vue';
import type { AtInfo, Message, OpenImClient } from '../openim';
import { fileRecipe } from './fileRecipe';
import type { Recipe } from './outbox';
import { textRecipe } from './textRecipe';
import type { useChat } from './useChat';

/** Sending what was typed or chosen, and what it answers. */
export function useWriting(client: OpenImClient, chat: ReturnType<typeof useChat>, onProblem: (error: unknown) => void) {
  const quoted = shallowRef<Message>();

  async function sendText(text: string, mentions: AtInfo[]): Promise<void> {
    const recipe = textRecipe(client, { text, mentions, quoted: quoted.value });
    quoted.value = undefined;
    await submit(recipe);
  }

  async function sendFiles(files: File[]): Promise<void> {
    for (const file of files) {
      try {
        void submit(await fileRecipe(client, file));
      } catch (error) {
        onProblem(error);
      }
    }
  }

  async function submit(recipe: Recipe): Promise<void> {
    // Whoever looks at an old part goes to the end with what he writes.
    if (!chat.isAtLatest.value) await chat.loadNewest();
    await chat.outbox.submit(recipe, chat.shown.value.at(-1)?.sendTime ?? 0);
  }

  return { quoted, sendText, sendFiles };
}
