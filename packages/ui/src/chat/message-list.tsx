"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import type { ReactNode, Ref } from "react";
import { useEffect, useImperativeHandle, useLayoutEffect, useRef } from "react";
import { cn } from "../foundation/cn";

/** Distance from the end, px, at which one still counts as reading the latest. */
const NEAR_END = 96;
/** How many rows before an edge more of them are asked for. */
const AHEAD = 12;
/** Room for what stands over the oldest row, px; the same whatever it is, so that nothing moves. */
const HEAD = 56;

export interface MessageListHandle {
  scrollToEnd: () => void;
  /** Brings a row into the middle; nothing happens when it is not among the rows. */
  scrollToRow: (id: string) => void;
}

interface MessageListProps<T> {
  rows: readonly T[];
  rowId: (row: T) => string;
  renderRow: (row: T) => ReactNode;
  /** A guess of one row's height, px; the real one is measured. */
  estimate: (row: T) => number;
  label: string;
  /** The row to begin at; the end without one. */
  startAt?: string | undefined;
  /** Older rows exist: called as the reader comes near the first one. */
  onNearStart?: (() => void) | undefined;
  /** Newer rows exist: called as the reader comes near the last one. */
  onNearEnd?: (() => void) | undefined;
  /** Whether the reader is at the latest row. */
  onAtEndChange?: ((atEnd: boolean) => void) | undefined;
  /** The place among the rows of the first one that is (about) in view. */
  onTopChange?: ((index: number) => void) | undefined;
  /** Over the oldest row: a spinner, the beginning of the conversation. */
  head?: ReactNode;
  handle?: Ref<MessageListHandle> | undefined;
  className?: string | undefined;
}

/** The row that was the oldest before those that came in above it. */
function useEdge(oldest: string | null) {
  const edge = useRef<string | null>(null);
  const known = useRef(oldest);
  useLayoutEffect(() => {
    if (known.current === oldest) return;
    edge.current = known.current;
    known.current = oldest;
  }, [oldest]);
  return edge;
}

/**
 * A conversation that draws only what is in view. It begins at its end, follows new rows while the
 * reader is there, and keeps the reader's place when older rows come in above.
 */
export function MessageList<T>({
  rows,
  rowId,
  renderRow,
  estimate,
  label,
  startAt,
  onNearStart,
  onNearEnd,
  onAtEndChange,
  onTopChange,
  head,
  handle,
  className,
}: MessageListProps<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  const placed = useRef(false);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const row = rows[index];
      return row === undefined ? 0 : estimate(row);
    },
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : rowId(row);
    },
    overscan: 8,
    anchorTo: "end",
    followOnAppend: true,
    scrollEndThreshold: NEAR_END,
    paddingStart: HEAD,
    paddingEnd: 12,
  });

  const edge = useEdge(rows[0] === undefined ? null : rowId(rows[0]));
  // What is above the fold, or joins its writer's group as older rows come in, changes its height
  // upwards: what is being read stays where it is.
  virtual.shouldAdjustScrollPositionOnItemSizeChange = (item, _delta, list) =>
    item.start < (list.scrollOffset ?? 0) || item.key === edge.current;

  const rowAt = (id: string) => rows.findIndex((row) => rowId(row) === id);
  useImperativeHandle(handle, () => ({
    scrollToEnd: () => virtual.scrollToEnd(),
    scrollToRow: (id) => {
      const index = rowAt(id);
      if (index >= 0) virtual.scrollToIndex(index, { align: "center" });
    },
  }));

  useLayoutEffect(() => {
    if (placed.current || rows.length === 0) return;
    placed.current = true;
    const index = startAt === undefined ? -1 : rowAt(startAt);
    if (index >= 0) virtual.scrollToIndex(index, { align: "start" });
    else virtual.scrollToEnd();
  });

  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const atEnd = rows.length === 0 || virtual.isAtEnd(NEAR_END);
  const latest = useRef({ onNearStart, onNearEnd, onAtEndChange, onTopChange });
  useEffect(() => {
    latest.current = { onNearStart, onNearEnd, onAtEndChange, onTopChange };
  });
  const nearStart = rows.length > 0 && first < AHEAD;
  const nearEnd = rows.length > 0 && last > rows.length - AHEAD;
  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows at the edge ask again
  useEffect(() => {
    if (nearStart) latest.current.onNearStart?.();
  }, [nearStart, rows]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useEffect(() => {
    if (nearEnd) latest.current.onNearEnd?.();
  }, [nearEnd, rows]);
  useEffect(() => latest.current.onAtEndChange?.(atEnd), [atEnd]);
  const top = virtual.range?.startIndex ?? 0;
  useEffect(() => latest.current.onTopChange?.(top), [top]);

  return (
    <section
      ref={scroller}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a conversation that scrolls must be reachable by keyboard
      tabIndex={0}
      className={cn(
        "overflow-y-auto overscroll-contain outline-none [overflow-anchor:none] focus-visible:ring-2 focus-visible:ring-ring focus-visible:ring-inset",
        className,
      )}
    >
      <div className="flex min-h-full flex-col justify-end">
        <div className="relative w-full shrink-0" style={{ height: virtual.getTotalSize() }}>
          <div
            className="absolute inset-x-0 top-0 flex items-center justify-center"
            style={{ height: HEAD }}
          >
            {head}
          </div>
          <ol>
            {items.map((item) => {
              const row = rows[item.index];
              return row === undefined ? null : (
                <li
                  key={item.key}
                  ref={virtual.measureElement}
                  data-index={item.index}
                  data-row={rowId(row)}
                  className="absolute inset-x-0 top-0"
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  {renderRow(row)}
                </li>
              );
            })}
          </ol>
        </div>
      </div>
    </section>
  );
}
