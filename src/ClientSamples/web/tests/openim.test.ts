import { describe, expect, it } from 'vitest';
import { isTokenError, NetworkError, TokenInvalidError, toOpenImError } from '../src/openim/errors';
import { delay } from '../src/openim/reconnect';

describe('errors', () => {
  it('reads code and message from the text of a HubException', () => {
    const error = toOpenImError(
      new Error("An unexpected error occurred invoking 'Login' on the server. HubException: 10102 User has logged in repeatedly"),
    );
    expect([error.code, error.message]).toEqual([10102, 'User has logged in repeatedly']);
  });

  it('takes a refused negotiation for a refused token', () => {
    const error = toOpenImError(new Error("Failed to complete negotiation with the server: Error: : Status code '401'"));
    expect(error.code).toBe(TokenInvalidError);
    expect(isTokenError(error.code)).toBe(true);
  });

  it('takes everything else for a network error', () => {
    expect(toOpenImError(new Error('WebSocket closed with status code: 1006')).code).toBe(NetworkError);
  });
});

describe('delay', () => {
  it('doubles up to its limit', () => {
    expect([0, 1, 2, 10, 1000].map((attempt) => delay(attempt, () => 1))).toEqual([500, 1000, 2000, 15_000, 15_000]);
  });

  it('spreads each wait over its second half', () => {
    expect(delay(3, () => 0)).toBe(2000);
    expect(delay(3, () => 1)).toBe(4000);
  });
});
