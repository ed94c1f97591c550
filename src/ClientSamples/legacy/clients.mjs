// One face for four published versions of the npm package open-im-sdk, which speak three dialects.
import './browser.mjs';
import { createRequire } from 'node:module';

// The packages call their ES modules .js without saying that they are; what they offer to require() loads everywhere.
const require = createRequire(import.meta.url);

/** The versions that can be asked for. */
export const versions = ['2.0.3', '2.3.0', '3.4.1', '3.5.2'];

/**
 * @param {string} version one of {@link versions}
 * @param {{ url: string, userID: string, token: string, platformID: number }} account `url` is the gateway's, ws://host:10003/
 */
export function createClient(version, account) {
  const { OpenIMSDK } = require(`open-im-sdk-${version}`);
  return version.startsWith('2.') ? new Version2(new OpenIMSDK(), account) : new Version3(new OpenIMSDK(), account);
}

/** 2.x: names in lower camel case, all data as text; a reply that says an error rejects with the frame. */
class Version2 {
  #sdk;
  #account;

  constructor(sdk, account) {
    this.#sdk = sdk;
    this.#account = account;
  }

  login() {
    return answered(this.#sdk.login(this.#account));
  }

  logout() {
    return answered(this.#sdk.logout());
  }

  async loginStatus() {
    const { data } = await answered(this.#sdk.getLoginStatus());
    return Number(data);
  }

  async sendText(peer, text) {
    const { data: message } = await answered(this.#sdk.createTextMessage(text));
    const { data } = await answered(this.#sdk.sendMessage({ recvID: peer, groupID: '', message, offlinePushInfo: pushInfo(text) }));
    return JSON.parse(data).clientMsgID;
  }

  /** The latest texts of a single chat, oldest first. */
  async latestTexts(peer) {
    const { data } = await answered(this.#sdk.getHistoryMessageList({ userID: peer, groupID: '', count: 20, startClientMsgID: '' }));
    return JSON.parse(data).map(({ content }) => content);
  }

  on(event, handler) {
    this.#sdk.on(event, ({ data }) => handler(parsed(data)));
  }

  /** 2.x gets one message an event unless it asks for batches, which only 2.3.0 can. Its texts are the message's content. */
  onMessage(handler) {
    this.on('OnRecvNewMessage', (message) => message.contentType === 101 && handler({ from: message.sendID, text: message.content }));
  }
}

/** 3.x: replies and events with their data parsed; new messages always as a list. */
class Version3 {
  #sdk;
  #account;

  constructor(sdk, account) {
    this.#sdk = sdk;
    this.#account = account;
  }

  login() {
    const { url, ...account } = this.#account;
    // apiAddr is where files go, which this sample has none of.
    return answered(this.#sdk.login({ ...account, wsAddr: url, apiAddr: '' }));
  }

  logout() {
    return answered(this.#sdk.logout());
  }

  async loginStatus() {
    const { data } = await answered(this.#sdk.getLoginStatus());
    return data;
  }

  async sendText(peer, text) {
    const { data: message } = await answered(this.#sdk.createTextMessage(text));
    const { data } = await answered(this.#sdk.sendMessage({ recvID: peer, groupID: '', message, offlinePushInfo: pushInfo(text) }));
    return data.clientMsgID;
  }

  /** The latest texts of a single chat, oldest first. */
  async latestTexts(peer) {
    const { data: conversation } = await answered(this.#sdk.getOneConversation({ sessionType: 1, sourceID: peer }));
    const { data } = await answered(
      this.#sdk.getAdvancedHistoryMessageList({
        conversationID: conversation.conversationID, userID: '', groupID: '', startClientMsgID: '', count: 20, lastMinSeq: 0,
      }),
    );
    return data.messageList.map(({ textElem }) => textElem.content);
  }

  on(event, handler) {
    this.#sdk.on(event, ({ data }) => handler(parsed(data)));
  }

  onMessage(handler) {
    this.on('OnRecvNewMessages', (messages) => {
      for (const { sendID, contentType, textElem } of messages) if (contentType === 101) handler({ from: sendID, text: textElem.content });
    });
  }
}

const pushInfo = (text) => ({ title: 'New message', desc: text, ex: '', iOSPushSound: '+1', iOSBadgeCount: true });

/** The clients reject with a frame, {errCode, errMsg}, and 3.x resolves a repeated login with one. */
async function answered(promise) {
  let frame;
  try {
    frame = await promise;
  } catch (rejected) {
    frame = rejected;
  }
  if (frame instanceof Error) throw frame;
  if (frame.errCode !== 0) throw Object.assign(new Error(`${frame.errCode} ${frame.errMsg}`), { code: frame.errCode });
  return frame;
}

function parsed(data) {
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}
