import { describe, expect, it, vi } from 'vitest';
import { EventStream, type Resumed, type StreamedEvent } from '../src/openim/eventStream';

const event = (cursor: string): StreamedEvent => ({ name: 'OnRecvNewMessages', arguments: [cursor], cursor });

/** A stream over a gateway whose answers to Resume the test gives. */
function stream() {
  const delivered: string[] = [];
  const asked: { cursor: string; answer: (resumed: Resumed) => void; fail: (error: Error) => void }[] = [];
  const lost = vi.fn();
  const events = new EventStream(
    (cursor) => new Promise((answer, fail) => asked.push({ cursor, answer, fail })),
    ({ cursor }) => delivered.push(cursor),
    lost,
  );
  return { events, delivered, asked, lost };
}

const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

describe('EventStream', () => {
  it('delivers consecutive events at once, whatever the first offset is', () => {
    const { events, delivered, asked } = stream();
    for (const cursor of ['a:7', 'a:8', 'a:9']) events.push(event(cursor));
    expect(delivered).toEqual(['a:7', 'a:8', 'a:9']);
    expect(asked).toEqual([]);
  });

  it('fills a gap from the gateway and keeps the order', async () => {
    const { events, delivered, asked } = stream();
    events.push(event('a:1'));
    events.push(event('a:4'));
    events.push(event('a:5'));
    expect(delivered).toEqual(['a:1']);
    expect(asked.map(({ cursor }) => cursor)).toEqual(['a:1']);
    asked[0]!.answer({ continuous: true, events: ['a:2', 'a:3', 'a:4'].map(event), cursor: 'a:4' });
    await settled();
    expect(delivered).toEqual(['a:1', 'a:2', 'a:3', 'a:4', 'a:5']);
  });

  it('asks again when what was held has a gap of its own', async () => {
    const { events, delivered, asked } = stream();
    events.push(event('a:1'));
    events.push(event('a:3'));
    events.push(event('a:6'));
    asked[0]!.answer({ continuous: true, events: [event('a:2'), event('a:3')], cursor: 'a:3' });
    await settled();
    expect(asked[1]!.cursor).toBe('a:3');
    asked[1]!.answer({ continuous: true, events: ['a:4', 'a:5', 'a:6'].map(event), cursor: 'a:6' });
    await settled();
    expect(delivered).toEqual(['a:1', 'a:2', 'a:3', 'a:4', 'a:5', 'a:6']);
  });

  it('drops what it has delivered before', () => {
    const { events, delivered } = stream();
    for (const cursor of ['a:1', 'a:2', 'a:1', 'a:2', 'a:3']) events.push(event(cursor));
    expect(delivered).toEqual(['a:1', 'a:2', 'a:3']);
  });

  it('holds what comes on a new connection until the missed events are there', async () => {
    const { events, delivered, asked } = stream();
    events.push(event('a:1'));
    events.disconnected();
    const back = events.reconnected();
    events.push(event('a:3'));
    asked[0]!.answer({ continuous: true, events: [event('a:2')], cursor: 'a:2' });
    await back;
    events.push(event('a:4'));
    expect(delivered).toEqual(['a:1', 'a:2', 'a:3', 'a:4']);
  });

  it('holds what comes after Login and before Resume is asked', async () => {
    const { events, delivered, asked } = stream();
    events.push(event('a:1'));
    events.disconnected();
    events.push(event('a:3'));
    const back = events.reconnected();
    asked[0]!.answer({ continuous: true, events: [event('a:2'), event('a:3')], cursor: 'a:3' });
    await back;
    expect(delivered).toEqual(['a:1', 'a:2', 'a:3']);
  });

  it('says that events are lost and goes on in the new epoch', async () => {
    const { events, delivered, asked, lost } = stream();
    events.push(event('a:1'));
    events.push(event('b:1'));
    expect(asked[0]!.cursor).toBe('a:1');
    asked[0]!.answer({ continuous: false, events: [], cursor: 'b:1' });
    await settled();
    events.push(event('b:2'));
    expect(lost).toHaveBeenCalledOnce();
    expect(delivered).toEqual(['a:1', 'b:2']);
  });

  it('forgets a late event of an epoch that is over instead of asking for ever', async () => {
    const { events, delivered, asked, lost } = stream();
    events.push(event('b:1'));
    events.push(event('a:9'));
    asked[0]!.answer({ continuous: true, events: [], cursor: 'b:1' });
    await settled();
    expect(asked).toHaveLength(1);
    events.push(event('b:2'));
    expect(delivered).toEqual(['b:1', 'b:2']);
    expect(lost).not.toHaveBeenCalled();
  });

  it('asks again on the next connection when Resume was cut off', async () => {
    const { events, delivered, asked } = stream();
    events.push(event('a:1'));
    events.push(event('a:3'));
    events.disconnected();
    asked[0]!.fail(new Error('closed'));
    await settled();
    const back = events.reconnected();
    expect(asked[1]!.cursor).toBe('a:1');
    asked[1]!.answer({ continuous: true, events: [event('a:2'), event('a:3')], cursor: 'a:3' });
    await back;
    expect(delivered).toEqual(['a:1', 'a:2', 'a:3']);
  });

  it('has everything read again after a reconnect before the first event', async () => {
    const { events, delivered, asked, lost } = stream();
    events.disconnected();
    events.push(event('a:5'));
    await events.reconnected();
    expect(asked).toEqual([]);
    expect(lost).toHaveBeenCalledOnce();
    expect(delivered).toEqual(['a:5']);
  });
});
