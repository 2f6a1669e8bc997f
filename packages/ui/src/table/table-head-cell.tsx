import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { cn } from "../foundation/cn";

interface TableHeadCellProps {
  label: string;
  hideLabel: boolean;
  align: "start" | "end";
  sorted: "asc" | "desc" | false;
  onSort: (() => void) | undefined;
  className: string | undefined;
  width: string | undefined;
}

const SIGN = { asc: ArrowUp, desc: ArrowDown };
const ARIA = { asc: "ascending", desc: "descending" } as const;

/** The head of a column; a button when the column sorts. */
export function TableHeadCell({
  label,
  hideLabel,
  align,
  sorted,
  onSort,
  className,
  width,
}: TableHeadCellProps) {
  const Sign = sorted === false ? ChevronsUpDown : SIGN[sorted];
  return (
    <th
      scope="col"
      {...(onSort === undefined ? {} : { "aria-sort": sorted === false ? "none" : ARIA[sorted] })}
      style={width === undefined ? undefined : { width }}
      className={cn(
        "whitespace-nowrap border-b px-4 py-2.5 font-medium text-ink-muted text-sm",
        align === "end" ? "text-right" : "text-left",
        className,
      )}
    >
      {onSort === undefined ? (
        <span className={hideLabel ? "sr-only" : undefined}>{label}</span>
      ) : (
        <button
          type="button"
          onClick={onSort}
          className="-mx-1.5 inline-flex min-h-7 items-center gap-1 rounded-md px-1.5 hover:bg-sunken hover:text-ink"
        >
          {label}
          <Sign aria-hidden="true" className={cn("size-3.5", sorted === false && "opacity-50")} />
        </button>
      )}
    </th>
  );
}
