import { notFound } from "next/navigation";

/** Any address that is no page: the site's own words for it, within its frame. */
export default function UnknownPage() {
  notFound();
}
