// What an OpenIM server v3.8 does not have: signaling and the organization.
import { refused } from '../client.mjs';
import { notThere } from './creating.mjs';

const invitation = ({ self, friend, group }) => ({
  inviterUserID: self, inviteeUserIDList: [friend.userID], groupID: group, roomID: 'room', timeout: 30, mediaType: 'video',
  sessionType: 1, platformID: 5,
});

const action = (around) => ({ opUserID: around.self, invitation: invitation(around) });

const page = { departmentID: '1', offset: 0, count: 20 };

const search = {
  keyWord: 'a', isSearchUserName: true, isSearchEnglishName: false, isSearchPosition: false, isSearchUserID: false,
  isSearchMobile: false, isSearchEmail: false, isSearchTelephone: false,
};

const calls = {
  signalingInvite: (around) => around.sdk.signalingInvite(invitation(around)),
  signalingInviteInGroup: (around) => around.sdk.signalingInviteInGroup(invitation(around)),
  signalingAccept: (around) => around.sdk.signalingAccept(action(around)),
  signalingReject: (around) => around.sdk.signalingReject(action(around)),
  signalingCancel: (around) => around.sdk.signalingCancel(action(around)),
  signalingHungUp: (around) => around.sdk.signalingHungUp(action(around)),
  getSubDepartment: ({ sdk }) => sdk.getSubDepartment({ ...page }),
  getDepartmentMember: ({ sdk }) => sdk.getDepartmentMember({ ...page }),
  getUserInDepartment: ({ sdk, self }) => sdk.getUserInDepartment(self),
  getDepartmentMemberAndSubDepartment: ({ sdk }) => sdk.getDepartmentMemberAndSubDepartment('1'),
  getDepartmentInfo: ({ sdk }) => sdk.getDepartmentInfo('1'),
  searchOrganization: ({ sdk }) => sdk.searchOrganization({ input: { ...search }, offset: 0, count: 20 }),
};

export const refusals = Object.fromEntries(
  Object.entries(calls).map(([name, call]) => [name, (around) => refused(notThere, call(around))]));
