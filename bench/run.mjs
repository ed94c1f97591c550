// node bench/run.mjs [--runs 3] [--users 2000] [--base-port 11000] [--only cpu,login,memory,conversations,send,sandbox] [--dialect v3|v2|hub] [--no-build]
//
// Builds this gateway, the Sandbox and the control (a bare websocket echo), runs each in a process of its own on this
// machine, drives them with load/load.mjs, and prints one table: this gateway, the control, and what the two Go gateways
// reached that it replaces (load/peers.json). Of several runs the median is shown. Node 20 or newer.
// `sandbox` measures the Sandbox without a gateway (SandboxLoad), on a core of its own, in a second table.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import net from 'node:net';
import { availableParallelism, cpus, loadavg, release, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url)), root = dirname(here);
const { values: option } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    users: { type: 'string', default: '2000' },
    'base-port': { type: 'string', default: '11000' },
    only: { type: 'string', default: 'cpu,login,memory,conversations,send,sandbox' },
    dialect: { type: 'string', default: 'v3' },
    'no-build': { type: 'boolean', default: false },
  },
});
const runs = Number(option.runs), base = Number(option['base-port']), only = option.only.split(',');
const port = { ws: base + 1, rest: base + 2, gateway: base + 3, control: base + 4 };
const say = text => process.stderr.write(`${text}\n`);

// ---------------------------------------------------------------- processes
const children = new Set();
process.on('exit', () => children.forEach(child => child.kill()));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

