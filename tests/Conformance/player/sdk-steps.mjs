// Steps of a client of the SDK: login, logout, drop, call, events. Three back ends:
//   --driver "<command>"          a process that holds the SDK; JSON lines on stdin and stdout (class Driver)
//   --compat ws://host:10003      a gateway that speaks the legacy JSON frames, dialect v3 (class Compat)
//   --hub http://host:10003/hub   a gateway's SignalR hub, spoken to with @microsoft/signalr (class Hub)
//   --protocol json|messagepack   the hub protocol for --hub
// Arguments that are objects or arrays are handed over as strings of JSON, as the SDK wants them; to a hub as what they are.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import WebSocket from 'ws';
import { compare } from './match.mjs';

const pause = ms => new Promise(resolve => setTimeout(resolve, ms));
const callLimit = 30_000;

export function addOptions(defaults) {
  defaults.driver = '';
  defaults.compat = '';
  defaults.hub = '';
  defaults.protocol = 'json';
  defaults.texts = 'yes';      // "no": error texts are not compared
  defaults.quietMs = undefined;
}

export const handlers = {
  /** `as` names the client, `userID` defaults to ${run} + as. `fresh`: with an empty local store, as a new device. `ws`: another gateway address. */
  async login(step, context) {
    const name = context.value(step.as), userID = context.value(step.userID ?? `\${run}${step.as}`);
    const state = stateOf(context), platformID = step.platformID ?? 5;
    const token = 'token' in step ? context.value(step.token) : await userToken(userID, platformID, context);
    let client = state.clients.get(name);
    if (client && (step.fresh || client.gone)) { await client.end(); client = undefined; }
    if (!client) {
      const Kind = context.options.hub ? Hub : context.options.compat ? Compat : Driver;
      client = new Kind(context, state, { userID, platformID, token, ws: step.ws });
      state.clients.set(name, client);
      await client.ready();
    }
    client.fresh = step.fresh === true;
    return client.login(userID, token);
  },

  logout: (step, context) => clientOf(step, context).call('Logout', []),

  /** The client disappears without a logout. */
  async drop(step, context) {
    await clientOf(step, context).end();
    stateOf(context).clients.delete(context.value(step.as));
  },

  async call(step, context) {
    const observed = await clientOf(step, context).call(step.fn, context.value(step.args ?? []), step.operationID);
    if (typeof step.save === 'string') context.vars[step.save] = observed.data;
    return observed;
  },

  /** Writes small files ({name: base64}) into a new folder and saves its path. */
  files(step, context) {
    const state = stateOf(context), folder = mkdtempSync(join(tmpdir(), 'sdk-files-'));
    (state.folders ??= []).push(folder);
    for (const [name, base64] of Object.entries(step.files)) writeFileSync(join(folder, name), Buffer.from(base64, 'base64'));
    context.vars[step.save] = folder;
  },

  /** Everything a client was told since its last `events`. `wait`: milliseconds to stand still before. */
  async events(step, context) {
    const client = clientOf(step, context), state = stateOf(context);
    if (context.stepNumber !== state.afterEvents) state.lastActivity = Date.now();
    if (step.wait) await pause(step.wait);
    const wanted = Array.isArray(step.events) ? step.events.filter(e => !e.optional).length : 0;
    const limit = Date.now() + 8000;
    while (client.inbox.length < wanted && Date.now() < limit) await pause(20);
    const quiet = step.quietMs ?? Number(context.options.quietMs ?? 700);
    while (Date.now() - state.lastActivity < quiet) await pause(20);
    state.afterEvents = context.stepNumber + 1;
    const fresh = client.fresh;
    client.fresh = false;
    return { events: client.inbox.splice(0), ...(context.options.compat && { dialect: 'v3' }), ...(context.options.hub && fresh && { dialect: 'v3' }) };
  },
};

