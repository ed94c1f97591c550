import { ContentType, type Message } from '../openim';

/** What a message says in one line, as text. What this page cannot show is named. */
export function messageText(message: Message): string {
  switch (message.contentType) {
    case ContentType.Text: return message.textElem?.content ?? '';
    case ContentType.AtText: return message.atTextElem?.text ?? '';
    case ContentType.Quote: return message.quoteElem?.text ?? '';
    case ContentType.AdvancedText: return message.advancedTextElem?.text ?? '';
    case ContentType.MarkdownText: return message.markdownTextElem?.content ?? '';
    case ContentType.Picture: return '[Picture]';
    case ContentType.Sound: return '[Voice]';
    case ContentType.Video: return '[Video]';
    case ContentType.File: return `[File] ${message.fileElem?.fileName ?? ''}`;
    case ContentType.Merger: return `[Chat history] ${message.mergeElem?.title ?? ''}`;
    case ContentType.Card: return `[Card] ${message.cardElem?.nickname ?? ''}`;
    case ContentType.Location: return `[Location] ${message.locationElem?.description ?? ''}`;
    case ContentType.Face: return '[Emoji]';
    case ContentType.Revoked: return 'This message was recalled.';
    default: return isNotice(message) ? '[Notification]' : '[Message]';
  }
}

/** Said about the conversation rather than in it: shown centred, without a sender. */
export function isNotice({ contentType }: Message): boolean {
  return contentType >= ContentType.FirstNotification && contentType <= 2200;
}
