// Making messages. What needs a file of the gateway's host is refused.
import assert from 'node:assert/strict';
import { ok, refused } from '../client.mjs';
import { is } from '../kinds.mjs';
import { message } from './kinds.mjs';

/** The code of what this gateway or its server does not have. */
export const notThere = 906;

const picture = (uuid) => ({ uuid, type: 'png', size: 100, width: 10, height: 20, url: `http://a/${uuid}` });

/** A message of that type; its content is the text of an element, as 2.x apps read it. */
async function made(contentType, promise) {
  const made = is(message, await ok(promise));
  assert.equal(made.contentType, contentType);
  assert.equal(made.status, 1);
  assert.match(made.clientMsgID, /^[0-9a-f]{32}$/);
  return made;
}

export const creating = {
  async createTextMessage({ sdk }) {
    assert.equal((await made(101, sdk.createTextMessage('hello'))).content, 'hello');
  },

  // 2.0.3 has neither the users' names nor a quoted message.
  async createTextAtMessage({ sdk, friend, opened }) {
    const atUsersInfo = [{ atUserID: friend.userID, groupNickname: 'Bob' }];
    const users = opened.version === '2.0.3' ? {} : { atUsersInfo, message: '' };
    const { atElem } = await made(106, sdk.createTextAtMessage({ text: '@Bob hi', atUserIDList: [friend.userID], ...users }));
    assert.equal(atElem.text, '@Bob hi');
    assert.deepEqual(atElem.atUserList, [friend.userID]);
  },

  async createAdvancedTextMessage({ sdk }) {
    const entity = { type: 'url', offset: 0, length: 5, url: 'http://a', info: 'more' };
    const { messageEntityElem } = await made(117, sdk.createAdvancedTextMessage({ text: 'hello', messageEntityList: [entity] }));
    assert.deepEqual(messageEntityElem, { text: 'hello', messageEntityList: [entity] });
  },

  async createImageMessage({ sdk }) {
    const pictures = { sourcePicture: picture('a'), bigPicture: picture('b'), snapshotPicture: picture('c') };
    const { pictureElem, content } = await made(102, sdk.createImageMessage({ ...pictures }));
    assert.deepEqual(pictureElem.bigPicture, picture('b'));
    assert.deepEqual(JSON.parse(content).snapshotPicture, picture('c'));
  },

  async createSoundMessage({ sdk }) {
    const sound = { uuid: 'a', soundPath: '', sourceUrl: 'http://a/sound', dataSize: 100, duration: 3 };
    assert.equal((await made(103, sdk.createSoundMessage(sound))).soundElem.sourceUrl, 'http://a/sound');
  },

  async createVideoMessage({ sdk }) {
    const video = {
      videoPath: '', duration: 3, videoType: 'mp4', snapshotPath: '', videoUUID: 'a', videoUrl: 'http://a/video', videoSize: 100,
      snapshotUUID: 'b', snapshotSize: 10, snapshotUrl: 'http://a/snapshot', snapshotWidth: 10, snapshotHeight: 20,
    };
    assert.equal((await made(104, sdk.createVideoMessage(video))).videoElem.videoUrl, 'http://a/video');
  },

  async createFileMessage({ sdk }) {
    const file = { filePath: '', fileName: 'a.txt', uuid: 'a', sourceUrl: 'http://a/file', fileSize: 100 };
    assert.equal((await made(105, sdk.createFileMessage(file))).fileElem.fileName, 'a.txt');
  },

  createFileMessageFromFullPath: ({ sdk }) =>
    refused(notThere, sdk.createFileMessageFromFullPath({ fileFullPath: '/etc/passwd', fileName: 'a.txt' })),

  createImageMessageFromFullPath: ({ sdk }) => refused(notThere, sdk.createImageMessageFromFullPath('/etc/passwd')),

  createSoundMessageFromFullPath: ({ sdk }) =>
    refused(notThere, sdk.createSoundMessageFromFullPath({ soundPath: '/etc/passwd', duration: 3 })),

  createVideoMessageFromFullPath: ({ sdk }) => refused(notThere, sdk.createVideoMessageFromFullPath(
    { videoFullPath: '/etc/passwd', videoType: 'mp4', duration: 3, snapshotFullPath: '/etc/passwd' })),

  async createMergerMessage({ sdk, sent }) {
    const merged = await sent('to be merged');
    const { mergeElem } = await made(107, sdk.createMergerMessage(
      { messageList: [merged], title: 'chat', summaryList: ['a: b'] }));
    assert.equal(mergeElem.title, 'chat');
    assert.deepEqual(mergeElem.abstractList, ['a: b']);
    assert.equal(mergeElem.multiMessage[0].clientMsgID, merged.clientMsgID);
  },

  async createForwardMessage({ sdk, sent }) {
    const original = await sent('to be forwarded');
    const forward = is(message, await ok(sdk.createForwardMessage(JSON.stringify(original))));
    assert.equal(forward.content, 'to be forwarded');
    assert.notEqual(forward.clientMsgID, original.clientMsgID);
  },

  async createFaceMessage({ sdk }) {
    assert.deepEqual((await made(115, sdk.createFaceMessage({ index: 3, data: 'smile' }))).faceElem, { index: 3, data: 'smile' });
  },

  async createLocationMessage({ sdk }) {
    const place = { description: 'Rome', longitude: 12.5, latitude: 41.9 };
    assert.deepEqual((await made(109, sdk.createLocationMessage({ ...place }))).locationElem, place);
  },

  async createCustomMessage({ sdk }) {
    const custom = { data: '{"a":1}', extension: 'b', description: 'c' };
    assert.deepEqual((await made(110, sdk.createCustomMessage({ ...custom }))).customElem, custom);
  },

  async createQuoteMessage({ sdk, sent }) {
    const quoted = await sent('to be quoted');
    const { quoteElem } = await made(114, sdk.createQuoteMessage({ text: 'yes', message: JSON.stringify(quoted) }));
    assert.equal(quoteElem.text, 'yes');
    assert.equal(quoteElem.quoteMessage.content, 'to be quoted');
  },

  async createAdvancedQuoteMessage({ sdk, sent }) {
    const quoted = await sent('to be quoted');
    const entity = { type: 'url', offset: 0, length: 3, url: 'http://a', info: '' };
    const { quoteElem } = await made(114, sdk.createAdvancedQuoteMessage(
      { text: 'yes', message: JSON.stringify(quoted), messageEntityList: [entity] }));
    assert.equal(quoteElem.quoteMessage.clientMsgID, quoted.clientMsgID);
    assert.equal(quoteElem.messageEntityList[0].url, 'http://a');
  },

  async createCardMessage({ sdk, friend }) {
    const card = { userID: friend.userID, nickname: 'Bob', faceURL: '', ex: '' };
    const { content } = await made(108, sdk.createCardMessage(JSON.stringify(card)));
    assert.equal(JSON.parse(content).userID, friend.userID);
  },
};
