// What the legacy clients expect of a browser and Node lacks. Import it before a client.
import { resolveObjectURL } from 'node:buffer';
import vm from 'node:vm';
import { WebSocket } from 'ws';

/** A browser hands over binary frames as blobs, by which open-im-sdk 3.4.1 knows them. */
class BrowserWebSocket extends WebSocket {
  constructor(url) {
    super(url);
    this.binaryType = 'blob';
  }
}

/** Enough of a worker for the heartbeat of open-im-sdk 2.3.0: a script from a blob that posts messages on a timer. */
class BlobWorker {
  #timers = new Set();
  #terminated = false;
  onmessage = null;

  constructor(url) {
    void this.#run(url);
  }

  async #run(url) {
    const script = await resolveObjectURL(String(url)).text();
    if (this.#terminated) return;
    vm.runInNewContext(script, {
      // Called plainly, so that `this` in the script is its own global object.
      setInterval: (callback, milliseconds) => this.#timers.add(setInterval(() => callback(), milliseconds)),
      postMessage: (data) => this.onmessage?.({ data }),
    });
  }

  terminate() {
    this.#terminated = true;
    for (const timer of this.#timers) clearInterval(timer);
  }
}

/** With which open-im-sdk 3.x reads the parts of a file that it uploads. */
class BlobReader {
  result = null;
  onload = null;
  onerror = null;

  readAsArrayBuffer(blob) {
    blob.arrayBuffer().then(
      (bytes) => {
        this.result = bytes;
        this.onload?.({ target: this });
      },
      (error) => this.onerror?.(error),
    );
  }
}

globalThis.WebSocket = BrowserWebSocket;
globalThis.FileReader = BlobReader;
globalThis.Worker = BlobWorker;
globalThis.window = { navigator: { onLine: true }, URL };

// A browser reports it and goes on; Node would end. open-im-sdk 3.4.1 stumbles over the text frame that greets every client.
process.on('unhandledRejection', (reason) => console.error('Uncaught (in promise):', reason?.message ?? reason));
