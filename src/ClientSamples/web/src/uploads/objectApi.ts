import { type OpenImClient, OpenImError } from '../openim';

/**
 * OpenIM's object API. A client uses it without the gateway, with its user's own token: files do not pass through a server that has
 * nothing to do with them. Where it is, the gateway tells (`GET /openim`).
 */
export class ObjectApi {
  readonly #address: string;
  readonly #token: string;

  private constructor(address: string, token: string) {
    this.#address = address;
    this.#token = token;
  }

  static async of({ token }: OpenImClient): Promise<ObjectApi> {
    const response = await fetch(new URL('openim', document.baseURI), { headers: { Authorization: `Bearer ${token}` } });
    if (!response.ok) throw new Error(`The gateway answers ${response.status}.`);
    const { apiAddress } = (await response.json()) as { apiAddress: string };
    return new ObjectApi(apiAddress, token);
  }

  /** How large the parts of a file must be; only the last one may be smaller. */
  partSize = async (size: number, signal: AbortSignal) => (await this.#post<{ size: number }>('part_size', { size }, signal)).size;

  /** Begins an upload. OpenIM knows files by their hash: what it has already, it only gives a name. */
  initiate = (upload: NewUpload, signal: AbortSignal) => this.#post<Initiated>('initiate_multipart_upload', { ...upload, cause: '' }, signal);

  sign = (uploadID: string, partNumbers: number[], signal: AbortSignal) =>
    this.#post<Signatures>('auth_sign', { uploadID, partNumbers }, signal);

  /** @param parts the md5 of each part */
  complete = (upload: { uploadID: string; parts: string[]; name: string; contentType: string }, signal: AbortSignal) =>
    this.#post<{ url: string }>('complete_multipart_upload', { ...upload, cause: '' }, signal);

  async #post<T>(path: string, body: object, signal: AbortSignal): Promise<T> {
    let response: Response;
    try {
      response = await fetch(`${this.#address}/object/${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', operationID: operationID(), token: this.#token },
        body: JSON.stringify(body),
        signal,
      });
    } catch (error) {
      if (signal.aborted) throw error;
      throw new Error(`OpenIM cannot be reached at ${this.#address}.`);
    }
    const { errCode, errMsg, errDlt, data } = (await response.json()) as { errCode: number; errMsg: string; errDlt: string; data: T };
    if (errCode !== 0) throw new OpenImError(errCode, errDlt || errMsg);
    return data;
  }
}

export interface NewUpload {
  /** The md5 of the parts' md5s, joined with commas. */
  hash: string;
  size: number;
  partSize: number;
  /** So many signatures come with the answer; no more than the file has parts. */
  maxParts: number;
  name: string;
  contentType: string;
}

export interface Initiated {
  /** Where the file is, when OpenIM had it already. */
  url: string;
  upload: { uploadID: string; partSize: number; sign: Signatures | null } | null;
}

/** What a PUT of a part takes: what is common to all parts, and what is the part's own. */
export interface Signatures {
  url: string;
  query: KeyValues[] | null;
  header: KeyValues[] | null;
  parts: PartSignature[] | null;
}

export interface PartSignature {
  partNumber: number;
  url: string;
  query: KeyValues[] | null;
  header: KeyValues[] | null;
}

export interface KeyValues {
  key: string;
  values: string[] | null;
}

/** Not `crypto.randomUUID`, which a page without https does not have. */
const operationID = () => [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(16).padStart(8, '0')).join('');
