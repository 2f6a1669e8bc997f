import type { Page } from "../paging";

export interface __Pascal__View {
  __camel__Id: string;
  title: string;
  /** ISO 8601. */
  createdAt: string;
}

export type __Pascal__List = Page<__Pascal__View>;
