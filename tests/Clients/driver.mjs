// Drives one legacy client for a test: commands in on stdin, one JSON object a line, what comes of them out on stdout.
//   {"id":1,"do":"login"}                          {"id":1,"result":null} or {"id":1,"error":"10102 ..."}
//   {"id":2,"do":"sendText","args":["bob","hi"]}   {"event":"message","data":{"from":"bob","text":"hi"}}
// node driver.mjs <folder of the legacy sample> <version> <JSON of the account>
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const [folder, version, account] = process.argv.slice(2);
const tell = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
// The clients log to the console, which is the test's.
console.log = console.error;

const { createClient } = await import(new URL('clients.mjs', pathToFileURL(folder)));
const client = createClient(version, JSON.parse(account));
client.onMessage((message) => tell({ event: 'message', data: message }));
client.on('OnSyncServerFinish', () => tell({ event: 'synced' }));

for await (const line of createInterface({ input: process.stdin })) {
  const { id, do: name, args = [] } = JSON.parse(line);
  client[name](...args).then(
    (result) => tell({ id, result: result ?? null }),
    (error) => tell({ id, error: error.message }),
  );
}

process.exit();
