import type { Friend } from '../openim';
import { friendName } from './useContacts';

export interface Section {
  title: string;
  friends: Friend[];
}

/** Friends by their first letter, pinned ones first of all; only those with `keyword` in a name or in their id. */
export function byLetter(friends: readonly Friend[], keyword = ''): Section[] {
  const wanted = keyword.toLowerCase();
  const sections = new Map<string, Friend[]>();
  const found = friends
    .filter(({ remark, nickname, userID }) => [remark, nickname, userID].some((text) => text.toLowerCase().includes(wanted)))
    .sort((a, b) => Number(b.isPinned) - Number(a.isPinned) || titleOrder(a, b) || friendName(a).localeCompare(friendName(b)));
  for (const friend of found) {
    const title = friend.isPinned ? 'Pinned' : titleOf(friend);
    sections.set(title, [...(sections.get(title) ?? []), friend]);
  }
  return [...sections].map(([title, rows]) => ({ title, friends: rows }));
}

function titleOf(friend: Friend): string {
  // Without its accent, so that É stands with E.
  const first = [...friendName(friend).trim().normalize('NFD').toUpperCase()][0] ?? '';
  return /\p{L}/u.test(first) ? first : '#';
}

/** What begins with no letter comes last. */
const titleOrder = (a: Friend, b: Friend) => Number(titleOf(a) === '#') - Number(titleOf(b) === '#');
