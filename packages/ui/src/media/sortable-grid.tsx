"use client";

import { GripVertical } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";
import { useEffect, useRef, useState } from "react";
import { cn } from "../foundation/cn";
import { moveItem } from "./move-item";

interface SortableGridProps<T> {
  items: readonly T[];
  itemId: (item: T) => string;
  /** Draws an item; put `handle` where it can be gripped. */
  renderItem: (item: T, handle: ReactNode) => ReactNode;
  /** The new order, when an item is let go. */
  onReorder: (ids: string[]) => void;
  labels: {
    /** Names the handle ("Move photo 3"). */
    handle: (item: T, position: number) => string;
    /** Said after a move by keyboard ("Photo moved to 2 of 9"). */
    moved: (position: number, count: number) => string;
  };
  className?: string | undefined;
}

const STEP: Record<string, number> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** A grid whose items are put in order by finger, mouse or arrow keys on a handle. */
export function SortableGrid<T>({
  items,
  itemId,
  renderItem,
  onReorder,
  labels,
  className,
}: SortableGridProps<T>) {
  const [draft, setDraft] = useState<string[] | null>(null);
  const [held, setHeld] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const ids = items.map(itemId);
  const order = draft ?? ids;
  const sorted = order.flatMap((id) => items.find((item) => itemId(item) === id) ?? []);

  const drop = () => {
    if (draft !== null && draft.join() !== ids.join()) {
      onReorder(draft);
    }
    setDraft(null);
    setHeld(null);
  };
  const dragging = useRef({ order, held, drop });
  useEffect(() => {
    dragging.current = { order, held, drop };
  });
  const isHolding = held !== null;
  // On the window: putting the held item elsewhere in the page would end a capture on its handle.
  useEffect(() => {
    if (!isHolding) {
      return;
    }
    const follow = (event: PointerEvent) => {
      const now = dragging.current;
      const under = document.elementFromPoint(event.clientX, event.clientY);
      const target = under?.closest<HTMLElement>("[data-sort-id]")?.dataset.sortId;
      if (now.held !== null && target !== undefined && target !== now.held) {
        setDraft(moveItem(now.order, now.order.indexOf(now.held), now.order.indexOf(target)));
      }
    };
    const release = () => dragging.current.drop();
    window.addEventListener("pointermove", follow);
    window.addEventListener("pointerup", release);
    window.addEventListener("pointercancel", release);
    return () => {
      window.removeEventListener("pointermove", follow);
      window.removeEventListener("pointerup", release);
      window.removeEventListener("pointercancel", release);
    };
  }, [isHolding]);
  const press = (event: KeyboardEvent, id: string) => {
    const step = STEP[event.key];
    const from = order.indexOf(id);
    if (step === undefined || from + step < 0 || from + step >= order.length) {
      return;
    }
    event.preventDefault();
    onReorder(moveItem(order, from, from + step));
    setSaid(labels.moved(from + step + 1, order.length));
  };
  return (
    <>
      <ul className={cn("grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4", className)}>
        {sorted.map((item, index) => {
          const id = itemId(item);
          return (
            <li
              key={id}
              data-sort-id={id}
              className={cn("transition-opacity", held === id && "opacity-50")}
            >
              {renderItem(
                item,
                <button
                  type="button"
                  aria-label={labels.handle(item, index + 1)}
                  onPointerDown={(event) => {
                    if (event.button === 0) {
                      setHeld(id);
                    }
                  }}
                  onKeyDown={(event) => press(event, id)}
                  className="grid size-9 cursor-grab touch-none place-items-center rounded-control text-ink-muted hover:text-ink active:cursor-grabbing pointer-coarse:size-11"
                >
                  <GripVertical aria-hidden="true" className="size-5" />
                </button>,
              )}
            </li>
          );
        })}
      </ul>
      <p aria-live="assertive" className="sr-only">
        {said}
      </p>
    </>
  );
}
