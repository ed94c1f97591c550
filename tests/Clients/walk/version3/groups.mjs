// Groups, their members and requests.
import assert from 'node:assert/strict';
import { ok } from '../client.mjs';
import { done, has, is } from '../kinds.mjs';
import { group as groupRow, groupRequest, member as memberRow } from './kinds.mjs';

const changed = ({ client, group }, wanted) =>
  client.hears('OnGroupInfoChanged', (row) => row.groupID === group && wanted(row));

const memberChanged = ({ client, group, friend }, wanted) =>
  client.hears('OnGroupMemberInfoChanged', (row) => row.groupID === group && row.userID === friend.userID && wanted(row));

const applied = async ({ world, client, group }) => {
  const applicant = await world.user('applicant');
  await world.applyToGroup(applicant, group);
  await client.hears('OnGroupApplicationAdded', ({ groupID, userID }) => groupID === group && userID === applicant);
  return applicant;
};

const info = async ({ sdk, group }) => is(groupRow, (await ok(sdk.getSpecifiedGroupsInfo([group])))[0]);

const member = async ({ sdk, group, friend }) =>
  is(memberRow, (await ok(sdk.getSpecifiedGroupMembersInfo({ groupID: group, userIDList: [friend.userID] })))[0]);

export const groups = {
  async createGroup({ sdk, client, friend }) {
    const created = is(groupRow, await ok(sdk.createGroup({
      groupInfo: { groupType: 2, groupName: 'new', introduction: 'a', notification: 'b', faceURL: '', ex: '' },
      memberUserIDs: [friend.userID], adminUserIDs: [],
    })));
    assert.equal(created.groupName, 'new');
    await client.hears('OnJoinedGroupAdded', ({ groupID }) => groupID === created.groupID);
    await friend.hears('OnJoinedGroupAdded', ({ groupID }) => groupID === created.groupID);
  },

  async inviteUserToGroup({ sdk, client, group, newcomer }) {
    const guest = await newcomer();
    done(await ok(sdk.inviteUserToGroup({ groupID: group, reason: 'come', userIDList: [guest.userID] })));
    await guest.hears('OnJoinedGroupAdded', ({ groupID }) => groupID === group);
    await client.hears('OnGroupMemberAdded', ({ userID }) => userID === guest.userID);
    await guest.leave();
  },

  async kickGroupMember({ sdk, client, world, self }) {
    const guest = await world.user('guest');
    const group = await world.group(self, guest);
    await client.hears('OnJoinedGroupAdded', ({ groupID }) => groupID === group);
    done(await ok(sdk.kickGroupMember({ groupID: group, reason: 'go', userIDList: [guest] })));
    await client.hears('OnGroupMemberDeleted', ({ userID }) => userID === guest);
  },

  async getSpecifiedGroupMembersInfo(around) {
    assert.equal((await member(around)).roleLevel, 20);
  },

  async getGroupMemberList({ sdk, group, self, friend }) {
    const rows = await ok(sdk.getGroupMemberList({ groupID: group, filter: 0, offset: 0, count: 20 }));
    assert.equal(has(memberRow, rows, ({ userID }) => userID === self).roleLevel, 100);
    has(memberRow, rows, ({ userID }) => userID === friend.userID);
    const owners = await ok(sdk.getGroupMemberList({ groupID: group, filter: 1, offset: 0, count: 20 }));
    assert.deepEqual(owners.map(({ userID }) => userID), [self]);
  },

  async getGroupMemberListByJoinTimeFilter({ sdk, group, friend, self }) {
    const rows = await ok(sdk.getGroupMemberListByJoinTimeFilter({
      groupID: group, filterUserIDList: [self], offset: 0, count: 20, joinTimeBegin: 0, joinTimeEnd: 0,
    }));
    has(memberRow, rows, ({ userID }) => userID === friend.userID);
    assert.ok(!rows.some(({ userID }) => userID === self));
  },

  async searchGroupMembers({ sdk, group, friend }) {
    const rows = await ok(sdk.searchGroupMembers({
      groupID: group, keywordList: [friend.userID], isSearchUserID: true, isSearchMemberNickname: false, offset: 0, count: 20,
    }));
    assert.deepEqual(is([memberRow], rows).map(({ userID }) => userID), [friend.userID]);
  },

  async setGroupMemberInfo(around) {
    const { sdk, group, friend } = around;
    done(await ok(sdk.setGroupMemberInfo({ groupID: group, userID: friend.userID, nickname: 'Bob here', roleLevel: 60 })));
    await memberChanged(around, ({ nickname }) => nickname === 'Bob here');
    assert.equal((await member(around)).roleLevel, 60);
    done(await ok(sdk.setGroupMemberInfo({ groupID: group, userID: friend.userID, roleLevel: 20 })));
  },

  async getGroupMemberOwnerAndAdmin({ sdk, joined, friend }) {
    const rows = is([memberRow], await ok(sdk.getGroupMemberOwnerAndAdmin(joined)));
    assert.deepEqual(rows.map(({ userID }) => userID), [friend.userID]);
  },

  async getJoinedGroupList({ sdk, group, joined }) {
    const rows = await ok(sdk.getJoinedGroupList());
    has(groupRow, rows, ({ groupID }) => groupID === group);
    has(groupRow, rows, ({ groupID }) => groupID === joined);
  },

  async setGroupInfo(around) {
    done(await ok(around.sdk.setGroupInfo({ groupID: around.group, groupName: 'renamed', notification: 'read this' })));
    await changed(around, ({ groupName }) => groupName === 'renamed');
    assert.equal((await info(around)).notification, 'read this');
  },

  async getSpecifiedGroupsInfo(around) {
    assert.equal((await info(around)).groupID, around.group);
  },

  async joinGroup({ sdk, world, friend, self }) {
    const group = await world.group(friend.userID);
    done(await ok(sdk.joinGroup({ groupID: group, reqMsg: 'let me in', joinSource: 3 })));
    await friend.hears('OnGroupApplicationAdded', ({ groupID, userID }) => groupID === group && userID === self);
  },

  async searchGroups({ sdk, group }) {
    const rows = await ok(sdk.searchGroups({ keywordList: [group], isSearchGroupID: true, isSearchGroupName: false }));
    assert.deepEqual(is([groupRow], rows).map(({ groupID }) => groupID), [group]);
  },

  async quitGroup({ sdk, client, world, friend, self }) {
    const group = await world.group(friend.userID, self);
    await client.hears('OnJoinedGroupAdded', ({ groupID }) => groupID === group);
    done(await ok(sdk.quitGroup(group)));
    await client.hears('OnJoinedGroupDeleted', ({ groupID }) => groupID === group);
  },

  async dismissGroup({ sdk, world, friend, self }) {
    const group = await world.group(self, friend.userID);
    done(await ok(sdk.dismissGroup(group)));
    await friend.hears('OnGroupDismissed', ({ groupID }) => groupID === group);
  },

  async changeGroupMute(around) {
    done(await ok(around.sdk.changeGroupMute({ groupID: around.group, isMute: true })));
    await changed(around, ({ status }) => status === 3);
    done(await ok(around.sdk.changeGroupMute({ groupID: around.group, isMute: false })));
  },

  async changeGroupMemberMute(around) {
    const { sdk, group, friend } = around;
    done(await ok(sdk.changeGroupMemberMute({ groupID: group, userID: friend.userID, mutedSeconds: 60 })));
    await memberChanged(around, ({ muteEndTime }) => muteEndTime > 0);
    done(await ok(sdk.changeGroupMemberMute({ groupID: group, userID: friend.userID, mutedSeconds: 0 })));
  },

  async transferGroupOwner({ sdk, world, friend, self }) {
    const group = await world.group(self, friend.userID);
    done(await ok(sdk.transferGroupOwner({ groupID: group, newOwnerUserID: friend.userID })));
    assert.equal((await ok(sdk.getSpecifiedGroupsInfo([group])))[0].ownerUserID, friend.userID);
  },

  async getGroupApplicationListAsApplicant({ sdk, world, friend }) {
    const group = await world.group(friend.userID);
    await ok(sdk.joinGroup({ groupID: group, reqMsg: 'let me in', joinSource: 3 }));
    has(groupRequest, await ok(sdk.getGroupApplicationListAsApplicant()), ({ groupID }) => groupID === group);
  },

  async getGroupApplicationListAsRecipient(around) {
    const applicant = await applied(around);
    has(groupRequest, await ok(around.sdk.getGroupApplicationListAsRecipient()), ({ userID }) => userID === applicant);
  },

  async acceptGroupApplication(around) {
    const applicant = await applied(around);
    done(await ok(around.sdk.acceptGroupApplication({ groupID: around.group, fromUserID: applicant, handleMsg: 'yes' })));
    await around.client.hears('OnGroupMemberAdded', ({ userID }) => userID === applicant);
  },

  async refuseGroupApplication(around) {
    const applicant = await applied(around);
    done(await ok(around.sdk.refuseGroupApplication({ groupID: around.group, fromUserID: applicant, handleMsg: 'no' })));
    const rows = await ok(around.sdk.getGroupApplicationListAsRecipient());
    assert.equal(has(groupRequest, rows, ({ userID }) => userID === applicant).handleResult, -1);
  },
};
