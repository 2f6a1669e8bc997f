import type { ReactNode } from "react";

export interface DataColumn<T> {
  id: string;
  header: string;
  cell: (row: T) => ReactNode;
  /** With it, the column sorts in the browser by this value. */
  sortValue?: ((row: T) => string | number) | undefined;
  /** Sorts on the server: the head is a button, the order comes with new rows. */
  serverSort?: boolean | undefined;
  align?: "start" | "end" | undefined;
  /** Not shown on screens narrower than this. */
  from?: "sm" | "md" | "lg" | "xl" | "2xl" | undefined;
  width?: string | undefined;
  /** Keeps the header for screen readers only (action columns). */
  hideHeader?: boolean | undefined;
}

export interface SortOrder {
  columnId: string;
  direction: "asc" | "desc";
}

/** Classes that hide a column below its width. */
export const FROM: Record<NonNullable<DataColumn<unknown>["from"]>, string> = {
  sm: "hidden sm:table-cell",
  md: "hidden md:table-cell",
  lg: "hidden lg:table-cell",
  xl: "hidden xl:table-cell",
  "2xl": "hidden 2xl:table-cell",
};
