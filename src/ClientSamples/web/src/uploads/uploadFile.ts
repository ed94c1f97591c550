import type { OpenImClient } from '../openim';
import { ObjectApi, type PartSignature, type Signatures } from './objectApi';
import { fileHash, partHashes } from './partHashes';
import { putPart } from './putPart';

/** A large file has thousands of parts: their signatures come in portions. */
const signaturesAtOnce = 50;

/**
 * Uploads a file to OpenIM and answers its URL, which messages and profiles carry.
 *
 * ```
 * part_size ─► md5 of each part ─► initiate ─┬─► url: OpenIM had it already
 *                                            └─► PUT each part to its signed URL ─► complete ─► url
 * ```
 *
 * @param name what it is called when it is downloaded
 * @param onProgress called with 0 to 1, as the parts go out
 */
export async function uploadFile(
  client: OpenImClient, file: Blob, name: string, onProgress: (fraction: number) => void, signal: AbortSignal,
): Promise<string> {
  if (file.size === 0) throw new Error('An empty file cannot be sent.');
  const api = await ObjectApi.of(client);
  const partSize = await api.partSize(file.size, signal);
  const parts = await partHashes(file, partSize, signal);
  const contentType = file.type || 'application/octet-stream';
  const objectName = `${client.userID}/${uniqueFolder()}/${safeName(name)}`;
  const maxParts = Math.min(parts.length, signaturesAtOnce);
  const { url, upload } = await api.initiate(
    { hash: fileHash(parts), size: file.size, partSize, maxParts, name: objectName, contentType }, signal,
  );
  if (!upload) return url;

  let signatures: Signatures | undefined = upload.sign ?? undefined;
  for (let number = 1; number <= parts.length; number++) {
    let own: PartSignature | undefined = signatures?.parts?.find(({ partNumber }) => partNumber === number);
    if (!own) {
      const last = Math.min(parts.length, number + signaturesAtOnce - 1);
      signatures = await api.sign(upload.uploadID, Array.from({ length: last - number + 1 }, (_, index) => number + index), signal);
      own = signatures.parts?.find(({ partNumber }) => partNumber === number);
    }
    if (!own) throw new Error(`OpenIM does not sign part ${number} of the file.`);
    const start = (number - 1) * partSize;
    const part = file.slice(start, start + partSize);
    await putPart(part, signatures!, own, (bytes) => onProgress((start + bytes) / file.size), signal);
    onProgress((start + part.size) / file.size);
  }
  return (await api.complete({ uploadID: upload.uploadID, parts, name: objectName, contentType }, signal)).url;
}

const uniqueFolder = () => [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join('');

/** The name becomes part of a URL as it is, so that it must not have what has a meaning there. Its end says what it is. */
export const safeName = (name: string) => name.replace(/[^\p{L}\p{N}._-]+/gu, '_').slice(-80) || 'file';
