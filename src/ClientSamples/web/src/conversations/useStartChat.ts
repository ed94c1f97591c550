import { useRouter } from 'vue-router';
import { injected } from '../layout/injected';
import { SessionType } from '../openim';
import { useSession } from '../session/session';
import { conversationsKey } from './useConversations';

/** Opens the chat with a user or of a group. It is in no list until its first message. */
export function useStartChat() {
  const { client } = useSession();
  const conversations = injected(conversationsKey);
  const router = useRouter();

  async function start(type: SessionType, sourceID: string): Promise<void> {
    const conversation = await client.call('GetOneConversation', type, sourceID);
    conversations.remember(conversation);
    await router.push({ name: 'chat', params: { conversationID: conversation.conversationID } });
  }

  return {
    chatWith: (userID: string) => start(SessionType.Single, userID),
    openGroup: (groupID: string) => start(SessionType.Group, groupID),
  };
}
