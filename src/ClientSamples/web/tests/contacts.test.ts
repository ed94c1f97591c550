import { describe, expect, it, vi } from 'vitest';
import { byLetter } from '../src/contacts/byLetter';
import { canManage, silenceReason } from '../src/groups/roles';
import { useLiveList } from '../src/layout/useLiveList';
import { type Friend, GroupRole, GroupStatus, type OpenImClient } from '../src/openim';

const friend = (userID: string, nickname: string, more: Partial<Friend> = {}) =>
  ({ userID, nickname, remark: '', isPinned: false, faceURL: '', createTime: 0, ...more }) as Friend;

describe('byLetter', () => {
  const friends = [friend('1', 'émile'), friend('2', 'Adam'), friend('3', '42'), friend('4', 'Zoe', { isPinned: true }), friend('5', 'Eve')];
  const titles = (keyword?: string) => byLetter(friends, keyword).map(({ title, friends: rows }) => [title, ...rows.map(({ userID }) => userID)]);

  it('puts pinned ones first, then letters without their accents, then the rest', () => {
    expect(titles()).toEqual([['Pinned', '4'], ['A', '2'], ['E', '1', '5'], ['#', '3']]);
  });

  it('finds by remark, nickname and id, whatever the case', () => {
    expect(titles('ADA')).toEqual([['A', '2']]);
    expect(byLetter([friend('bob_1', 'x', { remark: 'Boss' })], 'boss')[0]!.title).toBe('B');
    expect(byLetter([friend('bob_1', 'x')], 'bob_')).toHaveLength(1);
  });
});

describe('roles', () => {
  it('lets the owner manage all others and administrators ordinary members', () => {
    expect(canManage(GroupRole.Owner, GroupRole.Admin)).toBe(true);
    expect(canManage(GroupRole.Admin, GroupRole.Member)).toBe(true);
    expect(canManage(GroupRole.Admin, GroupRole.Admin)).toBe(false);
    expect(canManage(GroupRole.Member, GroupRole.Member)).toBe(false);
  });

  it('says why a member cannot write', () => {
    const now = 1_000;
    expect(silenceReason(GroupStatus.Normal, GroupRole.Member, 0, now)).toBeUndefined();
    expect(silenceReason(GroupStatus.Normal, GroupRole.Member, now, now)).toBeUndefined();
    expect(silenceReason(GroupStatus.Normal, GroupRole.Admin, now + 1, now)).toContain('muted until');
    expect(silenceReason(GroupStatus.Muted, GroupRole.Member, 0, now)).toContain('muted');
    expect(silenceReason(GroupStatus.Muted, GroupRole.Admin, 0, now)).toBeUndefined();
    expect(silenceReason(GroupStatus.Dismissed, GroupRole.Owner, 0, now)).toContain('dismissed');
  });
});

describe('useLiveList', () => {
  vi.mock('vue', async (original) => ({ ...(await original<typeof import('vue')>()), onScopeDispose: () => undefined }));

  /** A list over a gateway whose events and answers the test gives. */
  function list() {
    const handlers = new Map<string, (row: unknown) => void>();
    const answers: ((rows: Friend[]) => void)[] = [];
    const client = {
      on: (name: string, handler: (row: unknown) => void) => (handlers.set(name, handler), () => undefined),
      onResync: (handler: () => void) => (handlers.set('resync', handler), () => undefined),
    } as unknown as OpenImClient;
    const friends = useLiveList<Friend>(client, {
      read: () => new Promise((answer) => answers.push(answer)),
      key: ({ userID }) => userID,
      put: ['OnFriendAdded', 'OnFriendInfoChanged'],
      remove: ['OnFriendDeleted'],
    });
    const raise = (name: string, row?: Friend) => handlers.get(name)!(row);
    return { friends, answers, raise, names: () => [...(friends.rows.value?.values() ?? [])].map(({ nickname }) => nickname) };
  }

  const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

  it('follows events, and keeps what they told while an answer was under way', async () => {
    const { friends, answers, raise, names } = list();
    void friends.load();
    raise('OnFriendInfoChanged', friend('1', 'new name'));
    raise('OnFriendDeleted', friend('2', 'gone'));
    answers[0]!([friend('1', 'old name'), friend('2', 'gone'), friend('3', 'third')]);
    await settled();
    expect(names()).toEqual(['new name', 'third']);
    raise('OnFriendAdded', friend('4', 'fourth'));
    expect(names()).toEqual(['new name', 'third', 'fourth']);
  });

  it('is read again after a gap only when somebody has looked at it, and the latest answer counts', async () => {
    const { friends, answers, raise, names } = list();
    raise('resync');
    expect(answers).toHaveLength(0);
    void friends.load();
    raise('resync');
    answers[1]!([friend('1', 'later')]);
    answers[0]!([friend('1', 'earlier')]);
    await settled();
    expect(names()).toEqual(['later']);
  });
});
