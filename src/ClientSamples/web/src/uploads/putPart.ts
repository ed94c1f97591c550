import { wait } from '../openim';
import type { KeyValues, PartSignature, Signatures } from './objectApi';

const attempts = 4;

/** The storage does not answer, or not as it should: it may do so later. */
class StorageAway extends Error {}

/** PUTs one part to its signed URL. A storage that is away for a moment is asked again. */
export async function putPart(
  part: Blob, signatures: Signatures, own: PartSignature, onProgress: (bytes: number) => void, signal: AbortSignal,
): Promise<void> {
  const url = signedURL(signatures, own);
  const headers = [...(signatures.header ?? []), ...(own.header ?? [])];
  for (let attempt = 1; ; attempt++) {
    try {
      return await put(part, url, headers, onProgress, signal);
    } catch (error) {
      // What was refused would be refused again.
      if (signal.aborted || attempt === attempts || !(error instanceof StorageAway)) throw error;
      await wait(500 * 2 ** attempt);
    }
  }
}

export function signedURL(signatures: Signatures, own: PartSignature): string {
  const url = new URL(own.url || signatures.url);
  for (const { key, values } of [...(signatures.query ?? []), ...(own.query ?? [])])
    for (const value of values ?? []) url.searchParams.append(key, value);
  return url.href;
}

/** Set by the browser itself, and forbidden to a page. */
const browsersOwn = ['host', 'content-length'];

/** Not fetch, which does not tell how far an upload is. */
function put(part: Blob, url: string, headers: KeyValues[], onProgress: (bytes: number) => void, signal: AbortSignal): Promise<void> {
  const request = new XMLHttpRequest();
  const abort = () => request.abort();
  return new Promise<void>((resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener('abort', abort, { once: true });
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onload = () => {
      if (request.status >= 500) reject(new StorageAway(`The storage answers ${request.status}.`));
      else if (request.status >= 300) reject(new Error(`The storage refuses the file (${request.status}).`));
      else resolve();
    };
    request.onerror = () => reject(new StorageAway(`The storage cannot be reached at ${new URL(url).origin}.`));
    request.onabort = () => reject(signal.reason as Error);
    request.open('PUT', url);
    for (const { key, values } of headers)
      if (!browsersOwn.includes(key.toLowerCase())) request.setRequestHeader(key, (values ?? []).join(','));
    request.send(part);
  }).finally(() => signal.removeEventListener('abort', abort));
}
