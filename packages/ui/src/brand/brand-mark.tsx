import { cn } from "../foundation/cn";

interface BrandMarkProps {
  className?: string | undefined;
}

/** The mark: an ignition barrel whose key slot is turned to "on". Decoration: the name stands beside it. */
export function BrandMark({ className }: BrandMarkProps) {
  return (
    <svg viewBox="0 0 40 40" className={cn("size-9 shrink-0", className)} aria-hidden="true">
      <rect width="40" height="40" rx="11" fill="oklch(0.36 0.068 210)" />
      <path
        d="M20 8.6a11.4 11.4 0 1 0 11.4 11.4"
        fill="none"
        stroke="oklch(0.97 0.02 195)"
        strokeWidth="3.4"
        strokeLinecap="round"
      />
      <path
        d="M15.4 24.6 24.2 15.8"
        stroke="oklch(0.97 0.02 195)"
        strokeWidth="4.2"
        strokeLinecap="round"
      />
      <circle cx="29.6" cy="10.4" r="3.5" fill="oklch(0.74 0.18 48)" />
    </svg>
  );
}
