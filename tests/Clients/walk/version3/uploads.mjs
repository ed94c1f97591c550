// Files, which the client carries to OpenIM's object API itself, in parts.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { ok, settled } from '../client.mjs';
import { file, made, picture, sound, video } from './creating.mjs';

/** What OpenIM makes of a file: parts of 5 MiB and a rest. */
const twoParts = 5 * 1024 * 1024 + 12_345;

const filled = (name, size) => new File([randomBytes(size)], name);

async function serves(url, expected) {
  const response = await fetch(url);
  assert.equal(response.status, 200, url);
  assert.ok(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(await expected.arrayBuffer())), `other bytes at ${url}`);
}

/** Counts the parts that are uploaded meanwhile. */
async function counting(upload) {
  const { fetch } = globalThis;
  let parts = 0;
  globalThis.fetch = (url, options) => {
    if (options?.method === 'PUT') parts++;
    return fetch(url, options);
  };
  try {
    return { result: await upload(), parts };
  } finally {
    globalThis.fetch = fetch;
  }
}

export const uploads = {
  // 3.4.1 says by a code that something went wrong, whatever happened.
  async uploadFile({ sdk, opened }) {
    const large = filled('large.bin', twoParts);
    const { result: { frame }, parts } = await counting(() => settled(sdk.uploadFile({ file: large })));
    assert.equal(parts, 2);
    assert.equal(frame.errMsg, '');
    assert.equal(frame.errCode, opened.version === '3.4.1' ? 10005 : 0);
    await serves(frame.data.url, large);
    // It is there already, which the server says at once.
    const again = await counting(() => settled(sdk.uploadFile({ file: large })));
    assert.equal(again.parts, 0);
    await serves(again.result.frame.data.url, large);
  },

  async createImageMessageByFile({ sdk }) {
    const image = filled('a.png', 1_000);
    const { pictureElem } = await made(102, sdk.createImageMessageByFile({
      sourcePicture: picture('a'), bigPicture: picture('b'), snapshotPicture: picture('c'), sourcePath: '', file: image,
    }));
    await serves(pictureElem.sourcePicture.url, image);
    assert.match(pictureElem.snapshotPicture.url, /\?type=image&width=10&height=20$/);
  },

  async createVideoMessageByFile({ sdk }) {
    const [videoFile, snapshotFile] = [filled('a.mp4', 2_000), filled('a.png', 1_000)];
    const { videoElem } = await made(104, sdk.createVideoMessageByFile({ ...video, videoFile, snapshotFile }));
    await serves(videoElem.videoUrl, videoFile);
    await serves(videoElem.snapshotUrl.split('?')[0], snapshotFile);
  },

  async createSoundMessageByFile({ sdk }) {
    const recorded = filled('a.mp3', 1_000);
    const { soundElem } = await made(103, sdk.createSoundMessageByFile({ ...sound, file: recorded }));
    await serves(soundElem.sourceUrl, recorded);
  },

  // The friend gets it, and the file with it.
  async createFileMessageByFile({ sdk, friend }) {
    const text = new File(['what is in it'], 'a.txt');
    const created = await made(105, sdk.createFileMessageByFile({ ...file, fileSize: text.size, file: text }));
    await ok(sdk.sendMessage({ recvID: friend.userID, groupID: '', message: created }));
    const { fileElem } = await friend.hearsMessage(({ clientMsgID }) => clientMsgID === created.clientMsgID);
    await serves(fileElem.sourceUrl, text);
  },
};
