"use client";

interface JsonViewProps {
  label: string;
  value: unknown;
}

/** Data as it is, for those who can read it. */
export function JsonView({ label, value }: JsonViewProps) {
  return (
    <figure>
      <figcaption className="font-medium text-ink text-sm">{label}</figcaption>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="mt-1.5 max-h-80 overflow-auto rounded-control bg-sunken p-3 font-mono text-ink text-xs leading-relaxed"
      >
        {JSON.stringify(value, null, 2)}
      </pre>
    </figure>
  );
}