export const comparers = {
  login: compareResult, logout: compareResult, call: compareResult,

  /** `or`: other lists of events that the source sends too, when threads of it meet in another order. */
  events(step, { events, dialect }, vars) {
    if (!step.events) return { diffs: [], extras: [] };
    const observed = { dialect, events: events.filter(e => !step.ignore?.includes(e.event)) };
    let first;
    const lists = withEchoes(step.events);
    for (const [i, list] of [...lists, ...(step.or ?? [])].entries()) {
      const trial = { ...vars };
      const out = matchEvents(list, observed, i < lists.length ? step.order : 'any', trial);
      if (out.diffs.length === 0) { Object.assign(vars, trial); return out; }
      first ??= { out, trial };
    }
    Object.assign(vars, first.trial);
    return first.out;
  },
};

/**
 * `echo` marks what a client is told when its own message comes back with its number. The original tells it after the
 * event before it, ahead of that one, or not at all, depending on which of two threads is first.
 */
function withEchoes(list) {
  const at = list.map((e, i) => (e.echo ? i : -1)).filter(i => i > 0).slice(0, 5).reverse();
  let lists = [list];
  for (const i of at) lists = lists.flatMap(l => [l, [...l.slice(0, i), ...l.slice(i + 1)], [...l.slice(0, i - 1), l[i], l[i - 1], ...l.slice(i + 1)]]);
  return lists;
}

function matchEvents(list, observed, order, vars) {
  const out = { diffs: [], extras: [] }, actual = observed.events;
  // The older dialect has no progress and does not say whether the store was empty.
  const expected = observed.dialect !== 'v3' ? list : list.filter(e => e.event !== 'OnSyncServerProgress')
    .map(e => (/^OnSyncServer(Start|Finish|Failed)$/.test(e.event) ? { ...e, data: '<any>' } : e));
  if (order === 'any') return matchAny(expected, actual, vars, out);
  if (order === 'line') return matchLines(expected, actual, vars, out);
  return matchInOrder(expected, actual, vars, out);
}

function compareResult(step, observed, vars) {
  const out = { diffs: [], extras: [] };
  if (observed.hub && excusedAtTheHub(step, observed)) return out;
  for (const key of ['errCode', 'errMsg', 'data']) {
    if (!(key in step) || (key === 'errMsg' && observed.skipTexts)) continue;
    compare(step[key], observed[key], vars, `$.${key}`, out);
  }
  return out;
}

/**
 * Where a hub answers otherwise by its contract: the codes behind which the original hides a cause (10002, 10005, 10006) may
 * be any error; a Create* that fails is an error, not an empty string; Login of a live session succeeds.
 */
function excusedAtTheHub(step, { errCode }) {
  if (step.operationID === '') return true;
  if (step.step === 'login' && step.errCode === 10102) return errCode === 0 || errCode === 10102;
  if ([10002, 10005, 10006].includes(step.errCode)) return errCode !== 0;
  return /^Create/.test(step.fn ?? '') && step.errCode === 0 && step.data === '' && errCode !== 0;
}

const names = list => list.map(e => e.event).join(' ') || 'none';

function compareEvent(want, got, vars, path) {
  const { optional, echo, ...plain } = want;
  return compare(bindable(plain, vars), got, vars, path);
}

/** Where order is free a name may be used before the place that binds it: then it is bound there. */
function bindable(value, vars) {
  if (typeof value === 'string') { const name = /^\$\{(\w+)\}$/.exec(value)?.[1]; return name && !(name in vars) ? `<id:${name}>` : value; }
  if (Array.isArray(value)) return value.map(v => bindable(v, vars));
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, bindable(v, vars)]));
  return value;
}

/** In order; an event marked optional may be absent. */
function matchInOrder(expected, actual, vars, out) {
  let i = 0;
  for (const want of expected) {
    if (want.optional) {
      const trial = { ...vars };
      if (i < actual.length && compareEvent(want, actual[i], trial, '').diffs.length === 0) { Object.assign(vars, trial); i++; }
      continue;
    }
    if (i >= actual.length || actual[i].event !== want.event) {
      out.diffs.push(`$.events[${i}]: expected ${want.event}, got ${actual[i]?.event ?? 'nothing more'}; all: ${names(actual)}; expected: ${names(expected)}`);
      return out;
    }
    const result = compareEvent(want, actual[i], vars, `$.events[${i}] ${want.event}`);
    out.diffs.push(...result.diffs);
    out.extras.push(...result.extras);
    i++;
  }
  for (const e of actual.slice(i)) out.diffs.push(`$.events: not expected: ${e.event} ${JSON.stringify(e.data)?.slice(0, 300)}`);
  return out;
}

