import { type InjectionKey, inject } from 'vue';

/** What a component above provides. That none does is a mistake in this page's code. */
export function injected<T>(key: InjectionKey<T>): T {
  const value = inject(key);
  if (value === undefined) throw new Error(`${String(key)} is not provided here.`);
  return value;
}
