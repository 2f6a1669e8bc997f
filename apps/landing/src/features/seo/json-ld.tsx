/** Data about the page for search engines. */
export function JsonLd({ data }: { data: object }) {
  // `<` never ends the element early, whatever a dealer wrote.
  return (
    <script type="application/ld+json">{JSON.stringify(data).replace(/</g, "\\u003c")}</script>
  );
}
