import { conversations } from './conversations.mjs';
import { creating } from './creating.mjs';
import { friends } from './friends.mjs';
import { groups } from './groups.mjs';
import { messages } from './messages.mjs';
import { session } from './session.mjs';
import { uploads } from './uploads.mjs';

/** How each method of 3.4.1 and 3.5.2 is called, and what must come of it. */
export const methods = { ...session, ...creating, ...uploads, ...messages, ...conversations, ...friends, ...groups };
