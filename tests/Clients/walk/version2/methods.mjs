import { conversations } from './conversations.mjs';
import { creating } from './creating.mjs';
import { friends } from './friends.mjs';
import { groups } from './groups.mjs';
import { messages } from './messages.mjs';
import { refusals } from './refused.mjs';
import { session } from './session.mjs';

/** How each method of 2.0.3 and 2.3.0 is called, and what must come of it. */
export const methods = { ...session, ...creating, ...messages, ...conversations, ...friends, ...groups, ...refusals };
