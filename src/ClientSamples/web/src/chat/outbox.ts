import { type Ref, ref, shallowReactive } from 'vue';
import {
  ContentType, type Conversation, type Message, MessageRepeatedError, MessageStatus, type OpenImClient, OpenImError, SessionType,
} from '../openim';

/** How a message is made. */
export interface Recipe {
  contentType: ContentType;
  /** What is shown until the gateway has made the message. */
  elements: Partial<Message>;
  /** With an upload, which may take long: other messages do not wait for it. */
  upload?: { localURL: string };
  make(onProgress: (fraction: number) => void, signal: AbortSignal): Promise<Message>;
}

/** A message on its way, or one that did not get through. */
export interface Unsent {
  message: Message;
  /** Absent when the gateway has made the message: only the sending is left. */
  recipe?: Recipe;
  upload?: Upload;
}

export interface Upload {
  /** A picture or video from this device, to be shown while it goes out; "" for other files. */
  localURL: string;
  /** From 0 to 1. */
  fraction: Ref<number>;
  cancel(): void;
}

/**
 * What a conversation is to be sent: shown as sending at once, then as sent or failed. It belongs to the session and not to the open
 * chat, so that an upload goes on while another chat is open.
 *
 * ```
 * submit ─► make (a call, or an upload and a call) ─► send ─► onSent
 *             └──────── fails ────────┴──► Failed ─► retry: from where it was, with the same clientMsgID
 * ```
 */
export class Outbox {
  readonly unsent = shallowReactive(new Map<string, Unsent>());
  readonly #client: OpenImClient;
  readonly #conversation: Conversation;
  readonly #sentHandlers = new Set<(message: Message) => void>();
  #previous: Promise<unknown> = Promise.resolve();

  constructor(client: OpenImClient, conversation: Conversation) {
    this.#client = client;
    this.#conversation = conversation;
  }

  /** @param after the newest message that is shown: this one comes below it, even when the clock of this device is slow */
  async submit(recipe: Recipe, after: number): Promise<void> {
    const now = Math.max(Date.now(), after + 1);
    const { userID, groupID } = this.#conversation;
    await this.#make(recipe, {
      clientMsgID: draftPrefix + crypto.getRandomValues(new Uint32Array(2)).join('-'),
      createTime: now,
      sendTime: now,
      sessionType: groupID ? SessionType.Group : SessionType.Single,
      sendID: this.#client.userID,
      recvID: userID,
      groupID,
      contentType: recipe.contentType,
      senderPlatformID: 0,
      seq: 0,
      isRead: false,
      status: MessageStatus.Sending,
      ...recipe.elements,
    });
  }

  /** Sends a failed message again. One that was found in the history is made already. */
  async retry(message: Message): Promise<void> {
    const recipe = this.unsent.get(message.clientMsgID)?.recipe;
    await (recipe ? this.#make(recipe, message) : this.#send(message));
  }

  /** Gives up what has failed, and an upload under way. */
  discard({ clientMsgID }: Message): void {
    const { upload } = this.unsent.get(clientMsgID) ?? {};
    this.unsent.delete(clientMsgID);
    upload?.cancel();
    if (upload?.localURL) URL.revokeObjectURL(upload.localURL);
  }

  onSent(handler: (message: Message) => void): () => void {
    this.#sentHandlers.add(handler);
    return () => this.#sentHandlers.delete(handler);
  }

  async #make(recipe: Recipe, draft: Message): Promise<void> {
    const id = draft.clientMsgID;
    const stop = new AbortController();
    const fraction = ref(0);
    const upload = recipe.upload && { localURL: recipe.upload.localURL, fraction, cancel: () => stop.abort() };
    this.unsent.set(id, { message: { ...draft, status: MessageStatus.Sending }, recipe, upload });
    let made: Message;
    try {
      const make = () => recipe.make((part) => (fraction.value = part), stop.signal);
      made = await (upload ? make() : this.#inOrder(make));
    } catch (error) {
      // Discarded, its place is empty.
      if (this.unsent.has(id)) {
        this.unsent.set(id, { message: { ...draft, status: MessageStatus.Failed }, recipe, upload: upload && { ...upload, cancel: () => undefined } });
        this.onProblem(error);
      }
      return;
    }
    if (!this.unsent.delete(id)) return;
    await this.#send({ ...made, sendTime: Math.max(made.sendTime, draft.sendTime), recvID: draft.recvID, groupID: draft.groupID });
    if (upload?.localURL) URL.revokeObjectURL(upload.localURL);
  }

  /** Creating is a call of its own; in order, so that the messages are numbered as they were typed. */
  #inOrder(make: () => Promise<Message>): Promise<Message> {
    const making = this.#previous.then(make);
    this.#previous = making.catch(() => undefined);
    return making;
  }

  async #send(message: Message): Promise<void> {
    const { userID, groupID } = this.#conversation;
    const send = hasFile(message) ? 'SendMessageNotOss' : 'SendMessage';
    this.unsent.set(message.clientMsgID, { message: { ...message, status: MessageStatus.Sending } });
    try {
      this.#sent(await this.#client.call(send, message, userID, groupID, null, false));
    } catch (error) {
      // It was sent, only the answer was lost.
      if (error instanceof OpenImError && error.code === MessageRepeatedError) return this.#sent({ ...message, status: MessageStatus.Sent });
      this.unsent.set(message.clientMsgID, { message: { ...message, status: MessageStatus.Failed } });
      this.onProblem(error);
    }
  }

  #sent(message: Message): void {
    for (const handler of this.#sentHandlers) handler(message);
    this.unsent.delete(message.clientMsgID);
  }

  /** Why something failed. It stays in the chat as failed in any case. */
  onProblem: (error: unknown) => void = () => undefined;
}

/** The name of a message that the gateway has not made yet. */
const draftPrefix = 'draft-';
export const isDraft = ({ clientMsgID }: Message) => clientMsgID.startsWith(draftPrefix);

const hasFile = ({ contentType }: Message) => contentType >= ContentType.Picture && contentType <= ContentType.File;

const outboxes = new WeakMap<OpenImClient, Map<string, Outbox>>();

export function outboxOf(client: OpenImClient, conversation: Conversation): Outbox {
  const own = outboxes.get(client) ?? new Map<string, Outbox>();
  outboxes.set(client, own);
  const outbox = own.get(conversation.conversationID) ?? new Outbox(client, conversation);
  own.set(conversation.conversationID, outbox);
  return outbox;
}