function build(project) {
  say(`building ${project}`);
  const { status, stdout } = spawnSync('dotnet', ['build', '-c', 'Release', '--nologo', '-v', 'q', join(root, project)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stdout);
}

/** Starts a built program and waits until it listens. */
const start = (project, assembly, listensOn, ...args) => startAs(command => command, project, assembly, listensOn, ...args);
const startPinned = (project, assembly, listensOn, ...args) => startAs(command => pinned(0, ...command), project, assembly, listensOn, ...args);

async function startAs(how, project, assembly, listensOn, ...args) {
  const program = join(root, project, 'bin/Release/net10.0', `OpenIM.SignalR.${assembly}.dll`);
  const [command, ...rest] = how(['dotnet', program, ...args]);
  // In its own folder, since that is where the settings beside the program are read from.
  const child = spawn(command, rest, { cwd: dirname(program), stdio: ['ignore', 'ignore', 'inherit'] });
  children.add(child);
  child.once('exit', code => { if (children.delete(child)) say(`${assembly} ended with ${code}`); });
  for (let tries = 0; !(await listens(listensOn)); tries++) {
    if (tries > 300 || !children.has(child)) throw new Error(`${assembly} does not listen on ${listensOn}`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  return child;
}

const listens = number => new Promise(resolve => {
  const socket = net.connect(number, '127.0.0.1');
  socket.once('connect', () => { socket.destroy(); resolve(true); });
  socket.once('error', () => resolve(false));
});

function stop(child) {
  if (!children.delete(child)) return Promise.resolve();
  const ended = new Promise(resolve => child.once('exit', resolve));
  child.kill();
  return ended;
}

const sandbox = () => start('src/Sandbox', 'Sandbox', port.ws, '--RestPort', `${port.rest}`, '--GatewayPort', `${port.ws}`);
const control = () => start('bench/Echo', 'Echo', port.control, '--urls', `http://127.0.0.1:${port.control}`);

// The Sandbox has one core for itself and its load another, so that a figure is what one core can do.
const cores = process.platform === 'linux' && availableParallelism() > 1;
const pinned = (core, ...command) => (cores ? ['taskset', '-c', `${core}`, ...command] : command);

/** Does something with a fresh Sandbox that keeps its state in memory or in an SQLite file. */
async function withSandbox(store, work) {
  const data = mkdtempSync(join(tmpdir(), 'openim-bench-')), file = join(data, 'sandbox.db');
  const server = await startPinned('src/Sandbox', 'Sandbox', port.ws, '--RestPort', `${port.rest}`, '--GatewayPort', `${port.ws}`,
    ...(store === 'file' ? ['--File', file] : []));
  try { await work((phase, ...args) => sandboxLoad(server, phase, ...args), () => statSync(file, { throwIfNoEntry: false })?.size ?? 0); }
  finally {
    await stop(server);
    rmSync(data, { recursive: true, force: true });
  }
}

function sandboxLoad(server, phase, ...args) {
  const [command, ...rest] = pinned(1, 'dotnet', join(root, 'bench/SandboxLoad/bin/Release/net10.0/OpenIM.SignalR.SandboxLoad.dll'),
    '--rest', `http://127.0.0.1:${port.rest}`, '--ws', `ws://127.0.0.1:${port.ws}`, '--pid', `${server.pid}`, '--phase', phase, ...args.map(String));
  return output(spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'] }), 'SandboxLoad');
}

/** Does something with a fresh gateway, its Sandbox and its empty storage. */
async function withGateway(work) {
  const data = mkdtempSync(join(tmpdir(), 'openim-bench-')), server = await sandbox();
  const gateway = await start('src/Server', 'Server', port.gateway, '--Gateway:Port', `${port.gateway}`, '--Storage:Directory', data,
    '--OpenIM:ApiAddress', `http://127.0.0.1:${port.rest}`, '--OpenIM:WsAddress', `ws://127.0.0.1:${port.ws}`);
  try { return await work((...args) => load(gateway, port.gateway, '--dialect', option.dialect, ...args)); }
  finally {
    await stop(gateway);
    await stop(server);
    rmSync(data, { recursive: true, force: true });
  }
}

const load = (server, number, ...args) => output(spawn(process.execPath, [join(here, 'load/load.mjs'), '--url', `ws://127.0.0.1:${number}`, '--rest',
  `http://127.0.0.1:${port.rest}`, '--pid', `${server.pid}`, ...args.map(String)], { stdio: ['ignore', 'pipe', 'inherit'] }), 'load.mjs');

/** The JSON that a load generator prints at its end. */
function output(child, name) {
  return new Promise((resolve, reject) => {
    children.add(child);
    let out = '';
    child.stdout.on('data', text => { out += text; });
    child.once('exit', code => { children.delete(child); code === 0 ? resolve(JSON.parse(out)) : reject(new Error(`${name} ended with ${code}`)); });
  });
}

// ---------------------------------------------------------------- figures
const figures = { gateway: {}, control: {}, memory: {}, file: {} };
const median = list => [...list].sort((a, b) => a - b)[list.length >> 1];
function note(of, phase, report, also = {}) {
  const flat = { ...report, answered_ms_p50: report.answeredMs?.p50, answered_ms_p99: report.answeredMs?.p99, delivered_ms_p99: report.deliveredMs?.p99, ms_p50: report.latencyMs?.p50, ms_p99: report.latencyMs?.p99, delivery_ms_p50: report.deliveryMs?.p50, delivery_ms_p99: report.deliveryMs?.p99, ...also };
  for (const [name, value] of Object.entries(flat))
    if (typeof value === 'number') ((figures[of][phase] ??= {})[name] ??= []).push(value);
}

const createText = ['--users', 50, '--phases', 'login,local', '--function', 'CreateTextMessage'];
const phases = {
  async cpu() {
    const echo = await control();
    await withGateway(async gateway => {
      // A first run compiles; it is not counted.
      for (let run = 0; run <= runs; run++) {
        const ours = await gateway(...createText, '--in-flight', 4), theirs = await load(echo, port.control, '--dialect', 'echo', ...createText, '--in-flight', 4);
        if (run === 0) continue;
        note('gateway', 'local_50_connections_4_in_flight', ours.local);
        note('control', 'local_50_connections_4_in_flight', theirs.local);
      }
      note('gateway', 'local_at_500_per_second', (await gateway(...createText, '--rate', 500)).local);
      note('control', 'local_at_500_per_second', (await load(echo, port.control, '--dialect', 'echo', ...createText, '--rate', 500)).local);
    });
    await stop(echo);
  },
  login: () => withGateway(async gateway => {
    for (let run = 0; run <= runs; run++) {
      const { login } = await gateway('--users', 200, '--phases', 'login', '--login-parallel', 16);
      note('gateway', run === 0 ? 'login_just_started' : 'login_200_users_16_parallel', login);
    }
  }),
  memory: () => withGateway(async gateway => {
    const { memory } = await gateway('--phases', 'memory', '--steps', `200,1000,${option.users}`, '--login-parallel', 16, '--idle', 30);
    for (const step of memory.steps) note('gateway', `memory_${step.users}`, step, { beforeMB: memory.before.rssMB });
  }),
  conversations: () => withGateway(async gateway => {
    const { memory } = await gateway('--phases', 'memory', '--steps', `200,1000,${option.users}`, '--conversations', 50, '--login-parallel', 16, '--idle', 30);
    for (const step of memory.steps) note('gateway', `conversations_${step.users}`, step);
  }),
  send: () => withGateway(async gateway => {
    for (let run = 0; run <= runs; run++) {
      const { send } = await gateway('--users', 20, '--phases', 'login,send', '--pairs', 10);
      if (run > 0) note('gateway', 'send_10_pairs_1_in_flight', send);
    }
    note('gateway', 'send_10_pairs_at_10_per_second', (await gateway('--users', 20, '--phases', 'login,send', '--pairs', 10, '--rate', 10)).send);
  }),
  async sandbox() {
    for (const store of ['memory', 'file']) {
      await withSandbox(store, async (measure, fileBytes) => {
        const population = await measure('population', '--users', 10000, '--conversations', 100);
        note(store, 'population', population, { fileMB: fileBytes() / 2 ** 20 });
        note(store, 'idle', await measure('idle', '--connections', option.users));
      });
      await withSandbox(store, async measure => {
        for (let run = 0; run <= runs; run++) {
          const single = await measure('single', '--pairs', 50, '--in-flight', 4);
          if (run > 0) note(store, 'single', single);
        }
        note(store, 'single_at_3000', await measure('single', '--pairs', 50, '--rate', 3000));
        for (let run = 0; run < runs; run++)
        {
          const group = await measure('group', '--members', 1000, '--senders', 10);
          note(store, 'group', group, { cpuMillisecondsPerMessage: group.cpuMicrosecondsPerMessage / 1000 });
        }
      });
    }
  },
};

// ---------------------------------------------------------------- the table
const peers = JSON.parse(readFileSync(join(here, 'load/peers.json'), 'utf8'));
const peer = (name, phase, figure) => (peers.quiet.figures[name]?.[phase] ?? peers.figures[name]?.[phase])?.[figure]?.median;
const own = (of, phase, figure) => { const list = figures[of][phase]?.[figure]; return list && median(list); };
const show = (value, digits = 0) => (value === undefined || Number.isNaN(value) ? '' : value.toFixed(digits));
const perRequest = per1000 => (per1000 === undefined ? undefined : per1000 * 1000);

function row(what, digits, gateway, control, v3, v2) {
  console.log(`| ${[what, ...[gateway, control, v3, v2].map(value => show(value, digits))].join(' | ')} |`);
}
function simple(what, digits, phase, figure, scale = x => x) {
  row(what, digits, ...[own('gateway', phase, figure), own('control', phase, figure), peer('v3', phase, figure), peer('v2', phase, figure)].map(scale));
}
function table() {
  const local = 'local_50_connections_4_in_flight', cost = 'serverCpuSecondsPer1000', users = `memory_${option.users}`;
  const echo = own('control', local, cost), go = peer('echo', local, cost);
  console.log(`\n${new Date().toISOString().slice(0, 10)}, ${cpus().length} x ${cpus()[0].model}, ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release().split('-')[0]}, `
    + `load average ${loadavg()[0].toFixed(1)} at the end; node bench/run.mjs ${process.argv.slice(2).join(' ')}\n`);
  if (only.every(name => name === 'sandbox')) return;
  console.log(`| | this gateway, ${option.dialect === 'hub' ? 'hub' : `dialect ${option.dialect}`} | control (Kestrel echo) | oimws (Go, v3) | ws_local_server (Go, v2) |\n|---|--:|--:|--:|--:|`);
  if (only.includes('cpu')) {
    simple('CreateTextMessage, 50 connections x 4 in flight: CPU per request, µs', 1, local, cost, perRequest);
    row('… as a multiple of the control of its own platform', 1, own('gateway', local, cost) / echo, 1, peer('v3', local, cost) / go, peer('v2', local, cost) / go);
    simple('… replies/s', 0, local, 'repliesPerSecond');
    simple('… 99 % within, ms', 1, local, 'ms_p99');
    simple('the same at 500/s: 50 % within, ms', 2, 'local_at_500_per_second', 'ms_p50');
    simple('… 99 % within, ms', 2, 'local_at_500_per_second', 'ms_p99');
  }
  if (only.includes('login')) {
    simple('200 users log in, 16 at once: logins/s', 0, 'login_200_users_16_parallel', 'loginsPerSecond');
    row('… the first 200 after the start', 0, own('gateway', 'login_just_started', 'loginsPerSecond'));
    simple('… CPU per login, ms', 1, 'login_200_users_16_parallel', cost);
  }
  if (only.includes('memory')) {
    const of = name => Object.values((peers.quiet.figures[name].memory ?? peers.figures[name].memory)).at(-1).kBPerUser.median;
    row(`kB for an idle logged-in user, of ${option.users} (Go: of 1,000)`, 0, own('gateway', users, 'kBPerUser'), undefined, of('v3'), of('v2'));
    row('… MB before the first login', 0, own('gateway', users, 'beforeMB'), undefined, peer('v3', 'memory_before_MB', 'median'), undefined);
    row(`… cores in use while ${option.users} are idle`, 2, own('gateway', users, 'idleCpuShare'));
  }
  if (only.includes('conversations')) {
    row('kB for an idle user with 50 unread conversations, of 200', 0, own('gateway', 'conversations_200', 'kBPerUser'));
    row('… of 1000', 0, own('gateway', 'conversations_1000', 'kBPerUser'));
    row(`… of ${option.users}`, 0, own('gateway', `conversations_${option.users}`, 'kBPerUser'));
  }
  if (only.includes('send')) {
    const send = 'send_10_pairs_1_in_flight';
    simple('SendMessage, 10 pairs: messages/s', 0, send, 'repliesPerSecond');
    simple('… CPU per message, ms', 2, send, cost);
    simple('… sent within, ms (50 %)', 1, send, 'ms_p50');
    simple('… delivered within, ms (50 %)', 1, send, 'delivery_ms_p50');
    simple('… delivered within, ms (99 %)', 1, send, 'delivery_ms_p99');
    simple('the same at 10/s: sent within, ms (50 %)', 1, 'send_10_pairs_at_10_per_second', 'ms_p50');
    simple('… delivered within, ms (50 %)', 1, 'send_10_pairs_at_10_per_second', 'delivery_ms_p50');
    simple('… not delivered', 0, send, 'notDelivered');
    simple('… delivered twice', 0, send, 'deliveredTwice');
  }
}

function sandboxTable() {
  console.log(`\n| the Sandbox alone${cores ? ', on one core' : ''} | in memory | SQLite file |\n|---|--:|--:|`);
  const line = (what, digits, phase, figure) => console.log(`| ${[what, ...['memory', 'file'].map(of => show(own(of, phase, figure), digits))].join(' | ')} |`);
  line('10,000 users with 100 conversations each: MB', 0, 'population', 'afterMB');
  line('… MB before them', 0, 'population', 'beforeMB');
  line('… bytes of memory for a conversation of a user, with its half of a message', 0, 'population', 'bytesPerConversation');
  line('… MB of the file', 0, 'population', 'fileMB');
  line('… first messages of chats/s', 0, 'population', 'newChatsPerSecond');
  line(`${option.users} connections more: kB for an idle one`, 1, 'idle', 'kilobytesPerConnection');
  line('… cores in use while they are idle', 3, 'idle', 'idleCores');
  line('single chats, 50 pairs x 4 in flight: messages/s', 0, 'single', 'messagesPerSecond');
  line('… CPU per message (request, answer, two pushes), µs', 1, 'single', 'cpuMicrosecondsPerMessage');
  line('… answered within, ms (99 %)', 1, 'single', 'answered_ms_p99');
  line('… refused or failed', 0, 'single', 'failed');
  line('the same at 3,000/s: cores in use', 2, 'single_at_3000', 'serverCores');
  line('… answered within, ms (50 %)', 2, 'single_at_3000', 'answered_ms_p50');
  line('… delivered within, ms (99 %)', 1, 'single_at_3000', 'delivered_ms_p99');
  line('group of 1,000 online members, 10 senders: messages/s', 0, 'group', 'messagesPerSecond');
  line('… deliveries/s', 0, 'group', 'deliveriesPerSecond');
  line('… CPU per message, ms', 2, 'group', 'cpuMillisecondsPerMessage');
  line('… cores in use by the Sandbox', 2, 'group', 'serverCores');
}

if (!option['no-build']) for (const project of ['src/Server', 'src/Sandbox', 'bench/Echo', 'bench/SandboxLoad']) build(project);
for (const name of only) {
  say(`-- ${name}`);
  await phases[name]();
}
table();
if (only.includes('sandbox')) sandboxTable();
process.exit(0);
