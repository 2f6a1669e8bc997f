export type { DataColumn, SortOrder } from "./data-column";
export { DataTable, type DataTableProps } from "./data-table";
export { VirtualList } from "./virtual-list";
