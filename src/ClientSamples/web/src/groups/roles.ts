import { GroupRole, GroupStatus, GroupVerification } from '../openim';

export const roleNames: Record<GroupRole, string> = {
  [GroupRole.Owner]: 'Owner',
  [GroupRole.Admin]: 'Administrator',
  [GroupRole.Member]: 'Member',
};

export const verificationNames: Record<GroupVerification, string> = {
  [GroupVerification.ApplyOnJoin]: 'Invitation or request',
  [GroupVerification.Always]: 'Only with approval',
  [GroupVerification.Never]: 'Open to everybody',
};

export const memberCount = (count: number) => `${count} ${count === 1 ? 'member' : 'members'}`;

/** The owner manages everybody else, an administrator ordinary members. OpenIM has the last word. */
export const canManage = (own: GroupRole, other: GroupRole) => own >= GroupRole.Admin && own > other;

/** Why a member cannot write now. undefined: he can. */
export function silenceReason(status: GroupStatus, role: GroupRole, muteEndTime: number, now: number): string | undefined {
  if (status === GroupStatus.Dismissed) return 'This group was dismissed.';
  if (status === GroupStatus.Banned) return 'This group is banned.';
  if (muteEndTime > now) return `You are muted until ${untilTime(muteEndTime, now)}.`;
  if (status === GroupStatus.Muted && role < GroupRole.Admin) return 'The group is muted: only the owner and administrators can write.';
  return undefined;
}

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const date = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** The time alone within the next day. */
export const untilTime = (time: number, now = Date.now()) => (time - now < 86_400_000 ? clock : date).format(time);
