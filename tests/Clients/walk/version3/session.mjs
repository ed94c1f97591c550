// Logging in and out, one's own profile, and other users.
import assert from 'node:assert/strict';
import { ok, settled } from '../client.mjs';
import { done, has, is } from '../kinds.mjs';
import { fullUser, onlineState, user } from './kinds.mjs';

export const session = {
  // A second login of a client does nothing, which it says by resolving with a code.
  async login({ create, world }) {
    const client = await (await create(await world.user('arriving'))).enter();
    assert.equal(await ok(client.sdk.getLoginStatus()), 3);
    const { frame, isRejected } = await settled(client.sdk.login(client.login));
    assert.equal(isRejected, false);
    assert.equal(frame.errCode, 10102);
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
    assert.equal(await ok(sdk.getLoginStatus()), 3);
  },

  async getLoginUserID({ sdk, self }) {
    assert.equal(await ok(sdk.getLoginUserID()), self);
  },

  async getSelfUserInfo({ sdk, self }) {
    assert.equal(is(user, await ok(sdk.getSelfUserInfo())).userID, self);
  },

  async setSelfInfo({ sdk, client }) {
    done(await ok(sdk.setSelfInfo({ nickname: 'another name', faceURL: 'http://a/face', ex: 'more' })));
    await client.hears('OnSelfInfoUpdated', (row) => is(user, row).nickname === 'another name');
    assert.equal((await ok(sdk.getSelfUserInfo())).ex, 'more');
  },

  async getUsersInfoWithCache({ sdk, friend, member, group }) {
    const rows = await ok(sdk.getUsersInfoWithCache({ userIDList: [friend.userID, member], groupID: group }));
    has(fullUser, rows, ({ friendInfo }) => friendInfo?.userID === friend.userID);
    has(fullUser, rows, ({ publicInfo }) => publicInfo?.userID === member);
  },

  async subscribeUsersStatus({ sdk, client, newcomer }) {
    const watched = await newcomer();
    const rows = await ok(sdk.subscribeUsersStatus([watched.userID]));
    assert.equal(has(onlineState, rows, ({ userID }) => userID === watched.userID).status, 1);
    await watched.leave();
    await client.hears('OnUserStatusChanged', ({ userID, status }) => userID === watched.userID && status === 0);
  },

  async unsubscribeUsersStatus({ sdk, friend }) {
    await ok(sdk.subscribeUsersStatus([friend.userID]));
    done(await ok(sdk.unsubscribeUsersStatus([friend.userID])));
  },

  async getSubscribeUsersStatus({ sdk }) {
    is([onlineState], await ok(sdk.getSubscribeUsersStatus()));
  },

  async setAppBackgroundStatus({ sdk }) {
    done(await ok(sdk.setAppBackgroundStatus(true)));
    done(await ok(sdk.setAppBackgroundStatus(false)));
  },

  // It looks whether the connection to OpenIM is still good.
  async networkStatusChanged({ newcomer }) {
    const client = await newcomer();
    client.forget();
    done(await ok(client.sdk.networkStatusChanged()));
    await client.hears('OnSyncServerFinish');
    await client.leave();
  },

  async setGlobalRecvMessageOpt({ sdk }) {
    done(await ok(sdk.setGlobalRecvMessageOpt(2)));
    assert.equal((await ok(sdk.getSelfUserInfo())).globalRecvMsgOpt, 2);
    done(await ok(sdk.setGlobalRecvMessageOpt(0)));
  },

  // With these an app calls functions for which the package has no method.
  async createRequestFunction({ sdk, group }) {
    assert.equal(await ok(sdk.createRequestFunction('IsJoinGroup')(group)), true);
  },

  async createRequestFunctionWithoutParams({ sdk }) {
    assert.equal(await ok(sdk.createRequestFunctionWithoutParams('GetAtAllTag')()), 'AtAllTag');
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
