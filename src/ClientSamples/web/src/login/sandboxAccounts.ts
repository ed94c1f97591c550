import type { Credentials } from '../session/session';

export interface SandboxAccount extends Credentials {
  nickname: string;
}

/** The ready accounts of the embedded OpenIM. None when the gateway stands before a real one. */
export async function sandboxAccounts(): Promise<SandboxAccount[]> {
  const response = await fetch(new URL('sandbox/accounts', document.baseURI));
  if (response.status === 404) return [];
  if (!response.ok) throw new Error(`The gateway answers ${response.status}.`);
  return (await response.json()) as SandboxAccount[];
}
