import type { Message } from '../openim';

/** Who is named in a notification: a member of the group as it was then. */
interface Named {
  userID?: string;
  nickname?: string;
}

/** The parts of OpenIM's notifications that are told to people. Each kind has some of them. */
interface Tips {
  group?: { groupName?: string; notification?: string } | null;
  opUser?: Named | null;
  memberList?: Named[] | null;
  quitUser?: Named | null;
  newGroupOwner?: Named | null;
  kickedUserList?: Named[] | null;
  invitedUserList?: Named[] | null;
  inviterUser?: Named | null;
  entrantUser?: Named | null;
  mutedUser?: Named | null;
  mutedSeconds?: number;
  changedUser?: Named | null;
  isPrivate?: boolean;
}

type Teller = (tips: Tips, name: (user: Named | null | undefined) => string, names: (users: Named[] | null | undefined) => string) => string;

/** By OpenIM's number of the notification. */
const tellers: Record<number, Teller> = {
  1201: () => 'You are friends now. Say hello!',
  1501: ({ opUser }, name) => `${name(opUser)} created the group`,
  1502: ({ opUser }, name) => `${name(opUser)} changed the group’s profile`,
  1504: ({ quitUser }, name) => `${name(quitUser)} left the group`,
  1507: ({ opUser, newGroupOwner }, name) => `${name(opUser)} made ${name(newGroupOwner)} the owner of the group`,
  1508: ({ opUser, kickedUserList }, name, names) => `${name(opUser)} removed ${names(kickedUserList)} from the group`,
  1509: ({ opUser, inviterUser, invitedUserList }, name, names) => `${name(inviterUser ?? opUser)} invited ${names(invitedUserList)}`,
  1510: ({ entrantUser }, name) => `${name(entrantUser)} joined the group`,
  1511: ({ opUser }, name) => `${name(opUser)} dismissed the group`,
  1512: ({ opUser, mutedUser, mutedSeconds }, name) => `${name(opUser)} muted ${name(mutedUser)}${forTime(mutedSeconds)}`,
  1513: ({ opUser, mutedUser }, name) => `${name(opUser)} unmuted ${name(mutedUser)}`,
  1514: ({ opUser }, name) => `${name(opUser)} muted the group`,
  1515: ({ opUser }, name) => `${name(opUser)} unmuted the group`,
  1516: ({ opUser, changedUser }, name) => `${name(opUser)} changed the profile of ${name(changedUser)} in the group`,
  1517: ({ opUser, changedUser }, name) => `${name(opUser)} made ${name(changedUser)} an administrator`,
  1518: ({ opUser, changedUser }, name) => `${name(opUser)} made ${name(changedUser)} an ordinary member again`,
  1519: ({ opUser, group }, name) =>
    group?.notification ? `${name(opUser)} changed the announcement: ${group.notification}` : `${name(opUser)} removed the announcement`,
  1520: ({ opUser, group }, name) => `${name(opUser)} named the group “${group?.groupName ?? ''}”`,
  1701: ({ isPrivate }) => `Messages ${isPrivate ? 'disappear' : 'no longer disappear'} after they have been read`,
};

/** What a notification in a chat says, for the user who reads it. */
export function notificationText({ contentType, notificationElem }: Message, selfID: string): string {
  const tell = tellers[contentType];
  if (!tell) return `Notification ${contentType}, which this page does not know`;
  // A server's answer has null where there is nothing, and its detail is the sender's word only in that it is JSON.
  const tips = parse(notificationElem?.detail);
  const name = (user: Named | null | undefined) =>
    user?.userID === selfID ? 'you' : user?.nickname || user?.userID || 'somebody';
  const names = (users: Named[] | null | undefined) => listOf((users ?? []).map(name));
  // Names begin as their owners write them.
  return tell(tips, name, names).replace(/^(you|somebody)(?= )/, (word) => word[0]!.toUpperCase() + word.slice(1));
}

function parse(detail: string | undefined): Tips {
  try {
    return (JSON.parse(detail || '{}') as Tips | null) ?? {};
  } catch {
    return {};
  }
}

const mostNamed = 6;

function listOf(names: string[]): string {
  const named = names.slice(0, mostNamed);
  const others = names.length - named.length;
  if (others > 0) return `${named.join(', ')} and ${others} more`;
  return named.length < 2 ? (named[0] ?? 'somebody') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}

function forTime(seconds: number | undefined): string {
  if (!seconds) return '';
  const [count, unit] = seconds >= 86_400 ? [seconds / 86_400, 'day'] : seconds >= 3_600 ? [seconds / 3_600, 'hour'] : [seconds / 60, 'minute'];
  const rounded = Math.max(1, Math.round(count));
  return ` for ${rounded} ${unit}${rounded === 1 ? '' : 's'}`;
}
