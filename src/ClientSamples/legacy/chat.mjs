// node chat.mjs --client 3.5.2 --user carol --peer alice
// Every line typed goes to the peer; what arrives is printed.
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createClient, versions } from './clients.mjs';
import { userToken } from './token.mjs';

const { values: options } = parseArgs({
  options: {
    client: { type: 'string', default: '3.5.2' },
    user: { type: 'string', default: 'carol' },
    peer: { type: 'string', default: 'alice' },
    token: { type: 'string' },
    platform: { type: 'string', default: '5' },
    url: { type: 'string', default: 'ws://127.0.0.1:10003/' },
    api: { type: 'string', default: 'http://127.0.0.1:10002' },
    secret: { type: 'string', default: 'openIM123' },
    help: { type: 'boolean' },
  },
});

if (options.help) {
  console.log(`node chat.mjs [--client ${versions.join('|')}] [--user carol] [--peer alice] [--token T] [--platform 5]
              [--url ws://127.0.0.1:10003/] [--api http://127.0.0.1:10002] [--secret openIM123]
Without --token one is taken from the OpenIM at --api.`);
  process.exit();
}

const print = (line) => process.stdout.write(`${line}\n`);
// The old clients tell the console about their connection.
console.log = () => {};

function fail(reason) {
  print(`- ${reason}`);
  process.exit(1);
}

if (!versions.includes(options.client)) fail(`there is no client ${options.client}; there are ${versions.join(', ')}`);
const platformID = Number(options.platform);
const token = options.token ?? (await userToken(options, options.user, platformID).catch((error) => fail(`no token: ${error.message}`)));
const client = createClient(options.client, { url: options.url, userID: options.user, token, platformID });

client.onMessage(({ from, text }) => print(`${from}: ${text}`));
client.on('OnConnectFailed', () => print('- the gateway cannot reach OpenIM'));
client.on('OnKickedOffline', () => fail('logged in elsewhere'));
client.on('OnUserTokenExpired', () => fail('the token has expired'));

await client.login().catch((error) => fail(`not logged in: ${error.message}`));
print(`- ${options.user} on open-im-sdk ${options.client}; lines go to ${options.peer}, end with Ctrl+D`);

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue;
  try {
    await client.sendText(options.peer, line);
  } catch (error) {
    print(`- not sent: ${error.message}`);
  }
}

await client.logout();
process.exit();
