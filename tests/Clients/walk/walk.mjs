// Calls every method that a published version of open-im-sdk has, one after the other on one connection, and waits for every
// event that it can be told. Tells a line of JSON for each, {"name":"getFriendList"} or, when something is not as it should
// be, {"name":…,"failure":…}, and {"isWhole":true} at the end.
// node walk.mjs <folder of the legacy sample> <version> <gateway, ws://…> <OpenIM's REST API> <docs/differences.md>
import { readFileSync } from 'node:fs';
import { Client, Package, ok } from './client.mjs';
import { is } from './kinds.mjs';
import { World } from './world.mjs';

const [folder, version, gateway, api, document] = process.argv.slice(2);
const tell = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
// The clients log to the console, which is the test's.
console.log = () => {};

const opened = await Package.open(folder, version);
const { methods } = await import(`./version${version[0]}/methods.mjs`);
const { causes, failures, kinds, silent } = await import(`./version${version[0]}/events.mjs`);
const world = await World.open(api);

const create = async (userID) => new Client({ opened, gateway, api, userID, token: await world.token(userID) });

async function enter(userID) {
  const client = await create(userID);
  await client.enter();
  return client.reached(world);
}

// The server takes a moment before it pushes to somebody; a few are made ready while others are in use.
const arrive = async () => enter(await world.user('newcomer'));
const ready = [arrive(), arrive(), arrive()];

/** A new user, logged in on a connection of its own. */
function newcomer() {
  ready.push(arrive());
  return ready.shift();
}

const [self, friendID, member] = await Promise.all(['self', 'friend', 'member'].map((name) => world.user(name)));
await world.befriend(self, friendID);
const group = await world.group(self, friendID, member);
const joined = await world.group(friendID, self);
await world.text(friendID, self, 'hello');
await world.groupText(friendID, group, 'hello all');
const [client, friend] = await Promise.all([enter(self), enter(friendID)]);
const conversationID = `si_${[self, friendID].sort().join('_')}`;

/** Sends a text to the friend. Returns the message. */
async function sent(text) {
  const message = await ok(client.sdk.createTextMessage(text));
  const given = opened.isVersion2 ? JSON.stringify(message) : message;
  return ok(client.sdk.sendMessage({ recvID: friendID, groupID: '', message: given }));
}

const around = {
  opened, world, client, sdk: client.sdk, self, friend, member, group, joined, conversationID, create, newcomer, sent,
};

async function walk(method) {
  if (!methods[method]) throw new Error('nobody knows how to call it');
  opened.called.delete(method);
  await methods[method](around);
  if (!opened.called.has(method)) throw new Error('it was not called');
}

const [, neverSent] = readFileSync(document, 'utf8').split('## Events that are never sent');
const isSaidToBeNeverSent = new Set(
  neverSent.split('\n').filter((line) => line.startsWith('| `')).flatMap((line) => line.split('|')[1].match(/\w+/g)));

async function listen(event) {
  if (causes[event]) await causes[event](around);
  for (const data of opened.told.get(event) ?? []) is(kinds[event], data);
  const isExplained = failures.includes(event) || silent.includes(event) || isSaidToBeNeverSent.has(event);
  if (!opened.told.has(event) && !isExplained) throw new Error('it was never told');
}

let failed = 0;

async function look(name, at) {
  const { socket } = client;
  client.forget();
  friend.forget();
  try {
    await at(name);
    if (client.socket !== socket || socket.readyState !== socket.OPEN) throw new Error('the connection has ended');
    tell({ name });
  } catch (error) {
    tell({ name, failure: error.stack });
    // With a broken connection everything would wait for its time limit.
    if (++failed === 5) process.exit();
  }
}

for (const method of opened.methods) await look(method, walk);
for (const event of opened.events) await look(event, listen);
tell({ isWhole: true });
process.exit();
