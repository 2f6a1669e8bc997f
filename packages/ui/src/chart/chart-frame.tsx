"use client";

import type { ReactElement } from "react";
import { ResponsiveContainer } from "recharts";
import { cn } from "../foundation/cn";

interface ChartFrameProps {
  /** What the chart shows, and the finding, in words. */
  label: string;
  /** The numbers behind it, for those who cannot see it. */
  table: { head: readonly string[]; rows: readonly (readonly string[])[] };
  /** Pixels high; the place is kept while it draws. */
  height: number;
  className?: string | undefined;
  children: ReactElement;
}

/** A chart with a name and its numbers in a hidden table. */
export function ChartFrame({ label, table, height, className, children }: ChartFrameProps) {
  return (
    <figure className={cn("min-w-0", className)}>
      <div aria-hidden="true" className="text-xs" style={{ height }}>
        <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 320, height }}>
          {children}
        </ResponsiveContainer>
      </div>
      <figcaption className="sr-only">
        {label}
        <table>
          <thead>
            <tr>
              {table.head.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.join()}>
                {row.map((cell, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place in the row
                  <td key={index}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </figcaption>
    </figure>
  );
}
