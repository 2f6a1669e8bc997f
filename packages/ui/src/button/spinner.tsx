import { cn } from "../foundation/cn";

interface SpinnerProps {
  className?: string | undefined;
}

/** A turning ring in the colour of the text. Decorative: say what is loading in words beside it. */
export function Spinner({ className }: SpinnerProps) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={cn("size-5 animate-spin", className)}>
      <circle
        cx="12"
        cy="12"
        r="9"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        opacity=".22"
      />
      <path
        d="M21 12a9 9 0 0 0-9-9"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
    </svg>
  );
}
