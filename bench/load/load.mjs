// node load.mjs --url ws://127.0.0.1:10003 [options]      prints one JSON document; progress goes to stderr
//
// Load for gateways that speak the legacy frames of the JS SDK (dialect v3 or v2), for the SignalR hub (dialect hub, its JSON
// protocol), or for a plain echo server (dialect echo: what the generator itself can do). No packages needed; Node 20 or newer.
//
//   --dialect v3|v2|hub|echo   --users 50        --connections 1 (per user)     --login-parallel 8
//   --rest URL --secret S --admin ID         users are registered and get tokens there; or --token TEXT for all
//   --prefix TEXT          user names; default: new ones every time
//   --phases login,idle,local,send,overload,logout        in this order; or `memory`: logins up to every number of --steps
//   --steps 50,200,500     users of `memory`; after each step the server is left alone for --idle seconds
//   --conversations 0      unread ones that every user of `memory` has before he logs in, each with somebody else
//   --idle 30              seconds of idleness before memory is read
//   --duration 10          seconds of a local or send phase; the first second is not counted
//   --active 0             connections that take part in `local` (0: all)
//   --in-flight 1          requests of one connection that wait for their reply at the same time
//   --function CreateTextMessage,GetLoginStatus           mix of local functions, by turns
//   --pairs 0              sender/receiver pairs of `send` (0: users / 2)       --send-in-flight 1
//   --rate 0               requests/s of all connections together, evenly spaced (0: as fast as replies come)
//   --burst 5000           frames sent without waiting in `overload`            --burst-connections 1
//   --pid N                the server's process: memory, CPU, threads, files from /proc
//   --goroutines URL       of a Go server's pprof (debug/pprof/goroutine?debug=1), if it has one
import net from 'node:net';
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';

const o = { url: 'ws://127.0.0.1:10003', dialect: 'v3', users: 50, connections: 1, 'login-parallel': 8, rest: 'http://127.0.0.1:10002', secret: 'openIM123',
  admin: 'imAdmin', token: '', prefix: '', conversations: 0, phases: 'login,idle,local', idle: 30, duration: 10, active: 0, 'in-flight': 1, function: 'CreateTextMessage',
  pairs: 0, 'send-in-flight': 1, rate: 0, burst: 5000, 'burst-connections': 1, pid: 0, platform: 5, steps: '', goroutines: '' };
for (let i = 2; i < process.argv.length; i += 2) {
  const name = process.argv[i].replace(/^--/, '');
  if (!(name in o)) throw new Error(`unknown option ${process.argv[i]}`);
  o[name] = typeof o[name] === 'number' ? Number(process.argv[i + 1]) : process.argv[i + 1];
}
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
const now = () => performance.now();
const say = text => process.stderr.write(`${text}\n`);
const v3 = o.dialect === 'v3', hub = o.dialect === 'hub';
const prefix = o.prefix || `b${randomBytes(4).toString('hex')}_`;

