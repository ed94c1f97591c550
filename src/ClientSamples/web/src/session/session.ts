import { type ConnectionState, type EndReason, errorText, isTokenError, OpenImClient, OpenImError, type SelfUser } from '../openim';
import { injected } from '../layout/injected';
import { type InjectionKey, type Ref, ref, shallowReactive, shallowRef } from 'vue';

/** Who is logged in on this page. A page (tab) has one session; two tabs may be two users. */
export interface Session {
  client: OpenImClient;
  /** Changes when the profile does, here or on another device. */
  self: Readonly<SelfUser>;
  connection: Ref<ConnectionState>;
  hubAddress: string;
  protocol: Protocol;
}

export type Protocol = 'json' | 'messagepack';
export const protocolNames: Record<Protocol, string> = { json: 'JSON', messagepack: 'MessagePack' };

export const sessionKey: InjectionKey<Session> = Symbol('session');

/** The session of the page; only below ChatApp. */
export const useSession = (): Session => injected(sessionKey);

export interface Credentials {
  userID: string;
  token: string;
}

const endTexts: Record<EndReason, string> = {
  logout: '',
  kicked: 'You were logged out because you logged in elsewhere.',
  token: 'Your login has expired. Please log in again.',
};

/** Logging in and out, for the root of the page. */
export function useLogin() {
  const session = shallowRef<Session>();
  const busy = ref(false);
  const problem = ref('');

  async function logIn(credentials: Credentials): Promise<void> {
    busy.value = true;
    problem.value = '';
    const client = new OpenImClient({ url: hubAddress, ...credentials, protocol: await hubProtocol() });
    const connection = ref<ConnectionState>('connecting');
    client.onStateChanged((state, reason) => {
      connection.value = state;
      if (state === 'ended') {
        session.value = undefined;
        problem.value = endTexts[reason ?? 'logout'];
        forget();
      }
    });
    try {
      await client.login();
      const self = shallowReactive(await client.call('GetSelfUserInfo'));
      client.on('OnSelfInfoUpdated', (user) => Object.assign(self, user));
      remember(credentials);
      session.value = { client, self, connection, hubAddress, protocol: chosenProtocol() };
    } catch (error) {
      if (error instanceof OpenImError && isTokenError(error.code)) forget();
      problem.value = errorText(error);
    } finally {
      busy.value = false;
    }
  }

  /** After a reload the tab is who it was. */
  async function restore(): Promise<void> {
    const stored = sessionStorage.getItem(storageKey);
    if (stored) await logIn(JSON.parse(stored) as Credentials);
  }

  return { session, busy, problem, logIn, restore };
}

// Per tab, so that two tabs can be two users.
const storageKey = 'openim-session';
const remember = (credentials: Credentials) => sessionStorage.setItem(storageKey, JSON.stringify(credentials));
const forget = () => sessionStorage.removeItem(storageKey);

const hubAddress = new URL('hub', document.baseURI).href;

/** `?protocol=messagepack` in the page's address. */
const chosenProtocol = (): Protocol =>
  new URLSearchParams(location.search).get('protocol') === 'messagepack' ? 'messagepack' : 'json';

/** Loads the page again with another protocol; the user stays logged in. */
export function switchProtocol(protocol: Protocol): void {
  const address = new URL(location.href);
  if (protocol === 'json') address.searchParams.delete('protocol');
  else address.searchParams.set('protocol', protocol);
  location.assign(address);
}

/** JSON is SignalR's own and needs no further code. */
async function hubProtocol() {
  if (chosenProtocol() === 'json') return undefined;
  const { MessagePackHubProtocol } = await import('@microsoft/signalr-protocol-msgpack');
  return new MessagePackHubProtocol();
}
