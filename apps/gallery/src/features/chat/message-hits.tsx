"use client";

import { LoadMore, UiLink } from "@oto/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import type { HitView } from "./chat-views";
import { useChatTimes } from "./use-chat-times";
import { useMessageText } from "./use-message-text";

interface MessageHitsProps {
  q: string;
  /** Only this room; otherwise all of them. */
  roomId?: string | undefined;
  /** Called instead of following the hit's address. */
  onChoose?: ((hit: HitView) => void) | undefined;
}

/** Messages in which the words were found, the latest first. */
export function MessageHits({ q, roomId, onChoose }: MessageHitsProps) {
  const t = useTranslations("chat");
  const common = useTranslations("common");
  const times = useChatTimes();
  const textOf = useMessageText();
  const { chat } = useTRPC();
  const query = useInfiniteQuery(
    chat.search.infiniteQueryOptions(
      { q, ...(roomId === undefined ? {} : { roomId }) },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  if (query.isPending) return null;
  if (query.isError) {
    return <QueryError error={query.error} onRetry={() => void query.refetch()} />;
  }
  const hits = query.data.pages.flatMap((page) => page.items);
  return (
    <section aria-label={t("searchResults")} className="px-2 pb-3">
      <p role="status" className="px-3 pt-3 pb-1.5 font-medium text-ink-muted text-xs">
        {hits.length === 0 ? t("searchNone") : t("searchResults")}
      </p>
      <ul className="flex flex-col gap-0.5">
        {hits.map((hit) => {
          const { message, room } = hit;
          const content = (
            <>
              <span className="flex items-baseline gap-2">
                <span className="flex-1 truncate font-medium text-sm">
                  {roomId === undefined
                    ? room.counterpart
                    : (message.sender?.name ?? room.counterpart)}
                </span>
                <span className="text-ink-muted text-xs">{times.brief(message.createdAt)}</span>
              </span>
              <span className="line-clamp-2 text-ink-muted text-sm">{textOf(message)}</span>
            </>
          );
          const look =
            "block w-full rounded-control px-3 py-2 text-left transition-colors hover:bg-sunken";
          return (
            <li key={message.messageId}>
              {onChoose === undefined ? (
                <UiLink href={`/mesajlar/${message.roomId}?m=${message.seq}`} className={look}>
                  {content}
                </UiLink>
              ) : (
                <button type="button" className={look} onClick={() => onChoose(hit)}>
                  {content}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {query.hasNextPage ? (
        <LoadMore
          hasMore
          loading={query.isFetchingNextPage}
          onLoadMore={() => void query.fetchNextPage()}
          label={common("more")}
          loadingLabel={common("loading")}
          auto={false}
        />
      ) : null}
    </section>
  );
}
