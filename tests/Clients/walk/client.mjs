// One client of a published version, logged in, with all that it tells its app and a record of which methods were called.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { web } from './world.mjs';

/** How long anything may take. */
const limit = 15_000;

/** A published version of open-im-sdk. */
export class Package {
  /** Which methods were called, on whichever client. */
  called = new Set();

  /** Which events were told, to whichever client, each with all that it was told with. */
  told = new Map();

  /**
   * @param {string} folder where the legacy sample is, which installs the package
   * @param {string} version
   */
  static async open(folder, version) {
    await import(new URL('browser.mjs', pathToFileURL(folder)));
    const opened = new Package();
    const require = createRequire(join(folder, 'clients.mjs'));
    opened.version = version;
    opened.exports = require(`open-im-sdk-${version}`);
    const packed = dirname(require.resolve(`open-im-sdk-${version}`));
    const declared = version.startsWith('2.') ? 'im/index.d.ts' : 'api/index.d.ts';
    opened.declarations = readFileSync(join(packed, declared), 'utf8');
    return opened;
  }

  get isVersion2() {
    return this.version.startsWith('2.');
  }

  /** Every event that the package has a name for. */
  get events() {
    return Object.values(this.exports.CbEvents);
  }

  /** Every function of an instance and of what it inherits from, but for those that the package declares private. */
  get methods() {
    const isPrivate = new Set([...this.declarations.matchAll(/private (\w+)/g)].map(([, name]) => name));
    const sdk = new this.exports.OpenIMSDK();
    const names = new Set();
    for (let level = sdk; level !== Object.prototype; level = Object.getPrototypeOf(level)) {
      for (const name of Object.getOwnPropertyNames(level)) if (typeof sdk[name] === 'function') names.add(name);
    }
    return [...names].filter((name) => name !== 'constructor' && !isPrivate.has(name));
  }

  /** A new instance. What is called on it from outside is remembered. */
  create() {
    const { called } = this;
    return new Proxy(new this.exports.OpenIMSDK(), {
      get(sdk, name) {
        const value = sdk[name];
        return typeof value !== 'function' ? value : (...args) => {
          called.add(name);
          return value.apply(sdk, args);
        };
      },
    });
  }
}

/** A user on a client of the package. */
export class Client {
  #told = [];
  #waiting = new Set();

  /** @param {{ opened: Package, gateway: string, api: string, userID: string, token: string }} account */
  constructor({ opened, gateway, api, userID, token }) {
    this.opened = opened;
    this.userID = userID;
    this.token = token;
    this.login = opened.isVersion2
      ? { userID, token, url: gateway, platformID: web }
      : { userID, token, wsAddr: gateway, apiAddr: api, platformID: web };
    this.sdk = opened.create();
    for (const event of opened.events) this.sdk.on(event, (frame) => this.#tell(event, frame));
  }

  /** Logs in and waits until the client knows all that there is. */
  async enter(options = {}) {
    const { frame } = await settled(this.sdk.login({ ...this.login, ...options }), 'login');
    assert.equal(frame.errCode, 0, `login: ${frame.errCode} ${frame.errMsg}`);
    await this.hears('OnSyncServerFinish');
    return this;
  }

  /** Waits until the server pushes to this client, which it does a moment after the login. */
  async reached(world) {
    const calling = setInterval(() => void world.call(this.userID), 50);
    try {
      await this.hearsMessage(({ contentType }) => contentType === 110);
    } finally {
      clearInterval(calling);
    }
    return this;
  }

  /** The first message, now or later, that is as wanted. */
  async hearsMessage(wanted) {
    if (this.opened.isVersion2) return this.hears('OnRecvNewMessage', wanted);
    return (await this.hears('OnRecvNewMessages', (messages) => messages.some(wanted))).find(wanted);
  }

  leave() {
    return ok(this.sdk.logout());
  }

  /** The websocket under it. */
  get socket() {
    return this.opened.isVersion2 ? this.sdk.ws : this.sdk.wsManager?.ws;
  }

  /** From here on only what is told later is heard. */
  forget() {
    this.#told = [];
  }

  /** The first data that an event is told with, now or later, that is as wanted. */
  hears(event, wanted = () => true) {
    const found = this.#told.find((told) => told.event === event && wanted(told.data));
    if (found) return Promise.resolve(found.data);
    return new Promise((resolve, reject) => {
      const waiting = { event, wanted };
      const timer = setTimeout(() => {
        this.#waiting.delete(waiting);
        const told = this.#told.map((one) => `${one.event} ${(JSON.stringify(one.data) ?? '').slice(0, 200)}`);
        reject(new Error(`${this.userID} did not hear ${event} where ${wanted}, but\n    ${told.join('\n    ')}`));
      }, limit);
      waiting.resolve = (data) => {
        clearTimeout(timer);
        resolve(data);
      };
      this.#waiting.add(waiting);
    });
  }

  #tell(event, frame) {
    const told = { event, data: parsed(frame.data) };
    this.#told.push(told);
    this.opened.told.set(event, [...(this.opened.told.get(event) ?? []), told.data]);
    for (const waiting of this.#waiting) {
      if (waiting.event === event && waiting.wanted(told.data)) {
        this.#waiting.delete(waiting);
        waiting.resolve(told.data);
      }
    }
  }
}

/** The data of an answer, which must say that all is well. */
export async function ok(promise) {
  const { frame, isRejected } = await settled(promise);
  assert.ok(!isRejected && frame.errCode === 0, `refused: ${frame.errCode} ${frame.errMsg}`);
  assert.equal(typeof frame.event, 'string');
  assert.equal(typeof frame.operationID, 'string');
  return parsed(frame.data);
}

/** Asserts that a call is refused with that code, with a reason and without data. */
export async function refused(code, promise) {
  const { frame, isRejected } = await settled(promise);
  assert.ok(isRejected, `not refused, but ${JSON.stringify(frame)}`);
  assert.equal(frame.errCode, code, `${frame.errCode} ${frame.errMsg}`);
  assert.ok(frame.errMsg.length > 0, 'no reason given');
  assert.equal(frame.data ?? '', '');
}

/** Both kinds of clients reject with a frame. */
export function settled(promise, name = 'the call') {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} was not answered within ${limit} ms`)), limit);
  });
  const frame = promise.then(
    (resolved) => ({ frame: resolved, isRejected: false }),
    (rejected) => {
      if (rejected instanceof Error) throw rejected;
      return { frame: rejected, isRejected: true };
    },
  );
  return Promise.race([frame, late]).finally(() => clearTimeout(timer));
}

/** 2.x leaves all data as text, 3.x reads what is JSON. */
function parsed(data) {
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}
