import { type ConnectionState, type EndReason, isTokenError, OpenImClient, OpenImError, type User } from '../openim';
import { type InjectionKey, type Ref, inject, ref, shallowRef } from 'vue';

/** Who is logged in on this page. A page (tab) has one session; two tabs may be two users. */
export interface Session {
  client: OpenImClient;
  self: User;
  connection: Ref<ConnectionState>;
}

export const sessionKey: InjectionKey<Session> = Symbol('session');

/** The session of the page; only below ChatApp. */
export function useSession(): Session {
  const session = inject(sessionKey);
  if (!session) throw new Error('No session is provided here.');
  return session;
}

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
    const client = new OpenImClient({ url: hubAddress(), ...credentials, protocol: await chosenProtocol() });
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
      const self = await client.call('GetSelfUserInfo');
      remember(credentials);
      session.value = { client, self, connection };
    } catch (error) {
      if (error instanceof OpenImError && isTokenError(error.code)) forget();
      problem.value = error instanceof Error ? error.message : String(error);
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

const hubAddress = () => new URL('hub', document.baseURI).href;

/** `?protocol=messagepack` in the page's address. JSON otherwise, which needs no further code. */
async function chosenProtocol() {
  if (new URLSearchParams(location.search).get('protocol') !== 'messagepack') return undefined;
  const { MessagePackHubProtocol } = await import('@microsoft/signalr-protocol-msgpack');
  return new MessagePackHubProtocol();
}
