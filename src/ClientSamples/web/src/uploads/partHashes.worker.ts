import SparkMD5 from 'spark-md5';
import type { HashRequest } from './partHashes';

/** Small, so that a file of gigabytes needs no more memory than this. */
const chunkBytes = 1 << 20;

addEventListener('message', async ({ data: { file, partSize } }: MessageEvent<HashRequest>) => {
  try {
    for (let start = 0; start < file.size; start += partSize) {
      const end = Math.min(start + partSize, file.size);
      const md5 = new SparkMD5.ArrayBuffer();
      for (let at = start; at < end; at += chunkBytes) md5.append(await file.slice(at, Math.min(at + chunkBytes, end)).arrayBuffer());
      postMessage({ hash: md5.end() });
    }
    postMessage({ isDone: true });
  } catch {
    postMessage({ problem: 'The file cannot be read.' });
  }
});