/** Events of one name keep their order; different names may interleave. */
function matchLines(expected, actual, vars, out) {
  for (const name of new Set([...expected, ...actual].map(e => e.event)))
    matchInOrder(expected.filter(e => e.event === name), actual.filter(e => e.event === name), vars, out);
  return out;
}

function matchAny(expected, actual, vars, out) {
  const left = [...actual];
  for (const want of [...expected].sort((a, b) => !!a.optional - !!b.optional)) {
    let best = null;
    for (const got of left.filter(e => e.event === want.event)) {
      const trial = { ...vars }, result = compareEvent(want, got, trial, `$.events ${want.event}`);
      if (!best || result.diffs.length < best.result.diffs.length) best = { got, trial, result };
      if (result.diffs.length === 0) break;
    }
    if (want.optional && best?.result.diffs.length !== 0) continue;
    if (!best) { out.diffs.push(`$.events: no ${want.event}; all: ${names(actual)}`); continue; }
    left.splice(left.indexOf(best.got), 1);
    Object.assign(vars, best.trial);
    out.diffs.push(...best.result.diffs);
    out.extras.push(...best.result.extras);
  }
  for (const e of left) out.diffs.push(`$.events: not expected: ${e.event} ${JSON.stringify(e.data)?.slice(0, 300)}`);
  return out;
}

export async function dispose(context) {
  if (!context.sdk) return;
  await Promise.all([...context.sdk.clients.values()].map(c => c.end()));
  for (const folder of context.sdk.folders ?? []) rmSync(folder, { recursive: true, force: true });
}

function stateOf(context) {
  context.sdk ??= { clients: new Map(), lastActivity: Date.now() };
  context.vars.rest ??= context.options.rest;
  return context.sdk;
}

function clientOf(step, context) {
  const client = stateOf(context).clients.get(context.value(step.as));
  if (!client) throw new Error(`no client ${step.as}`);
  return client;
}

async function post(context, path, body, token) {
  const response = await fetch(context.options.rest + path, {
    method: 'POST', body: JSON.stringify(body),
    headers: { operationID: `${context.vars.run}token`, 'Content-Type': 'application/json', ...(token && { token }) },
  });
  const answer = await response.json();
  if (answer.errCode !== 0) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return answer.data;
}

async function userToken(userID, platformID, context) {
  context.vars.admin ??= (await post(context, '/auth/get_admin_token', { secret: context.options.secret, userID: context.options.admin })).token;
  return (await post(context, '/auth/get_user_token', { userID, platformID }, context.vars.admin)).token;
}

/** JSON text is parsed, anything else stays as it is. */
function parsed(data) {
  if (typeof data !== 'string') return data;
  try { return JSON.parse(data); } catch { return data; }
}

/** Error texts of the original end in a trace of its source (" | -> function() file:line ..."): cut off. */
const withoutTrace = text => (typeof text === 'string' ? text.replace(/ \| -> [\s\S]*$/, '').replace(/(panic: [^\n]*)\n[\s\S]*$/, '$1') : text);

class Client {
  inbox = []; pending = new Map(); gone = false; count = 0;

  constructor(context, state) { this.context = context; this.state = state; }

  seen() { this.state.lastActivity = Date.now(); }

  /** Resolves with {errCode, errMsg, data} of one function. */
  request(key, send, label) {
    this.seen();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => { this.pending.delete(key); reject(new Error(`${label}: no answer`)); }, callLimit);
      this.pending.set(key, { label, done: r => { clearTimeout(timer); resolve(r); }, failed: e => { clearTimeout(timer); reject(e); } });
      send();
    });
  }

  answered(key, { errCode, errMsg, data }) {
    const waiting = this.pending.get(key);
    this.pending.delete(key);
    this.seen();
    waiting.done({ errCode, errMsg: withoutTrace(errMsg), data: parsed(data), ...(this.context.options.texts === 'no' && { skipTexts: true }) });
  }

  event(entry) { this.seen(); this.inbox.push(entry); }

  lost(reason) {
    this.gone = true;
    for (const waiting of this.pending.values()) waiting.failed(new Error(`${waiting.label}: ${reason}`));
    this.pending.clear();
  }
}

