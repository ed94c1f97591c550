import { onScopeDispose, ref, shallowRef } from 'vue';
import { errorText, type EventName, type Events, type OpenImClient } from '../openim';

/** The events whose only argument is a `T`. */
type EventOf<T> = { [E in EventName]: Events[E] extends [T] ? E : never }[EventName];

export interface LiveListOptions<T> {
  read: () => Promise<T[]>;
  key: (row: T) => string;
  /** Tell a new row, or a known one that has changed. */
  put?: readonly EventOf<T>[];
  /** Tell a row that is no more. */
  remove?: readonly EventOf<T>[];
  /** Tell that there is something new, but not whether it belongs to this list: it is read again. */
  stale?: readonly EventName[];
  /** The events are about other lists too: whether a row belongs to this one. */
  accepts?: (row: T) => boolean;
}

/**
 * Rows of the server by key: read when somebody wants to see them, then kept up to date by events, and read again when the
 * gateway says that events are missing.
 */
export function useLiveList<T>(client: OpenImClient, { read, key, put = [], remove = [], stale = [], accepts = () => true }: LiveListOptions<T>) {
  /** undefined: not read yet. */
  const rows = shallowRef<ReadonlyMap<string, T>>();
  const problem = ref('');
  let isWanted = false;
  /** What events tell while an answer is under way is newer than the answer. */
  let told: Map<string, T | undefined> | undefined;

  function change(row: T, isThere: boolean) {
    if (!accepts(row)) return;
    told?.set(key(row), isThere ? row : undefined);
    if (rows.value) rows.value = changed(rows.value, [[key(row), isThere ? row : undefined]]);
  }

  async function load(): Promise<void> {
    isWanted = true;
    const since = (told = new Map());
    try {
      const answer = await read();
      // A later load is under way: its answer is the newer one.
      if (told !== since) return;
      rows.value = changed(new Map(answer.map((row) => [key(row), row])), since);
      problem.value = '';
    } catch (error) {
      if (told === since) problem.value = errorText(error);
    } finally {
      if (told === since) told = undefined;
    }
  }

  const loadOnce = async () => (isWanted ? undefined : load());
  const reload = () => void (isWanted && load());
  const listen = (name: EventName, isThere: boolean) =>
    client.on(name, (...args: unknown[]) => change(args[0] as T, isThere));
  const subscriptions = [
    ...put.map((name) => listen(name, true)),
    ...remove.map((name) => listen(name, false)),
    ...stale.map((name) => client.on(name, reload)),
    client.on('OnSyncServerFinish', reload),
    client.onResync(reload),
  ];
  onScopeDispose(() => subscriptions.forEach((off) => off()));

  return { rows, problem, load, loadOnce };
}

function changed<T>(rows: ReadonlyMap<string, T>, changes: Iterable<[string, T | undefined]>): Map<string, T> {
  const result = new Map(rows);
  for (const [key, row] of changes) if (row === undefined) result.delete(key); else result.set(key, row);
  return result;
}