// ---------------------------------------------------------------- a websocket client, as small as speed wants it
class Socket {
  constructor(url) {
    const { hostname, port, pathname, search } = new URL(url);
    this.closed = false; this.onText = () => {}; this.onClose = () => {};
    this.tcp = net.connect({ host: hostname, port: Number(port || 80), noDelay: true });
    this.opened = new Promise((resolve, reject) => {
      let head = Buffer.alloc(0);
      this.tcp.on('connect', () => this.tcp.write(`GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n`
        + `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n\r\n`));
      const first = chunk => {
        head = Buffer.concat([head, chunk]);
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        this.tcp.off('data', first);
        const status = Number(/^HTTP\/1.1 (\d+)/.exec(head.toString('latin1', 0, end))?.[1]);
        if (status !== 101) { this.tcp.destroy(); return reject(new Error(`status ${status}`)); }
        this.rest = head.subarray(end + 4);
        this.tcp.on('data', data => this.#data(data));
        resolve();
        if (this.rest.length > 0) { const r = this.rest; this.rest = Buffer.alloc(0); this.#data(r); }
      };
      this.tcp.on('data', first);
      this.tcp.on('error', e => reject(e));
      this.tcp.on('close', () => { this.closed = true; reject(new Error('closed')); this.onClose(); });
    });
    this.opened.catch(() => {});
  }

  #data(chunk) {
    let b = this.rest.length ? Buffer.concat([this.rest, chunk]) : chunk;
    for (;;) {
      if (b.length < 2) break;
      let length = b[1] & 127, at = 2;
      if (length === 126) { if (b.length < 4) break; length = b.readUInt16BE(2); at = 4; }
      else if (length === 127) { if (b.length < 10) break; length = Number(b.readBigUInt64BE(2)); at = 10; }
      if (b.length < at + length) break;
      const opcode = b[0] & 15;
      if (opcode === 1 || opcode === 2) this.onText(b.toString('utf8', at, at + length));
      else if (opcode === 9) this.#write(10, b.subarray(at, at + length));
      else if (opcode === 8) this.tcp.end();
      b = b.subarray(at + length);
    }
    this.rest = b;
  }

  send(text) { this.#write(1, Buffer.from(text)); }

  #write(opcode, payload) {   // the mask is zero: allowed, and the payload need not be touched
    const n = payload.length, extra = n < 126 ? 0 : n < 65536 ? 2 : 8, frame = Buffer.allocUnsafe(6 + extra + n);
    frame[0] = 128 | opcode; frame[1] = 128 | (extra === 0 ? n : extra === 2 ? 126 : 127);
    if (extra === 2) frame.writeUInt16BE(n, 2); else if (extra === 8) frame.writeBigUInt64BE(BigInt(n), 2);
    frame.fill(0, 2 + extra, 6 + extra);
    payload.copy(frame, 6 + extra);
    if (!this.closed) this.tcp.write(frame);
  }

  close() { this.tcp.destroy(); }
}

// ---------------------------------------------------------------- one client of the gateway
let operations = 0;
const eventName = /"event":"([^"]*)"/, operation = /"operationID":"([^"]*)"\}?\s*$/, anyOperation = /"operationID":"([^"]*)"/;
const invocation = /^\{"type":3,"invocationId":"([^"]*)"/, target = /"target":"([^"]*)"/;

class Client {
  waiting = new Map(); onEvent = () => {}; lost = false;

  constructor(userID, token) { this.userID = userID; this.token = token; }

  async open() {
    if (hub) return this.#openHub();
    const query = o.dialect === 'echo' ? '' : `?sendID=${this.userID}&token=${this.token}&platformID=${o.platform}${v3 ? `&operationID=${this.userID}` : ''}`;
    this.socket = new Socket(`${o.url.replace(/\/$/, '')}/${query}`);
    const ready = v3 ? new Promise((resolve, reject) => { this.first = resolve; this.socket.onClose = () => reject(new Error('closed')); }) : null;
    this.socket.onText = text => this.#frame(text);
    await this.socket.opened;
    if (ready) await Promise.race([ready, sleep(15000).then(() => { throw new Error('no InitSDK'); })]);
    this.socket.onClose = () => { this.lost = true; for (const w of this.waiting.values()) w(null); this.waiting.clear(); };
  }

  // SignalR's JSON protocol: records that end with U+001E, the first one is the handshake.
  async #openHub() {
    this.socket = new Socket(`${o.url.replace(/\/$/, '')}/hub?access_token=${encodeURIComponent(this.token)}`);
    const ready = new Promise((resolve, reject) => {
      this.socket.onClose = () => reject(new Error('closed'));
      this.socket.onText = text => { this.socket.onText = more => this.#records(more); text.startsWith('{}') ? resolve() : reject(new Error(text)); };
    });
    ready.catch(() => {});
    await this.socket.opened;
    this.socket.send('{"protocol":"json","version":1}\x1e');
    await ready;
    const ping = setInterval(() => this.socket.send('{"type":6}\x1e'), 10000);
    this.socket.onClose = () => { clearInterval(ping); this.lost = true; for (const w of this.waiting.values()) w(null); this.waiting.clear(); };
  }

  #records(text) {
    for (const record of text.split('\x1e')) {
      if (record === '' || record.startsWith('{"type":6')) continue;
      const id = invocation.exec(record)?.[1], waiting = id && this.waiting.get(id);
      if (waiting) { this.waiting.delete(id); waiting(record); } else this.onEvent(target.exec(record)?.[1], record);
    }
  }

  #frame(text) {
    const op = (operation.exec(text) ?? anyOperation.exec(text))?.[1], waiting = op && this.waiting.get(op);
    if (waiting) { this.waiting.delete(op); return waiting(text); }
    const event = eventName.exec(text)?.[1];
    if (event === 'InitSDK' && this.first) { this.first(); this.first = null; } else this.onEvent(event, text);
  }

  /** Sends a request; `done` gets the text of the reply, or null when the connection ended. */
  request(fn, data, done) {
    const operationID = `${prefix}${++operations}`;
    this.waiting.set(operationID, done);
    if (hub) this.socket.send(`${JSON.stringify({ type: 1, invocationId: operationID, target: fn, arguments: data })}\x1e`);
    else this.socket.send(JSON.stringify({ data, operationID, userID: this.userID, reqFuncName: fn }));
    return operationID;
  }

  ask(fn, data, ms = 30000) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${fn}: no reply`)), ms);
      this.request(fn, data, text => { clearTimeout(timer); text === null ? reject(new Error('closed')) : resolve(JSON.parse(text)); });
    });
  }

  async login() {
    if (hub) {
      const { error } = await this.ask('Login', [this.userID, this.token]);
      if (error) throw new Error(`Login: ${error}`);
      return;
    }
    const data = v3 ? [this.userID, this.token] : { userID: this.userID, token: this.token };
    const reply = await this.ask('Login', JSON.stringify(data));
    if (reply.errCode !== 0 && reply.errCode !== 1002) throw new Error(`Login: ${reply.errCode} ${reply.errMsg}`);
  }
}

// ---------------------------------------------------------------- figures
const round = (x, n = 2) => Number(x.toFixed(n));
function percentiles(list) {
  if (list.length === 0) return null;
  const s = Float64Array.from(list).sort(), at = q => round(s[Math.min(s.length - 1, Math.floor(q * s.length))]);
  return { count: s.length, p50: at(0.5), p90: at(0.9), p99: at(0.99), max: round(s[s.length - 1]) };
}
function server() {
  if (!o.pid) return null;
  try {
    const status = readFileSync(`/proc/${o.pid}/status`, 'utf8'), stat = readFileSync(`/proc/${o.pid}/stat`, 'utf8').split(') ')[1].split(' ');
    const kB = name => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
    return { rssMB: round(kB('VmRSS') / 1024), peakMB: round(kB('VmHWM') / 1024), threads: kB('Threads'), files: readdirSync(`/proc/${o.pid}/fd`).length, cpuSeconds: (Number(stat[11]) + Number(stat[12])) / 100 };
  } catch { return { dead: true }; }
}
function meter() {
  const t = now(), own = process.cpuUsage(), s = server();
  return requests => {
    const seconds = (now() - t) / 1000, u = process.cpuUsage(own), e = server(), used = (u.user + u.system) / 1e6;
    const out = { seconds: round(seconds), generatorCpuShare: round(used / seconds), loadAverage: round(loadavg()[0]) };
    if (s && e && !e.dead) {
      const cpu = e.cpuSeconds - s.cpuSeconds;
      Object.assign(out, { serverCpuShare: round(cpu / seconds), serverRssMB: e.rssMB, ...(requests > 0 && { serverCpuSecondsPer1000: round(cpu / requests * 1000, 4) }) });
    } else if (e?.dead) out.serverDead = true;
    return out;
  };
}
async function inParallel(items, width, work) {
  const queue = [...items];
  await Promise.all(Array.from({ length: Math.min(width, queue.length) }, async () => { while (queue.length > 0) await work(queue.shift()); }));
}

// ---------------------------------------------------------------- accounts
async function post(path, body, token) {
  const response = await fetch(o.rest + path, { method: 'POST', body: JSON.stringify(body),
    headers: { operationID: `${prefix}${++operations}`, 'Content-Type': 'application/json', ...(token && { token }) } });
  const answer = await response.json();
  if (answer.errCode !== 0) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return answer.data;
}
async function accounts() {
  const ids = Array.from({ length: o.users }, (_, i) => `${prefix}${i}`);
  if (o.dialect === 'echo' || o.token) return ids.map(id => new Client(id, o.token));
  const admin = (await post('/auth/get_admin_token', { secret: o.secret, userID: o.admin })).token;
  for (let i = 0; i < ids.length; i += 100)
    await post('/user/user_register', { users: ids.slice(i, i + 100).map(userID => ({ userID, nickname: userID, faceURL: '' })) }, admin).catch(e => { if (!o.prefix) throw e; });
  const tokens = new Map();
  await inParallel(ids, 16, async userID => { tokens.set(userID, (await post('/auth/get_user_token', { userID, platformID: o.platform }, admin)).token); });
  const peers = Array.from({ length: o.conversations }, (_, i) => `${prefix}peer${i}`);
  if (peers.length > 0) await post('/user/user_register', { users: peers.map(userID => ({ userID, nickname: userID, faceURL: `https://example.com/${userID}.png` })) }, admin);
  for (let i = 0; i < ids.length; i += 100)
    await inParallel(peers, 4, sendID => post('/msg/batch_send_msg', { sendID, recvIDs: ids.slice(i, i + 100), senderNickname: sendID, senderPlatformID: o.platform,
      content: { content: 'hello, this is a message of ordinary length' }, contentType: 101, sessionType: 1 }, admin));
  return ids.map(id => new Client(id, tokens.get(id)));
}

