import type { IRetryPolicy, RetryContext } from '@microsoft/signalr';

const shortest = 500;
const longest = 15_000;

/**
 * Doubles the wait from half a second to 15 s and never gives up. Each wait is a random part of that, so that the clients of a
 * gateway that restarts do not all come back in the same moment.
 */
export const reconnectPolicy: IRetryPolicy = {
  nextRetryDelayInMilliseconds: ({ previousRetryCount }: RetryContext) => delay(previousRetryCount),
};

export function delay(attempt: number, random: () => number = Math.random): number {
  const most = Math.min(longest, shortest * 2 ** attempt);
  return Math.round(most / 2 + (most / 2) * random());
}

export const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