/**
 * Lines to the process: {"id", "fn", "args", "op"?}. Lines from it: {"id", "errCode", "errMsg", "data"} answers,
 * {"id", "progress"} while sending, {"event", "data", "errCode"?, "errMsg"?} for every listener callback; `data` is what
 * the SDK passed.
 */
class Driver extends Client {
  constructor(context, state, { platformID, ws }) {
    super(context, state);
    if (!context.options.driver) throw new Error('--driver or --compat is needed');
    const [command, ...args] = context.options.driver.split(' ');
    this.platformID = platformID;
    this.ws = ws ?? context.options.ws;
    this.dir = mkdtempSync(join(tmpdir(), 'sdk-'));
    this.process = spawn(command, args, { stdio: ['pipe', 'pipe', process.env.DRIVER_STDERR ? 'inherit' : 'ignore'], cwd: this.dir });
    this.process.stdin.on('error', () => {});
    this.exited = new Promise(resolve => this.process.on('exit', code => { this.lost(`driver ended (${code})`); resolve(); }));
    createInterface({ input: this.process.stdout }).on('line', line => this.#line(JSON.parse(line)));
  }

  async ready() {
    await this.call('InitSDK', [{
      systemType: 'go', platformID: this.platformID, apiAddr: this.context.options.rest, wsAddr: this.ws, dataDir: `${this.dir}/`, logLevel: 3,
      isLogStandardOutput: false, logFilePath: `${this.dir}/`, logRemainCount: 1,
    }]);
  }

  login(userID, token) { return this.call('Login', [userID, token]); }

  call(fn, args, op) {
    const id = ++this.count;
    return this.request(id, () => this.process.stdin.write(`${JSON.stringify({ id, fn, args, op })}\n`), fn);
  }

  async end() {
    this.process.stdin.end();
    this.process.kill('SIGKILL');
    await this.exited;
    if (!process.env.KEEP_SDK_DIR) rmSync(this.dir, { recursive: true, force: true });
  }

  #line(line) {
    if ('event' in line) {
      const { event, data, errCode, errMsg } = line;
      this.event({ event, data: withoutTrace(parsed(data)), ...(errCode !== undefined && { errCode, errMsg: withoutTrace(errMsg) }) });
    } else if ('progress' in line) this.seen();
    else if (line.driver) this.pending.get(line.id)?.failed(new Error(`driver: ${line.errMsg}`));
    else if (this.pending.has(line.id)) this.answered(line.id, line);
  }
}

/** The legacy frames: {reqFuncName, operationID, userID, data} out, {event, errCode, errMsg, data, operationID} in. */
class Compat extends Client {
  constructor(context, state, { userID, platformID, token }) {
    super(context, state);
    this.userID = userID;
    const query = new URLSearchParams({ sendID: userID, token, platformID, operationID: `${context.vars.run}${userID}` });
    this.socket = new WebSocket(`${context.options.compat}/?${query}`, { perMessageDeflate: false });
    this.first = new Promise((resolve, reject) => {
      this.socket.on('error', reject);
      this.socket.on('close', () => { this.lost('connection closed'); reject(new Error('connection closed')); });
      this.socket.on('message', bytes => {
        const frame = JSON.parse(bytes.toString());
        if (frame.event === 'InitSDK') resolve(); else this.#frame(frame);
      });
    });
  }

  ready() { return this.first; }

  login(userID, token) { return this.call('Login', [userID, token]); }

  call(fn, args, op) {
    const operationID = op ?? `${this.context.vars.run}${++this.count}`;
    const data = JSON.stringify(args.map(a => (a !== null && typeof a === 'object' ? JSON.stringify(a) : a)));
    return this.request(operationID, () => this.socket.send(JSON.stringify({ reqFuncName: fn, operationID, userID: this.userID, data })), fn);
  }

  async end() { this.socket.removeAllListeners('close'); this.socket.on('error', () => {}); this.socket.terminate(); }