// ---------------------------------------------------------------- phases
const report = { options: { ...o, secret: undefined, token: o.token && '(given)', rest: undefined, prefix: undefined, pid: undefined }, start: new Date().toISOString(), loadAverage: round(loadavg()[0]) };
if (o.steps) o.users = Math.max(...o.steps.split(',').map(Number));
const clients = await accounts(), extra = [];
report.before = server();

const goroutines = async () => (o.goroutines ? Number(/total (\d+)/.exec(await (await fetch(o.goroutines)).text())?.[1]) : undefined);

const phases = {
  async login(list = clients) {
    const stop = meter(), latencies = [], failures = {};
    await inParallel(list, o['login-parallel'], async client => {
      const t = now();
      try {
        await client.open();
        if (o.dialect !== 'echo') await client.login();
        latencies.push(now() - t);
        for (let k = 1; k < o.connections; k++) {
          const more = new Client(client.userID, client.token);
          await more.open();
          if (o.dialect !== 'echo') await more.login();
          extra.push(more);
        }
      } catch (e) { client.failed = true; failures[e.message] = (failures[e.message] ?? 0) + 1; }
    });
    const m = stop(latencies.length);
    return { loggedIn: latencies.length, failures, loginsPerSecond: round(latencies.length / m.seconds, 1), latencyMs: percentiles(latencies), ...m };
  },

  async memory() {
    const out = [], before = report.before, g0 = await goroutines();
    let done = 0;
    for (const n of o.steps.split(',').map(Number)) {
      const { loggedIn, failures, loginsPerSecond } = await phases.login(clients.slice(done, n));
      done = n;
      const { alive, server: s, serverCpuShare, kBPerUser, threadsPerUser, filesPerUser } = await phases.idle();
      const g = await goroutines();
      out.push({ users: n, alive, loggedIn, failures, loginsPerSecond, rssMB: s?.rssMB, threads: s?.threads, files: s?.files, kBPerUser, threadsPerUser, filesPerUser, idleCpuShare: serverCpuShare,
        ...(g && { goroutinesPerUser: round((g - g0) / n, 1) }) });
      say(`${n} users: ${s?.rssMB} MB`);
    }
    return { before, steps: out };
  },

  async idle() {
    const t = meter();
    await sleep(o.idle * 1000);
    const s = server(), alive = clients.filter(c => c.socket && !c.failed && !c.lost).length;
    return { seconds: o.idle, alive, server: s, ...(s && report.before && !s.dead && { kBPerUser: round((s.rssMB - report.before.rssMB) * 1024 / Math.max(1, alive), 1),
      threadsPerUser: round((s.threads - report.before.threads) / Math.max(1, alive)), filesPerUser: round((s.files - report.before.files) / Math.max(1, alive)) }), ...t() };
  },

  async local() {
    const list = [...clients, ...extra].filter(c => c.socket && !c.failed && !c.lost).slice(0, o.active || undefined);
    const functions = o.function.split(','), text = 'hello, this is a message of ordinary length';
    const data = fn => (o.dialect === 'echo' ? text : hub ? (fn === 'CreateTextMessage' ? [text] : []) : v3 ? JSON.stringify(fn === 'CreateTextMessage' ? [text] : []) : fn === 'CreateTextMessage' ? text : '');
    return drive(list, (client, n, done) => { const fn = functions[n % functions.length]; client.request(fn, data(fn), done); }, o['in-flight']);
  },

  async send() {
    const able = clients.filter(c => c.socket && !c.failed && !c.lost), count = Math.min(o.pairs || Infinity, able.length >> 1), pairs = [];
    for (let i = 0; i < count; i++) pairs.push([able[2 * i], able[2 * i + 1]]);
    const sent = new Map(), delivered = [], found = /clientMsgID\\?":\\?"([0-9a-f]{32})/g;
    let twice = 0, measured = false, unknown = 0;
    const seen = new Set();
    for (const [, receiver] of pairs) receiver.onEvent = (event, text) => {
      if (event !== 'OnRecvNewMessage' && event !== 'OnRecvNewMessages') return;
      const at = now();
      for (const id of new Set([...text.matchAll(found)].map(m => m[1]))) {
        const t = sent.get(id);
        if (t !== undefined) { if (measured && t.counted) delivered.push(at - t.at); sent.delete(id); seen.add(id); } else if (seen.has(id)) twice++; else unknown++;
      }
    };
    const example = await pairs[0][0].ask('CreateTextMessage', hub ? ['a message for the other one'] : v3 ? JSON.stringify(['a message for the other one']) : 'a message for the other one');
    const template = hub ? example.result : JSON.parse(example.data), receiverOf = new Map(pairs);
    const push = { title: 't', desc: 'd', ex: '', iOSPushSound: '', iOSBadgeCount: false }, pushText = JSON.stringify(push);
    const errors = {};
    const result = await drive(pairs.map(p => p[0]), (client, n, done, counted) => {
      const id = createHash('md5').update(`${client.userID}${n}${Math.random()}`).digest('hex'), recvID = receiverOf.get(client).userID;
      const entity = { ...template, clientMsgID: id, sendID: client.userID, createTime: Date.now(), sendTime: 0 }, message = hub ? entity : JSON.stringify(entity);
      const data = hub ? [message, recvID, '', push, false] : v3 ? JSON.stringify([message, recvID, '', pushText, false]) : JSON.stringify({ message, recvID, groupID: '', offlinePushInfo: pushText });
      measured = true;
      sent.set(id, { at: now(), counted });
      client.request('SendMessage', data, text => {
        const code = text && (hub ? Number(/"error":"\D*(\d+)/.exec(text)?.[1] ?? 0) : Number(/"errCode":(-?\d+)/.exec(text)?.[1]));
        if (code !== 0) { sent.delete(id); errors[code ?? 'closed'] = (errors[code ?? 'closed'] ?? 0) + 1; }
        done(text);
      });
    }, o['send-in-flight']);
    for (let i = 0; i < 100 && sent.size > 0; i++) await sleep(100);
    return { pairs: count, ...result, errors, deliveryMs: percentiles(delivered), notDelivered: sent.size, deliveredTwice: twice, deliveredUnknown: unknown };
  },

  /** Many frames at once on few connections: what is answered, and what becomes of the connection and the server. */
  async overload() {
    const list = clients.filter(c => c.socket && !c.failed && !c.lost).slice(0, o['burst-connections']), stop = meter(), latencies = [];
    const fn = o.function.split(',')[0], data = o.dialect === 'echo' ? 'x' : hub ? (fn === 'CreateTextMessage' ? ['x'] : []) : v3 ? JSON.stringify(fn === 'CreateTextMessage' ? ['x'] : []) : 'x';
    let answered = 0, cut = 0;
    for (const c of list) for (let i = 0; i < o.burst; i++) { const t = now(); c.request(fn, data, text => { if (text === null) cut++; else { answered++; latencies.push(now() - t); } }); }
    const limit = now() + 20000;
    while (answered + cut < list.length * o.burst && now() < limit) await sleep(50);
    const other = clients.find(c => c.socket && !c.failed && !c.lost && !list.includes(c)), t = now();
    let otherMs = null;
    if (other && o.dialect !== 'echo') otherMs = await other.ask('GetLoginStatus', hub ? [] : v3 ? '[]' : '', 10000).then(() => round(now() - t), e => e.message);
    return { sent: list.length * o.burst, answered, cutOff: cut, unanswered: list.length * o.burst - answered - cut, connectionsLost: list.filter(c => c.lost).length,
      latencyMs: percentiles(latencies), anotherUserMs: otherMs, server: server(), ...stop(answered) };
  },

  /** Every connection ends at the same moment; memory 10 s later. */
  async logout() {
    for (const c of [...clients, ...extra]) c.socket?.close();
    await sleep(10000);
    return { server: server() };
  },
};

/** Keeps `depth` requests of every client in flight (or a fixed rate) for the duration. */
async function drive(list, fire, depth) {
  const latencies = [], began = now(), from = began + 1000, until = began + o.duration * 1000;
  let n = 0, replies = 0, cut = 0, bad = 0, stop;
  const one = (client, again) => {
    const t = now(), counted = t >= from;
    fire(client, n++, text => {
      if (text === null) { cut++; return; }
      const end = now();
      if (counted && end <= until) { replies++; latencies.push(end - t); }
      if (o.dialect !== 'echo' && (hub ? /^[^{]*\{"type":3,"invocationId":"[^"]*","error"/ : /^(?!.*"errCode":0)/).test(text)) bad++;
      if (again && end < until) one(client, true);
    }, counted);
  };
  if (o.rate > 0) {
    let fired = 0;
    setTimeout(() => { stop = meter(); }, 1000);
    while (now() < until) {
      const due = Math.floor((now() - began) / 1000 * o.rate);
      while (fired < due) { const c = list[fired % list.length]; if (!c.lost) one(c, false); fired++; }
      await sleep(1);
    }
  } else {
    for (const client of list) for (let i = 0; i < depth; i++) one(client, true);
    await sleep(1000);
    stop = meter();
    await sleep(o.duration * 1000 - 1000);
  }
  const m = stop(replies);
  await sleep(500);
  return { connections: list.length, inFlight: o.rate > 0 ? undefined : depth, offeredPerSecond: o.rate || undefined, repliesPerSecond: round(replies / (o.duration - 1), 1), latencyMs: percentiles(latencies), errorReplies: bad, cutOff: cut, ...m };
}

for (const name of o.phases.split(',')) {
  say(`${name} ...`);
  report[name] = await phases[name]();
}
report.after = server();
console.log(JSON.stringify(report, null, 1));
process.exit(0);
