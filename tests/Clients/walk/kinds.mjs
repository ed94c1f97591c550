// What an answer is made of. A kind is a type's name, [a kind] for a list, an object of the keys that must be there, or
// a function that says whether a value is of it.
import assert from 'node:assert/strict';

/** Asserts that a value is of a kind, and returns it. */
export function is(kind, value, path = 'data') {
  if (typeof kind === 'string') assert.equal(typeof value, kind, `${path} is ${show(value)}, not a ${kind}`);
  else if (typeof kind === 'function') assert.ok(kind(value), `${path} is ${show(value)}`);
  else if (Array.isArray(kind)) {
    assert.ok(Array.isArray(value), `${path} is ${show(value)}, not a list`);
    value.forEach((item, index) => is(kind[0], item, `${path}[${index}]`));
  } else {
    assert.ok(value !== null && typeof value === 'object', `${path} is ${show(value)}, not an object`);
    for (const key in kind) is(kind[key], value[key], `${path}.${key}`);
  }
  return value;
}

/** Asserts that a value is a list of a kind in which one item is as wanted, and returns that one. */
export function has(kind, values, wanted) {
  const found = is([kind], values).find(wanted);
  assert.ok(found, `${show(values)} has none where ${wanted}`);
  return found;
}

/** Asserts that nothing was answered but that it is done. */
export const done = (data) => assert.equal(data, '');

/** The kind of what may be null. */
export const nullOr = (kind) => (value) => value === null || is(kind, value) !== undefined;

const show = (value) => (JSON.stringify(value) ?? String(value)).slice(0, 400);
