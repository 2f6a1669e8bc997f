"use client";

import { Button, Card, EmptyState, Skeleton, Switch } from "@oto/ui";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { BellOff, CheckCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsBoolean, useQueryState } from "nuqs";
import { useTRPC } from "../../trpc";
import { PagedList } from "../offers/paged-list";
import { NotificationRow } from "./notification-row";
import { useMarkRead } from "./use-mark-read";

const EXPECTED = ["a", "b", "c", "d", "e"] as const;

/** What one was told, newest first. */
export function NotificationList() {
  const t = useTranslations("notifications");
  const common = useTranslations("common");
  const trpc = useTRPC();
  const [unreadOnly, setUnreadOnly] = useQueryState("unread", parseAsBoolean.withDefault(false));
  const query = useInfiniteQuery(
    trpc.notification.list.infiniteQueryOptions(
      { unreadOnly },
      { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const markRead = useMarkRead();
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const unread = query.data?.pages[0]?.unread ?? 0;
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <Switch
          label={t("unreadOnly")}
          checked={unreadOnly}
          onCheckedChange={(on) => void setUnreadOnly(on || null)}
        />
        <Button
          variant="secondary"
          size="sm"
          disabled={unread === 0}
          loading={markRead.isPending && markRead.variables?.ids === undefined}
          icon={<CheckCheck aria-hidden="true" />}
          onClick={() => markRead.mutate({})}
        >
          {t("markAll")}
        </Button>
      </div>
      <Card padding="flush" className="overflow-hidden">
        <PagedList
          query={query}
          items={items}
          itemId={(notification) => notification.id}
          renderItem={(notification) => (
            <NotificationRow
              notification={notification}
              onRead={(id) => markRead.mutate({ ids: [id] })}
            />
          )}
          label={t("title")}
          className="divide-y"
          skeleton={
            <div role="status" aria-label={common("loading")} className="flex flex-col gap-px">
              {EXPECTED.map((id) => (
                <Skeleton key={id} className="h-18 w-full rounded-none" />
              ))}
            </div>
          }
          empty={
            <EmptyState
              icon={<BellOff aria-hidden="true" />}
              title={t(unreadOnly ? "emptyUnread" : "empty")}
              description={t("emptyText")}
            />
          }
        />
      </Card>
    </>
  );
}
