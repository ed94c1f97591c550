// What an application's own server does over OpenIM's REST API: users, and what there is around them before a client logs in.
import { randomUUID } from 'node:crypto';

/** The platform of browsers. */
export const web = 5;

const administrator = 'imAdmin';
const secret = 'openIM123';

export class World {
  #api;
  #token;

  /** @param {string} api the address of OpenIM's REST API */
  static async open(api) {
    const world = new World();
    world.#api = api;
    const { token } = await world.post('/auth/get_admin_token', { secret, userID: administrator });
    world.#token = token;
    return world;
  }

  async post(path, body) {
    const response = await fetch(new URL(path, this.#api), {
      method: 'POST',
      headers: { 'content-type': 'application/json', operationID: randomUUID(), token: this.#token ?? '' },
      body: JSON.stringify(body),
    });
    const { errCode, errMsg, errDlt, data } = await response.json();
    if (errCode !== 0) throw new Error(`${path}: ${errCode} ${errMsg} ${errDlt}`);
    return data;
  }

  /** A user nobody else has. */
  async user(name) {
    const userID = `${name}_${randomUUID().slice(0, 8)}`;
    await this.post('/user/user_register', { users: [{ userID, nickname: `${name}'s name`, faceURL: '' }] });
    return userID;
  }

  async token(userID) {
    const { token } = await this.post('/auth/get_user_token', { userID, platformID: web });
    return token;
  }

  befriend(userID, friend) {
    return this.post('/friend/import_friend', { ownerUserID: userID, friendUserIDs: [friend] });
  }

  applyToFriend(fromUserID, toUserID) {
    return this.post('/friend/add_friend', { fromUserID, toUserID, reqMsg: 'be my friend', ex: '' });
  }

  /** A working group, the only kind that there is. */
  async group(owner, ...members) {
    const { groupInfo } = await this.post('/group/create_group', {
      ownerUserID: owner, memberUserIDs: members, groupInfo: { groupName: 'walkers', groupType: 2 },
    });
    return groupInfo.groupID;
  }

  applyToGroup(userID, groupID) {
    return this.post('/group/join_group', { groupID, reqMessage: 'let me in', joinSource: 3, inviterUserID: userID });
  }

  /** A text to a user. */
  text(sendID, recvID, content) {
    return this.#send({ sendID, recvID, sessionType: 1 }, content);
  }

  /** A text to a group. */
  groupText(sendID, groupID, content) {
    return this.#send({ sendID, groupID, sessionType: 3 }, content);
  }

  /** A message that nobody keeps, for who listens now. */
  call(userID) {
    return this.post('/msg/send_msg', {
      sendID: administrator, recvID: userID, sessionType: 1, senderPlatformID: web, contentType: 110, isOnlineOnly: true,
      content: { data: 'are you there?', description: '', extension: '' },
    });
  }

  /** Shows in a user's list that he was mentioned in a group. */
  mention(userID, groupID) {
    const conversation = { conversationID: `sg_${groupID}`, conversationType: 3, groupID, groupAtType: 1 };
    return this.post('/conversation/set_conversations', { userIDs: [userID], conversation });
  }

  kick(userID) {
    return this.post('/auth/force_logout', { userID, platformID: web });
  }

  /** Switches faults on, or all of them off. */
  faults(faults = {}) {
    return this.post('/sandbox/faults', faults);
  }

  async #send(to, content) {
    const { clientMsgID } = await this.post('/msg/send_msg', {
      ...to, senderPlatformID: web, contentType: 101, content: { content },
    });
    return clientMsgID;
  }
}
