/** Several notices about one thing, as one line: the newest, and how many there were. */
export interface NoticeGroup<Notice> {
  readonly newest: Notice;
  /** Ids of those that are not read yet. */
  readonly unreadIds: readonly string[];
  readonly count: number;
}

interface Notice {
  readonly id: string;
  readonly type: string;
  readonly href: string | null;
  readonly readAt: string | null;
}

/**
 * Puts notices of one kind about one page together, in the order of the newest of each. What leads
 * nowhere stands alone.
 */
export function groupNotifications<N extends Notice>(notices: readonly N[]): NoticeGroup<N>[] {
  const groups = new Map<string, { newest: N; unreadIds: string[]; count: number }>();
  for (const notice of notices) {
    const key = notice.href === null ? notice.id : `${notice.type} ${notice.href}`;
    const known = groups.get(key);
    const group = known ?? { newest: notice, unreadIds: [], count: 0 };
    group.count += 1;
    if (notice.readAt === null) group.unreadIds.push(notice.id);
    groups.set(key, group);
  }
  return [...groups.values()];
}
