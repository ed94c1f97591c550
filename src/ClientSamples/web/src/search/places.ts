import type { LocationQuery, RouteLocationRaw } from 'vue-router';
import type { Message } from '../openim';

/** A place in a chat: which message, and its number, by which it is found however old it is. */
export interface Place {
  clientMsgID: string;
  seq: number;
}

export const toMessage = (conversationID: string, { clientMsgID, seq }: Message): RouteLocationRaw =>
  ({ name: 'chat', params: { conversationID }, query: { message: clientMsgID, seq } });

export const toSearch = (conversationID: string, keyword: string): RouteLocationRaw =>
  ({ name: 'chat', params: { conversationID }, query: { search: keyword } });

export function placeOf({ message, seq }: LocationQuery): Place | undefined {
  return typeof message === 'string' ? { clientMsgID: message, seq: Number(seq) || 0 } : undefined;
}
