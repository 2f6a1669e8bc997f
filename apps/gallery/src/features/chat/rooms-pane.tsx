"use client";

import { Button, Chip, EmptyState, Input, Skeleton, UiLink } from "@oto/ui";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { MessagesSquare, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { parseAsBoolean, useQueryState } from "nuqs";
import { useDeferredValue, useState } from "react";
import { useTRPC } from "../../trpc";
import { PagedList } from "../offers/paged-list";
import { MessageHits } from "./message-hits";
import { RoomRow } from "./room-row";
import { useAltKeys } from "./use-room-shortcuts";

const EXPECTED = ["a", "b", "c", "d", "e", "f"] as const;
/** Fewer letters find everything. */
const SHORTEST_SEARCH = 2;

/** All conversations, the latest first; a search also looks into what was written. */
export function RoomsPane({ currentId }: { currentId: string | null }) {
  const t = useTranslations("chat");
  const common = useTranslations("common");
  const { chat } = useTRPC();
  const [unread, setUnread] = useQueryState("unread", parseAsBoolean.withDefault(false));
  const [text, setText] = useState("");
  const q = useDeferredValue(text.trim());
  const query = useInfiniteQuery(
    chat.rooms.infiniteQueryOptions(
      { filter: unread ? "UNREAD" : "ALL", ...(q === "" ? {} : { q }) },
      { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const rooms = query.data?.pages.flatMap((page) => page.items) ?? [];
  const counts = query.data?.pages[0]?.counts;
  const router = useRouter();
  const step = (by: 1 | -1) => () => {
    const at = rooms.findIndex(({ roomId }) => roomId === currentId);
    const next = rooms[at < 0 ? 0 : at + by];
    if (next) router.push(`/mesajlar/${next.roomId}`);
  };
  useAltKeys({ ArrowDown: step(1), ArrowUp: step(-1) });
  return (
    <section aria-label={t("rooms")} className="flex h-full min-h-0 flex-col bg-surface">
      <div className="flex flex-col gap-3 border-b px-4 pt-4 pb-3">
        <h1 className="text-title">{t("title")}</h1>
        <Input
          type="search"
          aria-label={t("searchRooms")}
          placeholder={t("searchRooms")}
          leading={<Search aria-hidden="true" />}
          maxLength={100}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <fieldset aria-label={t("filter")} className="flex gap-2">
          <Chip selected={!unread} onPress={() => void setUnread(null)}>
            {t("all")}
          </Chip>
          <Chip selected={unread} onPress={() => void setUnread(true)}>
            {counts && counts.unreadRooms > 0
              ? t("unreadCount", { count: counts.unreadRooms })
              : t("unreadOnly")}
          </Chip>
        </fieldset>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        <PagedList
          query={query}
          items={rooms}
          itemId={(room) => room.roomId}
          renderItem={(room) => <RoomRow room={room} current={room.roomId === currentId} />}
          label={t("rooms")}
          className="flex flex-col gap-0.5 p-2"
          skeleton={
            <div role="status" aria-label={common("loading")} className="flex flex-col gap-2 p-4">
              {EXPECTED.map((id) => (
                <Skeleton key={id} className="h-16" />
              ))}
            </div>
          }
          empty={
            q === "" ? (
              <EmptyState
                icon={<MessagesSquare aria-hidden="true" />}
                title={t(unread ? "emptyUnread" : "empty")}
                description={t(unread ? "emptyUnreadText" : "emptyText")}
                actions={
                  unread ? undefined : (
                    <Button asChild variant="secondary">
                      <UiLink href="/pazar">{t("toMarket")}</UiLink>
                    </Button>
                  )
                }
              />
            ) : null
          }
        />
        {q.length >= SHORTEST_SEARCH ? <MessageHits q={q} /> : null}
      </div>
    </section>
  );
}
