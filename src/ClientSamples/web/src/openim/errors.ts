/** An error of OpenIM or of the gateway. The hub's text is `<code> <message>`. */
export class OpenImError extends Error {
  override readonly name = 'OpenImError';

  constructor(readonly code: number, message: string) {
    super(message);
  }
}

/** The call did not reach the gateway, or its answer did not come back. */
export const NetworkError = 10000;

/** The message is on its way or has arrived: only a failed one can be sent again. */
export const MessageRepeatedError = 10204;

/** What is thrown when the gateway refuses the connection itself, which says no more than that. */
export const TokenInvalidError = 1502;

/** Token expired, invalid, malformed, not yet valid, unknown, kicked, not existing: logging in again needs a new one. */
export const isTokenError = (code: number) => code >= 1501 && code <= 1507;

const hubException = /HubException: (\d+) (.*)$/s;
const refused = /\b401\b/;

/** Reads what SignalR throws. A call that failed without an answer becomes {@link NetworkError}. */
export function toOpenImError(error: unknown): OpenImError {
  if (error instanceof OpenImError) return error;
  const text = error instanceof Error ? error.message : String(error);
  const match = hubException.exec(text);
  if (match) return new OpenImError(Number(match[1]), match[2]!);
  return refused.test(text) ? new OpenImError(TokenInvalidError, 'The token was refused.') : new OpenImError(NetworkError, text);
}
