// Protobuf types of the upstream server, built from the tables of docs/protocol/upstream/proto.md (the only source of numbers).
import { readFileSync } from 'node:fs';
import protobuf from 'protobufjs';

const document = new URL('../../../docs/protocol/upstream/proto.md', import.meta.url);
const wrappers = { StringValue: 'string', BoolValue: 'bool', Int32Value: 'int32', Int64Value: 'int64', UInt32Value: 'uint32',
  UInt64Value: 'uint64', DoubleValue: 'double', FloatValue: 'float', BytesValue: 'bytes' };

/** Reads the tables: {message name: [{name, number, type, label}]}. */
function readTables(text) {
  const messages = {};
  let current = null;
  for (const line of text.split('\n')) {
    const heading = /^#{1,6} (.*)$/.exec(line);
    if (heading) {
      const name = /^([a-z]+\.[\w.]+)\s*$/.exec(heading[1])?.[1];
      current = name ? (messages[name] = []) : null;
      continue;
    }
    const row = current && /^\| `(\w+)` \| (\d+) \| ([^|]+?) \| ([^|]+?) \|/.exec(line);
    if (row) current.push({ name: row[1], number: Number(row[2]), type: row[3], label: row[4] });
  }
  return messages;
}

function build() {
  const root = new protobuf.Root();
  for (const [name, type] of Object.entries(wrappers))
    root.define('wrapperspb').add(new protobuf.Type(name).add(new protobuf.Field('value', 1, type)));
  root.define('sdkws').add(new protobuf.Enum('PullOrder', { PullOrderAsc: 0, PullOrderDesc: 1 }));
  for (const [fullName, fields] of Object.entries(readTables(readFileSync(document, 'utf8')))) {
    const path = fullName.split('.');
    const type = new protobuf.Type(path.pop());
    for (const { name, number, type: kind, label } of fields) {
      const map = /^map<(\w+), ?([\w.]+)>$/.exec(kind);
      if (map) type.add(new protobuf.MapField(name, number, map[1], map[2]));
      else type.add(new protobuf.Field(name, number, kind, label === 'repeated' ? 'repeated' : undefined));
    }
    addTo(root, path, type);
  }
  root.resolveAll();
  return root;
}

/** Adds `type` below `path`; a message inside a message (auth.Req.Item) may be described before or after its parent. */
function addTo(root, path, type) {
  const parent = path.reduce((at, name) => at.get(name) ?? at.define(name), root);
  parent.add(type);
}

const root = build();

/** Encodes {"type": "msg.SomeReq", "value": {...}}; bytes fields are given as text. */
export function encode({ type, value }) {
  const message = root.lookupType(type);
  return Buffer.from(message.encode(message.fromObject(toBytes(message, value))).finish());
}

/** Decodes to a plain object holding the fields that are set; 64-bit numbers become numbers, bytes become text. */
export function decode(type, bytes) {
  const message = root.lookupType(type);
  return toText(message, message.toObject(message.decode(bytes), { longs: Number, enums: Number }));
}

const toBytes = (type, value) => convert(type, value, v => (typeof v === 'string' ? Buffer.from(v, 'utf8') : Buffer.from(JSON.stringify(v))));
const toText = (type, value) => convert(type, value, v => Buffer.from(v).toString('utf8'));

/** Applies `change` to every bytes field, also inside lists and maps. */
function convert(type, value, change) {
  if (value === null || typeof value !== 'object') return value;
  const out = {};
  for (const [key, v] of Object.entries(value)) {
    const field = type.fields[key];
    if (!field) throw new Error(`${type.fullName} has no field ${key}`);
    field.resolve();
    const one = v => (field.type === 'bytes' ? change(v) : field.resolvedType instanceof protobuf.Type ? convert(field.resolvedType, v, change) : v);
    if (field.map) out[key] = Object.fromEntries(Object.entries(v).map(([k, item]) => [k, one(item)]));
    else if (field.repeated) out[key] = v.map(one);
    else out[key] = one(v);
  }
  return out;
}

/** Message types in the frames of the gateway: what a client asks with, and what the server answers or pushes. */
export const answerTypes = {
  1001: 'sdkws.GetMaxSeqResp', 1002: 'sdkws.PullMessageBySeqsResp', 1003: 'msg.SendMsgResp', 1004: 'msg.SendMsgResp',
  1005: 'msg.GetSeqMessageResp', 1006: 'msg.GetConversationsHasReadAndMaxSeqResp', 1007: 'msg.GetLastMessageResp',
  2001: 'sdkws.PushMessages', 2003: 'push.DelUserPushTokenResp', 2005: 'sdkws.SubUserOnlineStatusTips',
};
