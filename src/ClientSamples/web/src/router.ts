import type { Component } from 'vue';
import { createRouter, createWebHashHistory, type RouteRecordRaw } from 'vue-router';
import ChatInfo from './chatinfo/ChatInfo.vue';
import AddFriend from './contacts/AddFriend.vue';
import Blacklist from './contacts/Blacklist.vue';
import ContactList from './contacts/ContactList.vue';
import FriendRequests from './contacts/FriendRequests.vue';
import UserPage from './contacts/UserPage.vue';
import ChatPage from './conversations/ChatPage.vue';
import ConversationList from './conversations/ConversationList.vue';
import CreateGroup from './groups/CreateGroup.vue';
import GroupMembers from './groups/GroupMembers.vue';
import GroupRequests from './groups/GroupRequests.vue';
import InviteMembers from './groups/InviteMembers.vue';
import JoinGroup from './groups/JoinGroup.vue';
import MemberPage from './groups/MemberPage.vue';
import MyGroups from './groups/MyGroups.vue';
import EmptyPane from './layout/EmptyPane.vue';
import MePage from './settings/MePage.vue';

export type Tab = 'chats' | 'contacts' | 'me';

declare module 'vue-router' {
  interface RouteMeta {
    tab: Tab;
    /** There is something beside the list: a phone shows it instead of the list. */
    hasPane?: boolean;
  }
}

/**
 * What is shown is part of the address, so that a phone's back button leads back. A page has up to two views: `list`, and the
 * default one beside it.
 */
const routes: RouteRecordRaw[] = [
  { path: '/', name: 'chats', meta: { tab: 'chats' }, components: { list: ConversationList, default: EmptyPane } },
  {
    path: '/c/:conversationID',
    name: 'chat',
    meta: { tab: 'chats', hasPane: true },
    components: { list: ConversationList, default: ChatPage },
    props: { default: true },
    children: [
      { path: 'info', name: 'chat-info', component: ChatInfo },
      { path: 'info/members', name: 'members', component: GroupMembers },
      { path: 'info/members/:userID', name: 'member', component: MemberPage, props: true },
      { path: 'info/invite', name: 'invite', component: InviteMembers },
    ],
  },
  { path: '/contacts', name: 'contacts', meta: { tab: 'contacts' }, components: { list: ContactList, default: EmptyPane } },
  besideContacts('/contacts/add', 'add-friend', AddFriend),
  besideContacts('/contacts/requests', 'friend-requests', FriendRequests),
  besideContacts('/contacts/blacklist', 'blacklist', Blacklist),
  besideContacts('/contacts/groups', 'my-groups', MyGroups),
  besideContacts('/contacts/group-requests', 'group-requests', GroupRequests),
  besideContacts('/contacts/new-group', 'new-group', CreateGroup),
  besideContacts('/contacts/join-group', 'join-group', JoinGroup),
  besideContacts('/contacts/u/:userID', 'user', UserPage),
  { path: '/me', name: 'me', meta: { tab: 'me', hasPane: true }, component: MePage },
  { path: '/:unknown(.*)*', redirect: '/' },
];

function besideContacts(path: string, name: string, page: Component): RouteRecordRaw {
  const meta = { tab: 'contacts', hasPane: true } as const;
  return { path, name, meta, components: { list: ContactList, default: page }, props: { default: true } };
}

export const router = createRouter({ history: createWebHashHistory(), routes });
