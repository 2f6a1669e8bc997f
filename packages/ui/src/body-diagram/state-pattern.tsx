import type { PartPattern } from "./part-state";

interface StatePatternProps {
  id: string;
  pattern: PartPattern;
  color: string;
}

/** An SVG pattern for a state; to be put into `<defs>`. */
export function StatePattern({ id, pattern, color }: StatePatternProps) {
  const stroke = { stroke: color, strokeWidth: 1.6, opacity: 0.42, fill: "none" };
  return (
    <pattern id={id} width="9" height="9" patternUnits="userSpaceOnUse">
      {pattern === "dots" ? <circle cx="4.5" cy="4.5" r="1.35" fill={color} opacity="0.5" /> : null}
      {pattern === "stripes" ? <path d="M-2 2l4-4M0 9l9-9M7 11l4-4" {...stroke} /> : null}
      {pattern === "cross" ? (
        <path d="M-2 2l4-4M0 9l9-9M7 11l4-4M-2 7l4 4M0 0l9 9M7-2l4 4" {...stroke} />
      ) : null}
      {pattern === "grid" ? <path d="M0 4.5h9M4.5 0v9" {...stroke} /> : null}
    </pattern>
  );
}
