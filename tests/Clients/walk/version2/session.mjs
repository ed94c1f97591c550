// Logging in and out, and one's own profile.
import assert from 'node:assert/strict';
import { ok } from '../client.mjs';
import { done, has, is } from '../kinds.mjs';
import { fullUser, user } from './kinds.mjs';

export const session = {
  async login({ create, world }) {
    const client = await (await create(await world.user('arriving'))).enter();
    assert.equal(await ok(client.sdk.getLoginStatus()), 101);
    await client.leave();
  },

  async logout({ newcomer, world, self }) {
    const client = await newcomer();
    done(await ok(client.sdk.logout()));
    assert.equal(client.socket, undefined);
    await world.text(self, client.userID, 'while nobody is there');
    await client.enter();
    assert.equal(await ok(client.sdk.getTotalUnreadMsgCount()), 1);
    await client.leave();
  },

  async getLoginStatus({ sdk }) {
    assert.equal(await ok(sdk.getLoginStatus()), 101);
  },

  async getLoginUser({ sdk, self }) {
    assert.equal(await ok(sdk.getLoginUser()), self);
  },

  async getSelfUserInfo({ sdk, self }) {
    assert.equal(is(user, await ok(sdk.getSelfUserInfo())).userID, self);
  },

  async getUsersInfo({ sdk, friend, member }) {
    has(fullUser, await ok(sdk.getUsersInfo([friend.userID])), ({ friendInfo }) => friendInfo.userID === friend.userID);
    has(fullUser, await ok(sdk.getUsersInfo([member])), ({ publicInfo }) => publicInfo.userID === member);
  },

  async setSelfInfo({ sdk, self, client }) {
    done(await ok(sdk.setSelfInfo({ userID: self, nickname: 'another name', faceURL: 'http://a/face' })));
    await client.hears('OnSelfInfoUpdated', (row) => is(user, row).nickname === 'another name');
    assert.equal((await ok(sdk.getSelfUserInfo())).faceURL, 'http://a/face');
  },

  async setGlobalRecvMessageOpt({ sdk }) {
    done(await ok(sdk.setGlobalRecvMessageOpt({ opt: 2 })));
    assert.equal((await ok(sdk.getSelfUserInfo())).globalRecvMsgOpt, 2);
    done(await ok(sdk.setGlobalRecvMessageOpt({ opt: 0 })));
  },

  on({ opened }) {
    const sdk = opened.create();
    const heard = [];
    sdk.on('OnConnecting', ({ data }) => heard.push(data));
    sdk.emit('OnConnecting', { data: 'now' });
    assert.deepEqual(heard, ['now']);
  },

  off({ opened }) {
    const sdk = opened.create();
    const heard = [];
    const first = () => heard.push('first');
    sdk.on('OnConnecting', first);
    sdk.on('OnConnecting', () => heard.push('second'));
    sdk.off('OnConnecting', first);
    sdk.emit('OnConnecting', {});
    assert.deepEqual(heard, ['second']);
  },

  emit: ({ opened }) => session.on({ opened }),
};
