// Making messages.
import assert from 'node:assert/strict';
import { ok } from '../client.mjs';
import { is } from '../kinds.mjs';
import { message } from './kinds.mjs';

export const picture = (uuid) => ({ uuid, type: 'png', size: 100, width: 10, height: 20, url: `http://a/${uuid}` });

export const sound = { uuid: 'a', soundPath: '', sourceUrl: 'http://a/sound', dataSize: 100, duration: 3, soundType: 'mp3' };

export const video = {
  videoPath: '', duration: 3, videoType: 'mp4', snapshotPath: '', videoUUID: 'a', videoUrl: 'http://a/video', videoSize: 100,
  snapshotUUID: 'b', snapshotSize: 10, snapshotUrl: 'http://a/snapshot', snapshotWidth: 10, snapshotHeight: 20,
  snapShotType: 'png',
};

export const file = { filePath: '', fileName: 'a.txt', uuid: 'a', sourceUrl: 'http://a/file', fileSize: 100, fileType: 'txt' };

/** A message of that type. */
export async function made(contentType, promise) {
  const made = is(message, await ok(promise));
  assert.equal(made.contentType, contentType);
  assert.equal(made.status, 1);
  assert.match(made.clientMsgID, /^[0-9a-f]{32}$/);
  return made;
}

export const creating = {
  async createTextMessage({ sdk }) {
    assert.deepEqual((await made(101, sdk.createTextMessage('hello'))).textElem, { content: 'hello' });
  },

  async createTextAtMessage({ sdk, friend, sent }) {
    const users = { atUserIDList: [friend.userID], atUsersInfo: [{ atUserID: friend.userID, groupNickname: 'Bob' }] };
    const { atTextElem } = await made(106, sdk.createTextAtMessage({ text: '@Bob hi', ...users }));
    const { atUserIDList: atUserList, atUsersInfo } = users;
    assert.deepEqual(atTextElem, { text: '@Bob hi', atUserList, atUsersInfo, isAtSelf: false });
    const message = await sent('to be quoted');
    const quoting = await made(106, sdk.createTextAtMessage({ text: '@Bob yes', ...users, message }));
    assert.equal(quoting.atTextElem.quoteMessage.clientMsgID, message.clientMsgID);
  },

  async createImageMessageByURL({ sdk }) {
    const { pictureElem } = await made(102, sdk.createImageMessageByURL({
      sourcePicture: picture('a'), bigPicture: picture('b'), snapshotPicture: picture('c'), sourcePath: '',
    }));
    assert.deepEqual(pictureElem.bigPicture, picture('b'));
    assert.deepEqual(pictureElem.snapshotPicture, picture('c'));
  },

  async createSoundMessageByURL({ sdk }) {
    const { soundElem } = await made(103, sdk.createSoundMessageByURL(sound));
    assert.equal(soundElem.sourceUrl, 'http://a/sound');
    assert.equal(soundElem.soundType, 'mp3');
  },

  async createVideoMessageByURL({ sdk }) {
    const { videoElem } = await made(104, sdk.createVideoMessageByURL(video));
    assert.equal(videoElem.videoUrl, 'http://a/video');
    assert.equal(videoElem.snapshotUrl, 'http://a/snapshot');
  },

  async createFileMessageByURL({ sdk }) {
    const { fileElem } = await made(105, sdk.createFileMessageByURL(file));
    assert.equal(fileElem.fileName, 'a.txt');
    assert.equal(fileElem.fileSize, 100);
  },

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
    const forward = is(message, await ok(sdk.createForwardMessage(original)));
    assert.equal(forward.textElem.content, 'to be forwarded');
    assert.notEqual(forward.clientMsgID, original.clientMsgID);
  },

  async createLocationMessage({ sdk }) {
    const place = { description: 'Rome', longitude: 12.5, latitude: 41.9 };
    assert.deepEqual((await made(109, sdk.createLocationMessage(place))).locationElem, place);
  },

  // It passes the quoted message on as it is given, so it must be text.
  async createQuoteMessage({ sdk, sent }) {
    const quoted = await sent('to be quoted');
    const { quoteElem } = await made(114, sdk.createQuoteMessage({ text: 'yes', message: JSON.stringify(quoted) }));
    assert.equal(quoteElem.text, 'yes');
    assert.equal(quoteElem.quoteMessage.textElem.content, 'to be quoted');
  },

  async createCardMessage({ sdk, friend }) {
    const card = { userID: friend.userID, nickname: 'Bob', faceURL: '', ex: '' };
    assert.equal((await made(108, sdk.createCardMessage(card))).cardElem.userID, friend.userID);
  },

  async createCustomMessage({ sdk }) {
    const custom = { data: '{"a":1}', extension: 'b', description: 'c' };
    assert.deepEqual((await made(110, sdk.createCustomMessage(custom))).customElem, custom);
  },

  async createFaceMessage({ sdk }) {
    assert.deepEqual((await made(115, sdk.createFaceMessage({ index: 3, data: 'smile' }))).faceElem, { index: 3, data: 'smile' });
  },
};
