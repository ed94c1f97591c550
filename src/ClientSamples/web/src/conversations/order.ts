import type { Conversation } from '../openim';

/**
 * The list with what OnNewConversation or OnConversationChanged told (either may tell a new or a known one), in OpenIM's order:
 * pinned first, then the latest. A conversation without any message is hidden.
 */
export function upsert(list: readonly Conversation[], changed: readonly Conversation[]): Conversation[] {
  const byID = new Map(list.map((conversation) => [conversation.conversationID, conversation]));
  for (const conversation of changed) byID.set(conversation.conversationID, conversation);
  return [...byID.values()].filter((conversation) => conversation.latestMsgSendTime > 0).sort(byPlace);
}

function byPlace(a: Conversation, b: Conversation): number {
  return Number(b.isPinned) - Number(a.isPinned) || lastTouched(b) - lastTouched(a);
}

const lastTouched = (conversation: Conversation) => Math.max(conversation.latestMsgSendTime, conversation.draftTextTime);
