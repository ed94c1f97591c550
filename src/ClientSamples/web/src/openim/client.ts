import { HubConnection, HubConnectionBuilder, HubConnectionState, type IHubProtocol, LogLevel } from '@microsoft/signalr';
import { type EventName, eventNames, type Events, type Functions } from './contract';
import { isTokenError, NetworkError, OpenImError, toOpenImError } from './errors';
import { EventStream, type Resumed, type StreamedEvent } from './eventStream';
import { delay, reconnectPolicy, wait } from './reconnect';

export interface ClientOptions {
  /** The hub's address; relative ones are resolved against the page. */
  url: string;
  userID: string;
  /** The user's OpenIM token. It says which platform this is. */
  token: string;
  /** SignalR's JSON protocol when not given. */
  protocol?: IHubProtocol;
}

/**
 * `online`: logged in and all events delivered. `connecting`: being brought (back) there; calls fail.
 * `ended`: over for good, see the reason.
 */
export type ConnectionState = 'connecting' | 'online' | 'ended';

/** Why a client ended. */
export type EndReason = 'logout' | 'kicked' | 'token';

type Handler<A extends unknown[]> = (...args: A) => void;

/**
 * An OpenIM session at the gateway: calls, events, and the way back after a lost connection.
 *
 * ```ts
 * const client = new OpenImClient({ url: '/hub', userID, token });
 * client.on('OnRecvNewMessages', (messages) => show(messages));
 * client.onResync(() => readListsAgain());
 * await client.login();
 * const message = await client.call('CreateTextMessage', 'hello');
 * await client.call('SendMessage', message, 'bob', '', null, false);
 * ```
 */
export class OpenImClient {
  readonly userID: string;
  readonly #token: string;
  readonly #connection: HubConnection;
  readonly #events: EventStream;
  readonly #handlers = new Map<string, Set<Handler<never>>>();
  readonly #resyncHandlers = new Set<() => void>();
  readonly #stateHandlers = new Set<(state: ConnectionState, reason?: EndReason) => void>();
  #state: ConnectionState = 'connecting';
  /** Login has answered on this connection, so calls go through. */
  #loggedIn = false;
  /** The first login has succeeded: from then on the client comes back by itself. */
  #established = false;
  /** Counts the connections, so that work begun on one stops when it is gone. */
  #connectionNumber = 0;

