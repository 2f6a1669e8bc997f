"use client";

import type { ColumnDef, SortingState } from "@tanstack/react-table";
import {
  createSortedRowModel,
  rowSortingFeature,
  sortFn_alphanumeric,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import type { ReactNode } from "react";
import { useMemo, useState } from "react";
import { Skeleton } from "../feedback/skeleton";
import { Checkbox } from "../form/checkbox";
import { cn } from "../foundation/cn";
import type { DataColumn, SortOrder } from "./data-column";
import { FROM } from "./data-column";
import { TableHeadCell } from "./table-head-cell";

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric },
});

interface Selection {
  ids: ReadonlySet<string>;
  onChange: (ids: ReadonlySet<string>) => void;
  /** Names of the boxes: all, and one row. */
  allLabel: string;
  rowLabel: (rowId: string) => string;
}

export interface DataTableProps<T extends object> {
  /** Keep `columns` and `rows` stable between renders that do not change them. */
  columns: readonly DataColumn<T>[];
  rows: readonly T[];
  rowId: (row: T) => string;
  /** What the table holds, for screen readers. */
  caption: string;
  onRowPress?: ((row: T) => void) | undefined;
  selection?: Selection | undefined;
  /** For columns with `serverSort`. */
  sort?: SortOrder | null | undefined;
  onSortChange?: ((sort: SortOrder) => void) | undefined;
  /** Rows of placeholders while the first page comes. */
  loadingRows?: number | undefined;
  /** Shown instead of rows when there are none. */
  empty?: ReactNode;
  className?: string | undefined;
}

/** A table that sorts, selects and scrolls sideways inside its own frame. */
export function DataTable<T extends object>({
  columns,
  rows,
  rowId,
  caption,
  onRowPress,
  selection,
  sort,
  onSortChange,
  loadingRows = 0,
  empty,
  className,
}: DataTableProps<T>) {
  const [sorting, setSorting] = useState<SortingState>([]);
  const defs = useMemo(
    () =>
      columns.map(
        (column): ColumnDef<typeof features, T> => ({
          id: column.id,
          accessorFn: (row: T) => column.sortValue?.(row) ?? "",
          enableSorting: column.sortValue !== undefined,
          sortFn: "alphanumeric",
        }),
      ),
    [columns],
  );
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({
    features,
    columns: defs,
    data,
    getRowId: rowId,
    state: { sorting },
    onSortingChange: setSorting,
  });
  const shown = table.getRowModel().rows;
  const allSelected = shown.length > 0 && shown.every((row) => selection?.ids.has(row.id) === true);
  const someSelected = shown.some((row) => selection?.ids.has(row.id) === true);

  const pressSort = (column: DataColumn<T>) => {
    if (column.serverSort === true) {
      const descending = sort?.columnId === column.id && sort.direction === "asc";
      return () => onSortChange?.({ columnId: column.id, direction: descending ? "desc" : "asc" });
    }
    return column.sortValue === undefined
      ? undefined
      : () => table.getColumn(column.id)?.toggleSorting();
  };
  const orderOf = (column: DataColumn<T>) => {
    if (column.serverSort === true) {
      return sort?.columnId === column.id ? sort.direction : false;
    }
    const own = sorting.find((entry) => entry.id === column.id);
    const direction = own?.desc === true ? "desc" : "asc";
    return own === undefined ? false : direction;
  };
  const toggle = (id: string) => {
    const next = new Set(selection?.ids);
    if (!next.delete(id)) {
      next.add(id);
    }
    selection?.onChange(next);
  };

  if (shown.length === 0 && loadingRows === 0 && empty !== undefined) {
    return <div className={className}>{empty}</div>;
  }
  return (
    <section
      className={cn("relative w-full overflow-x-auto", className)}
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className="w-full border-separate border-spacing-0 text-[0.9375rem]">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {selection === undefined ? null : (
              <th scope="col" className="w-12 border-b py-1 pl-4">
                <Checkbox
                  label={selection.allLabel}
                  hideLabel
                  checked={someSelected && !allSelected ? "indeterminate" : allSelected}
                  onCheckedChange={(checked) =>
                    selection.onChange(new Set(checked ? shown.map((row) => row.id) : []))
                  }
                />
              </th>
            )}
            {columns.map((column) => (
              <TableHeadCell
                key={column.id}
                label={column.header}
                hideLabel={column.hideHeader === true}
                align={column.align ?? "start"}
                sorted={orderOf(column)}
                onSort={pressSort(column)}
                className={column.from === undefined ? undefined : FROM[column.from]}
                width={column.width}
              />
            ))}
          </tr>
        </thead>
        <tbody className="[&>tr:last-child>td]:border-b-0">
          {shown.map((row) => (
            <tr
              key={row.id}
              data-selected={selection?.ids.has(row.id) === true || undefined}
              onClick={onRowPress === undefined ? undefined : () => onRowPress(row.original)}
              className={cn(
                "transition-colors data-selected:bg-brand-soft",
                onRowPress !== undefined && "cursor-pointer hover:bg-sunken/70",
              )}
            >
              {selection === undefined ? null : (
                // biome-ignore lint/a11y/useKeyWithClickEvents: only keeps a press on the box from opening the row
                <td className="border-b py-1 pl-4" onClick={(event) => event.stopPropagation()}>
                  <Checkbox
                    label={selection.rowLabel(row.id)}
                    hideLabel
                    checked={selection.ids.has(row.id)}
                    onCheckedChange={() => toggle(row.id)}
                  />
                </td>
              )}
              {columns.map((column) => (
                <td
                  key={column.id}
                  className={cn(
                    "border-b px-4 py-3 align-middle",
                    column.align === "end" && "text-right",
                    column.from === undefined ? undefined : FROM[column.from],
                  )}
                >
                  {column.cell(row.original)}
                </td>
              ))}
            </tr>
          ))}
          {Array.from({ length: loadingRows }, (_, index) => `loading-${index}`).map((key) => (
            <tr key={key}>
              {selection === undefined ? null : <td className="border-b" />}
              {columns.map((column) => (
                <td
                  key={column.id}
                  className={cn("border-b px-4 py-3.5", column.from && FROM[column.from])}
                >
                  <Skeleton className="h-4.5 w-3/4" />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
