// What the published versions of open-im-sdk tell their apps when OpenIM fails them, and that they find their way back. All
// of them at once, since the faults are everybody's. Tells {"name":"3.5.2 hears OnConnectFailed"}, or with it "failure".
// node trouble.mjs <folder of the legacy sample> <gateway, ws://…> <OpenIM's REST API> <version>…
import assert from 'node:assert/strict';
import { Client, Package, ok, settled } from './client.mjs';
import { is } from './kinds.mjs';
import { World } from './world.mjs';

const [folder, gateway, api, ...versions] = process.argv.slice(2);
const tell = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
console.log = () => {};

const world = await World.open(api);

async function create(version) {
  const opened = await Package.open(folder, version);
  const userID = await world.user('unlucky');
  return new Client({ opened, gateway, api, userID, token: await world.token(userID) });
}

const clients = await Promise.all(versions.map(create));
const login = (client) => settled(client.sdk.login(client.login), 'login');

/** Does something with each of the clients and says how it went. */
function each(what, act) {
  return Promise.all(clients.map(async (client) => {
    const name = `${client.opened.version} ${what}`;
    try {
      await act(client);
      tell({ name });
    } catch (error) {
      tell({ name, failure: error.stack });
    }
  }));
}

/** What all clients must be told, and with what. */
const hear = (event) => each(`hears ${event}`, async (client) => {
  const { kinds } = await import(`./version${client.opened.version[0]}/events.mjs`);
  is(kinds[event], await client.hears(event));
});

async function during(faults, act) {
  for (const client of clients) client.forget();
  await world.faults(faults);
  try {
    await act();
  } finally {
    for (const client of clients) client.forget();
    await world.faults();
  }
}

// OpenIM cannot be reached when they log in. 3.x must log out of the attempt before the next one.
await during({ unavailableRate: 1, faultTargets: 'handshake' }, () =>
  each('is told that it is not logged in', async (client) => {
    const { frame, isRejected } = await login(client);
    if (!client.opened.isVersion2) await settled(client.sdk.logout());
    assert.ok(isRejected, JSON.stringify(frame));
    assert.equal(frame.errCode, client.opened.isVersion2 ? 904 : 10005);
  }));
await each('logs in at the next attempt', (client) => client.enter());

// It is lost while they are there. They need do nothing to find it again.
await during({ disconnectRate: 1, faultTargets: '1003, handshake' }, async () => {
  for (const client of clients) void sends(client).catch(() => {});
  await hear('OnConnectFailed');
});
await hear('OnConnectSuccess');
await hear('OnSyncServerFinish');

async function sends({ sdk, opened, userID }) {
  const message = await ok(sdk.createTextMessage('into the void'));
  await settled(sdk.sendMessage({ recvID: userID, groupID: '', message: opened.isVersion2 ? JSON.stringify(message) : message }));
}

// It cannot tell how far they have read.
await each('logs out', (client) => client.leave());
await during({ refusalRate: 1, refusalCode: 500, faultTargets: '1006' }, async () => {
  await each('logs in', login);
  await hear('OnSyncServerFailed');
});
await hear('OnSyncServerFinish');

// It does not take their tokens any longer.
await during({ refusalRate: 1, refusalCode: 1501, faultTargets: '/friend' }, async () => {
  // 3.x forgets what is not answered yet.
  for (const { sdk } of clients) void settled(sdk.getBlackList()).catch(() => {});
  await hear('OnUserTokenExpired');
});

tell({ isWhole: true });
process.exit();