  constructor({ url, userID, token, protocol }: ClientOptions) {
    this.userID = userID;
    this.#token = token;
    const builder = new HubConnectionBuilder()
      .withUrl(url, { accessTokenFactory: () => this.#token })
      .withAutomaticReconnect(reconnectPolicy)
      .configureLogging(LogLevel.Error);
    this.#connection = (protocol ? builder.withHubProtocol(protocol) : builder).build();
    this.#events = new EventStream(
      (cursor) => this.#resume(cursor),
      (event) => this.#raise(event),
      () => this.#resyncHandlers.forEach((handler) => handler()),
    );
    for (const name of eventNames) {
      this.#connection.on(name, (...args: unknown[]) =>
        this.#events.push({ name, arguments: args.slice(0, -1), cursor: args.at(-1) as string }),
      );
    }
    this.#connection.onreconnecting(() => this.#onDisconnected());
    this.#connection.onreconnected(() => void this.#comeBack());
    this.#connection.onclose(() => void this.#onClosed());
    this.on('OnKickedOffline', () => void this.#end('kicked'));
    this.on('OnUserTokenExpired', () => void this.#end('token'));
    this.on('OnUserTokenInvalid', () => void this.#end('token'));
  }

  /** For OpenIM itself, to which files are uploaded without the gateway. */
  get token(): string {
    return this.#token;
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** Connects and logs in. Rejects when the token is refused or the gateway cannot be reached; then it may be tried again. */
  async login(): Promise<void> {
    try {
      await this.#connection.start();
      await this.#invoke('Login', this.userID, this.#token);
    } catch (error) {
      await this.#connection.stop();
      throw toOpenImError(error);
    }
    this.#loggedIn = this.#established = true;
    this.#setState('online');
  }

  /** Ends the session for all connections of this user and platform. */
  async logout(): Promise<void> {
    try {
      await this.call('Logout');
    } finally {
      await this.#end('logout');
    }
  }

  /** Calls a function. Rejects with {@link OpenImError}. */
  async call<F extends keyof Functions>(name: F, ...args: Parameters<Functions[F]>): Promise<ReturnType<Functions[F]>> {
    if (!this.#loggedIn) throw new OpenImError(NetworkError, 'Not connected.');
    try {
      return await this.#invoke<ReturnType<Functions[F]>>(name, ...args);
    } catch (error) {
      throw toOpenImError(error);
    }
  }

  /** Calls `handler` at each event of that name, in the session's order. @returns what takes it away again */
  on<E extends EventName>(name: E, handler: Handler<Events[E]>): () => void {
    const handlers = this.#handlers.get(name) ?? new Set();
    this.#handlers.set(name, handlers.add(handler));
    return () => handlers.delete(handler);
  }

  /** Events are missing and cannot be told any more: what is on the screen must be read again. */
  onResync(handler: () => void): () => void {
    this.#resyncHandlers.add(handler);
    return () => this.#resyncHandlers.delete(handler);
  }

  onStateChanged(handler: (state: ConnectionState, reason?: EndReason) => void): () => void {
    this.#stateHandlers.add(handler);
    return () => this.#stateHandlers.delete(handler);
  }

  #invoke<T>(name: string, ...args: unknown[]): Promise<T> {
    return this.#connection.invoke<T>(name, ...args);
  }

  #raise(event: StreamedEvent): void {
    for (const handler of this.#handlers.get(event.name) ?? []) handler(...(event.arguments as never));
  }

  /** Asks until there is an answer or the connection is gone. */
  async #resume(cursor: string): Promise<Resumed> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#invoke<Resumed>('Resume', cursor);
      } catch (error) {
        if (this.#connection.state !== HubConnectionState.Connected) throw error;
        await wait(delay(attempt));
      }
    }
  }

  #onDisconnected(): void {
    this.#loggedIn = false;
    this.#connectionNumber++;
    if (this.#isEnded()) return;
    this.#events.disconnected();
    this.#setState('connecting');
  }

  /** The connection is there again: log in on it, then ask for what was missed. */
  async #comeBack(): Promise<void> {
    const number = this.#connectionNumber;
    for (let attempt = 0; number === this.#connectionNumber && !this.#isEnded(); attempt++) {
      try {
        await this.#invoke('Login', this.userID, this.#token);
        this.#loggedIn = true;
        await this.#events.reconnected();
        this.#setState('online');
        return;
      } catch (error) {
        if (isTokenError(toOpenImError(error).code)) return this.#end('token');
        // The gateway is there but the session is not, for example because OpenIM is away.
        await wait(delay(attempt));
      }
    }
  }

  /** SignalR gives up by itself when the gateway closes the connection, as it does before it stops: connect anew. */
  async #onClosed(): Promise<void> {
    if (!this.#established || this.#isEnded()) return;
    this.#onDisconnected();
    for (let attempt = 0; ; attempt++) {
      await wait(delay(attempt));
      if (this.#isEnded()) return;
      try {
        await this.#connection.start();
        return this.#comeBack();
      } catch (error) {
        if (isTokenError(toOpenImError(error).code)) return this.#end('token');
      }
    }
  }

  async #end(reason: EndReason): Promise<void> {
    if (this.#isEnded()) return;
    this.#loggedIn = false;
    this.#setState('ended', reason);
    await this.#connection.stop();
  }

  #isEnded(): boolean {
    return this.#state === 'ended';
  }

  #setState(state: ConnectionState, reason?: EndReason): void {
    if (this.#state === state) return;
    this.#state = state;
    for (const handler of this.#stateHandlers) handler(state, reason);
  }
}
