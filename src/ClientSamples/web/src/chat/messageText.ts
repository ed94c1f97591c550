import { ContentType, type Message } from '../openim';
import { notificationText } from './notificationText';
import { recallText } from './recalled';
import { atText } from './textRecipe';

/** What a message says in one line, as text. What this page cannot show is named. */
export function messageText(message: Message, selfID: string): string {
  switch (message.contentType) {
    case ContentType.Picture: return '[Picture]';
    case ContentType.Sound: return '[Voice]';
    case ContentType.Video: return '[Video]';
    case ContentType.File: return `[File] ${message.fileElem?.fileName ?? ''}`;
    case ContentType.Merger: return `[Chat history] ${message.mergeElem?.title ?? ''}`;
    case ContentType.Card: return `[Card] ${message.cardElem?.nickname ?? ''}`;
    case ContentType.Location: return `[Location] ${message.locationElem?.description ?? ''}`;
    case ContentType.Face: return '[Sticker]';
    case ContentType.Custom:
    case ContentType.CustomUntold:
    case ContentType.CustomOnlineOnly: return message.customElem?.description || '[Custom message]';
    case ContentType.Revoked: return recallText(message, selfID);
    default: return ownText(message) ?? (isNotice(message) ? notificationText(message, selfID) : unknownText(message));
  }
}

/** The text of a message that is one: what can be copied, and written again. */
export function ownText(message: Message): string | undefined {
  switch (message.contentType) {
    case ContentType.Text: return message.textElem?.content ?? '';
    case ContentType.AtText: return atText(message);
    case ContentType.Quote: return message.quoteElem?.text ?? '';
    case ContentType.AdvancedText: return message.advancedTextElem?.text ?? '';
    case ContentType.MarkdownText: return message.markdownTextElem?.content ?? '';
    default: return undefined;
  }
}

export const quotedBy = ({ quoteElem, atTextElem }: Message) => quoteElem?.quoteMessage ?? atTextElem?.quoteMessage;

const unknownText = ({ contentType }: Message) => `[Message of a kind (${contentType}) that this page does not know]`;

/** Said about the conversation rather than in it: shown centered, without a sender. */
export function isNotice({ contentType }: Message): boolean {
  return contentType >= ContentType.FirstNotification && contentType <= ContentType.LastNotification;
}