  #frame({ event, errCode, errMsg, data, operationID }) {
    if (this.pending.has(operationID)) return this.answered(operationID, { errCode, errMsg, data });
    const value = parsed(data);
    // The older dialect hands over batches.
    if (/^OnRecv(Offline)?NewMessages$/.test(event)) for (const m of value) this.event({ event: event.slice(0, -1), data: m });
    else this.event({ event, data: value, ...(errCode !== 0 && { errCode, errMsg }) });
  }
}

/** Which arguments of a function are JSON behind a string in the SDK, and so values of their own at a hub. */
const jsonArguments = new Map(JSON.parse(readFileSync(new URL('../../../docs/protocol/legacy/functions.json', import.meta.url)))
  .map(f => [f.name, ((f.v38 ?? f.v3)?.args ?? []).map(a => /^string holding JSON|\[\]$/.test(a.type))]));
const eventNames = JSON.parse(readFileSync(new URL('../../../docs/protocol/legacy/events.json', import.meta.url))).map(e => e.name);

/** A SignalR connection: one method per function, positional arguments; events end in a cursor, epoch:offset without a gap. */
class Hub extends Client {
  constructor(context, state, { userID, platformID, token }) {
    super(context, state);
    Object.assign(this, { userID, platformID, token });
  }

  async ready() {
    const { HubConnectionBuilder, HttpTransportType, LogLevel } = await import('@microsoft/signalr');
    const hub = this;
    // The transport's socket is kept, so that a client can vanish without a word.
    class Socket extends WebSocket { constructor(...args) { super(...args); hub.socket = this; } }
    const builder = new HubConnectionBuilder().configureLogging(LogLevel.None)
      .withUrl(this.context.options.hub, { accessTokenFactory: () => this.token, transport: HttpTransportType.WebSockets, WebSocket: Socket });
    if (this.context.options.protocol === 'messagepack') {
      const { MessagePackHubProtocol } = await import('@microsoft/signalr-protocol-msgpack');
      builder.withHubProtocol(new MessagePackHubProtocol());
    }
    this.connection = builder.build();
    for (const name of eventNames) this.connection.on(name, (...args) => this.#event(name, args));
    this.connection.onclose(() => this.lost('connection closed'));
    await this.connection.start();
  }

  login(userID, token) { return this.call('Login', [userID, token]); }

  async call(fn, args, op) {
    this.seen();
    const json = jsonArguments.get(fn) ?? [];
    const values = Array.from({ length: Math.max(json.length, args.length) }, (_, i) => this.#argument(args[i], json[i]));
    const id = ++this.count;
    return this.request(id, () => this.connection.invoke(fn, ...values).then(
      data => this.answered(id, { errCode: 0, errMsg: '', data: data ?? '' }),
      error => this.answered(id, this.#error(error))), fn);
  }

  answered(key, reply) {
    const waiting = this.pending.get(key);
    if (!waiting) return;
    this.pending.delete(key);
    this.seen();
    waiting.done({ ...reply, hub: true, skipTexts: true });
  }

  async end() {
    this.gone = true;
    this.socket?.terminate();
    await this.connection?.stop().catch(() => {});
  }

  #argument(value, json) {
    if (value === undefined || (json && value === '')) return null;
    if (!json || typeof value !== 'string') return value;
    try { return JSON.parse(value); } catch { return value; }
  }

  #error(error) {
    const [, code, text] = /HubException: (\d+) ?([\s\S]*)$/.exec(error.message) ?? [];
    return { errCode: code ? Number(code) : 10002, errMsg: text ?? error.message, data: '' };
  }

  #event(name, args) {
    const cursor = args.pop();
    const [, epoch, offset] = /^(.+):(\d+)$/.exec(cursor) ?? [];
    if (epoch === undefined) this.event({ event: 'no cursor', data: { name, cursor } });
    else if (epoch === this.epoch && Number(offset) !== this.offset + 1) this.event({ event: 'cursor broken', data: { name, before: this.offset, cursor } });
    [this.epoch, this.offset] = [epoch, Number(offset)];
    if (/^OnRecv(Offline)?NewMessages$/.test(name)) for (const m of args[0]) this.event({ event: name.slice(0, -1), data: m });
    else if (name === 'OnConnectFailed') this.event({ event: name, data: '', errCode: args[0], errMsg: args[1] });
    else this.event({ event: name, data: args[0] ?? '' });
  }
}
