import SparkMD5 from 'spark-md5';

export interface HashRequest {
  file: Blob;
  partSize: number;
}

type HashAnswer = { hash: string } | { isDone: true } | { problem: string };

/** The md5 of each part of a file, made in a thread of its own: the page stays alive, however large the file is. */
export function partHashes(file: Blob, partSize: number, signal: AbortSignal): Promise<string[]> {
  const worker = new Worker(new URL('./partHashes.worker.ts', import.meta.url), { type: 'module' });
  const hashes: string[] = [];
  return new Promise<string[]>((resolve, reject) => {
    const aborted = () => reject(signal.reason as Error);
    if (signal.aborted) aborted();
    signal.addEventListener('abort', aborted, { once: true });
    worker.onmessage = ({ data }: MessageEvent<HashAnswer>) => {
      if ('hash' in data) hashes.push(data.hash);
      else if ('problem' in data) reject(new Error(data.problem));
      else resolve(hashes);
    };
    worker.onerror = () => reject(new Error('The file cannot be read.'));
    worker.postMessage({ file, partSize } satisfies HashRequest);
  }).finally(() => worker.terminate());
}

/** By which OpenIM knows a file. It is not the md5 of the file. */
export const fileHash = (hashes: readonly string[]) => SparkMD5.hash(hashes.join(','));
