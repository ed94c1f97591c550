import { NetworkError, OpenImError } from './errors';

/** What people can do something with. The rest is shown as OpenIM says it. */
const texts: Record<number, string> = {
  1002: 'You are not allowed to do that.',
  1004: 'There is no such user, group or record.',
  1203: 'You are not a member of this group.',
  1204: 'The group was dismissed.',
  1206: 'The request was answered already.',
  1301: 'You cannot add yourself.',
  1302: 'This user does not accept messages from you.',
  1303: 'You are not friends.',
  1304: 'You are friends already.',
  1402: 'You are muted in this group.',
  1403: 'The group is muted.',
  1404: 'The message was recalled already.',
  [NetworkError]: 'No connection. Try again when it is back.',
  10001: 'OpenIM has not answered in time.',
  10100: 'There is no such user.',
  10400: 'There is no such group.',
  10902: 'Too many requests at once.',
};

/** An error for people, with its code for whoever they ask. */
export function errorText(error: unknown): string {
  if (error instanceof OpenImError) return `${texts[error.code] ?? error.message} (${error.code})`;
  return error instanceof Error ? error.message : String(error);
}
