import { type AtInfo, ContentType, type Message, type OpenImClient } from '../openim';
import type { Recipe } from './outbox';

/** What was typed. */
export interface Typed {
  text: string;
  /** Who is mentioned in it, as `@name`. */
  mentions: AtInfo[];
  quoted?: Message;
}

/** OpenIM takes no more in one message. */
export const mostMentions = 10;

export function textRecipe(client: OpenImClient, { text, mentions, quoted }: Typed): Recipe {
  const mentioned = mentions.filter(({ groupNickname }) => text.includes(`@${groupNickname}`));
  if (mentioned.length > 0) {
    const told = withIDs(text, mentioned);
    const ids = mentioned.map(({ atUserID }) => atUserID);
    return {
      contentType: ContentType.AtText,
      elements: { atTextElem: { text: told, atUserList: ids, atUsersInfo: mentioned, quoteMessage: quoted } },
      make: () => client.call('CreateTextAtMessage', told, ids, mentioned, quoted ?? null),
    };
  }
  if (quoted)
    return {
      contentType: ContentType.Quote,
      elements: { quoteElem: { text, quoteMessage: quoted } },
      make: () => client.call('CreateQuoteMessage', text, quoted),
    };
  return {
    contentType: ContentType.Text,
    elements: { textElem: { content: text } },
    make: () => client.call('CreateTextMessage', text),
  };
}

/** OpenIM's messages name whom they mention by id; who shows them puts the name in its place (see {@link atText}). */
function withIDs(text: string, mentions: readonly AtInfo[]): string {
  // The longest names first: one may begin with another.
  const byLength = [...mentions].sort((a, b) => b.groupNickname.length - a.groupNickname.length);
  return byLength.reduce((told, { atUserID, groupNickname }) => told.replaceAll(`@${groupNickname}`, `@${atUserID}`), text);
}

/** The text of a message with mentions, with names in place of the ids. */
export function atText({ atTextElem }: Message): string {
  const byLength = [...(atTextElem?.atUsersInfo ?? [])].sort((a, b) => b.atUserID.length - a.atUserID.length);
  return byLength.reduce(
    (shown, { atUserID, groupNickname }) => (groupNickname ? shown.replaceAll(`@${atUserID}`, `@${groupNickname}`) : shown),
    atTextElem?.text ?? '',
  );
}
