// Makes one gapless, ordered stream out of what SignalR delivers, which can miss events (a lost connection, a backplane away)
// and, after a Resume, repeat some.
//
//   1. Every event ends with a cursor "epoch:offset"; the offsets of an epoch are consecutive.
//   2. The next offset is delivered at once. One that was seen is dropped.
//   3. A gap, another epoch, or a new connection: events are held back, and the gateway is asked Resume(last cursor).
//   4. Its events come first, then those held back that are newer. Not continuous: the app is told to read its lists again,
//      and the stream goes on from where the gateway is.

export interface Cursor {
  epoch: string;
  offset: number;
}

export function parseCursor(text: string): Cursor {
  const colon = text.lastIndexOf(':');
  return { epoch: text.slice(0, colon), offset: Number(text.slice(colon + 1)) };
}

export interface StreamedEvent {
  name: string;
  arguments: unknown[];
  cursor: string;
}

/** The hub's answer to Resume. */
export interface Resumed {
  continuous: boolean;
  events: StreamedEvent[];
  cursor: string;
}

export class EventStream {
  #last?: string;
  #held: StreamedEvent[] = [];
  #resuming?: Promise<void>;
  #connected = true;

  /**
   * @param resume asks the gateway for what came after a cursor
   * @param deliver gets each event once, in order
   * @param lost is called when events are missing for good
   */
  constructor(
    private readonly resume: (cursor: string) => Promise<Resumed>,
    private readonly deliver: (event: StreamedEvent) => void,
    private readonly lost: () => void,
  ) {}

  /** The last event delivered; undefined before the first. */
  get cursor(): string | undefined {
    return this.#last;
  }

  /** Takes what SignalR delivered. */
  push(event: StreamedEvent): void {
    if (!this.#connected || this.#resuming) {
      this.#held.push(event);
    } else if (this.#isNext(event)) {
      this.#advance(event);
    } else if (!this.#isSeen(event)) {
      this.#held.push(event);
      // Fails with the connection, and then reconnected() asks again.
      this.#catchUp().catch(() => undefined);
    }
  }

  /** The connection is gone: what comes from now on is held until {@link reconnected}. */
  disconnected(): void {
    this.#connected = false;
    this.#held = [];
  }

  /** The session answers again. Rejects when the connection was lost once more. */
  async reconnected(): Promise<void> {
    if (this.#last === undefined) {
      // No event was ever seen, so there is no telling what was missed.
      this.#connected = true;
      this.lost();
      this.#release();
    } else {
      await this.#catchUp();
      this.#connected = true;
    }
  }

  #catchUp(): Promise<void> {
    return (this.#resuming ??= this.#resumeUntilGapless().finally(() => (this.#resuming = undefined)));
  }

  async #resumeUntilGapless(): Promise<void> {
    do {
      const asked = this.#last!;
      const { continuous, events, cursor } = await this.resume(asked);
      if (continuous) {
        for (const event of events) if (!this.#isSeen(event)) this.#advance(event);
      } else {
        this.lost();
      }
      this.#last = cursor;
      // What the gateway does not know to be missing belongs to an epoch that is over.
      if (cursor === asked) this.#held = this.#held.filter((event) => this.#isSameEpoch(event));
    } while (!this.#release());
  }

  /** Delivers what was held. False: there is a gap before one of them. */
  #release(): boolean {
    while (this.#held.length > 0) {
      const event = this.#held[0]!;
      if (this.#isNext(event)) this.#advance(event);
      else if (!this.#isSeen(event)) return false;
      this.#held.shift();
    }
    return true;
  }

  #advance(event: StreamedEvent): void {
    this.#last = event.cursor;
    this.deliver(event);
  }

  #isNext(event: StreamedEvent): boolean {
    if (this.#last === undefined) return true;
    return this.#isSameEpoch(event) && parseCursor(event.cursor).offset === parseCursor(this.#last).offset + 1;
  }

  #isSeen(event: StreamedEvent): boolean {
    if (this.#last === undefined) return false;
    return this.#isSameEpoch(event) && parseCursor(event.cursor).offset <= parseCursor(this.#last).offset;
  }

  #isSameEpoch(event: StreamedEvent): boolean {
    return parseCursor(event.cursor).epoch === parseCursor(this.#last!).epoch;
  }
}
