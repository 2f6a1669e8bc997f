"use client";

import type { KeyboardEvent } from "react";
import { useRef, useState } from "react";
import { cn } from "../foundation/cn";
import { nearestTile } from "./nearest-tile";

export interface MapTile {
  id: string;
  /** Its place in the grid, from 0. */
  column: number;
  row: number;
  /** Two or three signs in the tile. */
  mark: string;
  /** Its whole name with what it counts, for screen readers and the tooltip. */
  label: string;
  /** How much of it there is; tiles are shaded in four steps up to the largest. */
  value: number;
  selected: boolean;
}

interface TileMapProps {
  tiles: readonly MapTile[];
  /** Name of the map, and how to move in it. */
  label: string;
  hint: string;
  onPress: (id: string) => void;
}

const STEPS = [
  "bg-sunken text-ink-subtle",
  "bg-brand-soft text-brand-strong",
  "bg-[color-mix(in_oklab,var(--brand)_28%,var(--surface))] text-ink",
  "bg-brand text-on-brand",
] as const;

/** How full a tile is drawn: 0 for nothing, then by the root, since one city outweighs the rest. */
export function tileStep(value: number, most: number): number {
  if (value <= 0 || most <= 0) return 0;
  const share = Math.sqrt(value / most);
  if (share > 0.66) return 3;
  return share > 0.33 ? 2 : 1;
}

const MOVES: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A map whose areas are all one size: each can be seen and pressed, however small it really is. */
export function TileMap({ tiles, label, hint, onPress }: TileMapProps) {
  const frame = useRef<HTMLFieldSetElement>(null);
  const [reached, setReached] = useState<string | null>(null);
  const most = Math.max(0, ...tiles.map(({ value }) => value));
  const columns = Math.max(0, ...tiles.map(({ column }) => column)) + 1;
  // One stop for the Tab key; the arrow keys go on from there.
  const stop = tiles.find(({ id }) => id === reached) ?? tiles.find(({ value }) => value === most);
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    const next = move && stop && nearestTile(tiles, stop, move);
    if (!next) return;
    event.preventDefault();
    setReached(next.id);
    frame.current?.querySelector<HTMLElement>(`[data-tile="${next.id}"]`)?.focus();
  };
  return (
    <fieldset
      ref={frame}
      aria-label={`${label}. ${hint}`}
      onKeyDown={onKeyDown}
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(var(--tile), 1fr))` }}
      className="grid w-full gap-1 [--tile:2rem] pointer-coarse:[--tile:2.75rem]"
    >
      {tiles.map((tile) => (
        <button
          key={tile.id}
          type="button"
          data-tile={tile.id}
          tabIndex={tile === stop ? 0 : -1}
          aria-pressed={tile.selected}
          // What is written comes first: people who speak to their screen say it.
          aria-label={`${tile.mark} ${tile.label}`}
          title={tile.label}
          onFocus={() => setReached(tile.id)}
          onClick={() => onPress(tile.id)}
          style={{ gridColumn: tile.column + 1, gridRow: tile.row + 1 }}
          className={cn(
            "grid aspect-square place-items-center rounded-md font-medium text-sm tabular-nums transition-[background-color,scale] hover:scale-105",
            STEPS[tileStep(tile.value, most)],
            tile.selected && "ring-3 ring-accent ring-offset-1 ring-offset-surface",
          )}
        >
          {tile.mark}
        </button>
      ))}
    </fieldset>
  );
}
