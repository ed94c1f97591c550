import { computed, ref, watchEffect } from 'vue';

export type ThemeChoice = 'auto' | 'light' | 'dark';

export const themeNames: Record<ThemeChoice, string> = { auto: 'As the device', light: 'Light', dark: 'Dark' };

const storageKey = 'openim-theme';
const stored = localStorage.getItem(storageKey);

/** What the user has chosen, on this device. */
export const themeChoice = ref<ThemeChoice>(stored === 'light' || stored === 'dark' ? stored : 'auto');

const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const isDeviceDark = ref(prefersDark.matches);
prefersDark.addEventListener('change', (event) => (isDeviceDark.value = event.matches));

/** What follows from it and from the device. */
export const theme = computed<'light' | 'dark'>(() =>
  themeChoice.value === 'auto' ? (isDeviceDark.value ? 'dark' : 'light') : themeChoice.value,
);

watchEffect(() => {
  localStorage.setItem(storageKey, themeChoice.value);
  // All colors of the page are pairs, light-dark(…): this says which of them holds.
  document.documentElement.style.colorScheme = theme.value;
});
