// Friends, requests and blacks.
import assert from 'node:assert/strict';
import { ok } from '../client.mjs';
import { done, has } from '../kinds.mjs';
import { black, friend as friendRow, friendRequest, fullUser, outcome } from './kinds.mjs';

const applied = async ({ world, client, self }) => {
  const applicant = await world.user('applicant');
  await world.applyToFriend(applicant, self);
  await client.hears('OnFriendApplicationAdded', ({ fromUserID }) => fromUserID === applicant);
  return applicant;
};

export const friends = {
  async addFriend({ sdk, self, newcomer }) {
    const other = await newcomer();
    done(await ok(sdk.addFriend({ toUserID: other.userID, reqMsg: 'hi' })));
    await other.hears('OnFriendApplicationAdded', (row) => row.fromUserID === self && row.reqMsg === 'hi');
    await other.leave();
  },

  async searchFriends({ sdk, friend }) {
    const rows = await ok(sdk.searchFriends(
      { keywordList: [friend.userID], isSearchUserID: true, isSearchNickname: false, isSearchRemark: false }));
    has({ ...friendRow, relationship: 'number' }, rows, ({ userID }) => userID === friend.userID);
    assert.equal(rows.length, 1);
  },

  async getDesignatedFriendsInfo({ sdk, friend }) {
    const rows = await ok(sdk.getDesignatedFriendsInfo([friend.userID]));
    has(fullUser, rows, ({ friendInfo }) => friendInfo.userID === friend.userID);
  },

  async getFriendList({ sdk, friend }) {
    has(fullUser, await ok(sdk.getFriendList()), ({ friendInfo }) => friendInfo.userID === friend.userID);
  },

  async getRecvFriendApplicationList(around) {
    const applicant = await applied(around);
    has(friendRequest, await ok(around.sdk.getRecvFriendApplicationList()), ({ fromUserID }) => fromUserID === applicant);
  },

  async getSendFriendApplicationList({ sdk, world }) {
    const stranger = await world.user('stranger');
    await ok(sdk.addFriend({ toUserID: stranger, reqMsg: 'hi' }));
    has(friendRequest, await ok(sdk.getSendFriendApplicationList()), ({ toUserID }) => toUserID === stranger);
  },

  async setFriendRemark({ sdk, client, friend }) {
    done(await ok(sdk.setFriendRemark({ toUserID: friend.userID, remark: 'Bobby' })));
    await client.hears('OnFriendInfoChanged', ({ userID, remark }) => userID === friend.userID && remark === 'Bobby');
    const [{ friendInfo }] = await ok(sdk.getDesignatedFriendsInfo([friend.userID]));
    assert.equal(friendInfo.remark, 'Bobby');
    done(await ok(sdk.setFriendRemark({ toUserID: friend.userID, remark: '' })));
  },

  async checkFriend({ sdk, world, friend }) {
    const stranger = await world.user('stranger');
    const rows = await ok(sdk.checkFriend([friend.userID, stranger]));
    assert.equal(has(outcome, rows, ({ userID }) => userID === friend.userID).result, 1);
    assert.equal(has(outcome, rows, ({ userID }) => userID === stranger).result, 0);
  },

  async acceptFriendApplication(around) {
    const applicant = await applied(around);
    done(await ok(around.sdk.acceptFriendApplication({ toUserID: applicant, handleMsg: 'yes' })));
    await around.client.hears('OnFriendAdded', ({ userID }) => userID === applicant);
  },

  async refuseFriendApplication(around) {
    const applicant = await applied(around);
    done(await ok(around.sdk.refuseFriendApplication({ toUserID: applicant, handleMsg: 'no' })));
    const rows = await ok(around.sdk.getRecvFriendApplicationList());
    assert.equal(has(friendRequest, rows, ({ fromUserID }) => fromUserID === applicant).handleResult, -1);
  },

  async deleteFriend({ sdk, client, world, self }) {
    const former = await world.user('former');
    await world.befriend(self, former);
    await client.hears('OnFriendAdded', ({ userID }) => userID === former);
    done(await ok(sdk.deleteFriend(former)));
    await client.hears('OnFriendDeleted', ({ userID }) => userID === former);
  },

  async addBlack({ sdk, client, world }) {
    const nuisance = await world.user('nuisance');
    done(await ok(sdk.addBlack(nuisance)));
    await client.hears('OnBlackAdded', ({ userID }) => userID === nuisance);
  },

  async removeBlack({ sdk, client, world }) {
    const forgiven = await world.user('forgiven');
    await ok(sdk.addBlack(forgiven));
    done(await ok(sdk.removeBlack(forgiven)));
    await client.hears('OnBlackDeleted', ({ userID }) => userID === forgiven);
  },

  async getBlackList({ sdk, world }) {
    const nuisance = await world.user('nuisance');
    await ok(sdk.addBlack(nuisance));
    has(black, await ok(sdk.getBlackList()), ({ userID }) => userID === nuisance);
  },
};
