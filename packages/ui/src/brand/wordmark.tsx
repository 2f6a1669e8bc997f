import { cn } from "../foundation/cn";
import { BrandMark } from "./brand-mark";

interface WordmarkProps {
  /** The name of the product, set in the type of the brand. */
  name: string;
  /** A quiet line under the name, e.g. which of the apps this is. */
  tagline?: string | undefined;
  className?: string | undefined;
  markClassName?: string | undefined;
}

/** Mark and name side by side. */
export function Wordmark({ name, tagline, className, markClassName }: WordmarkProps) {
  return (
    <span className={cn("inline-flex items-center gap-2.5", className)}>
      <BrandMark className={markClassName} />
      <span className="flex flex-col leading-none">
        <span className="font-[680] text-[1.1875rem] text-current tracking-[-0.045em]">{name}</span>
        {tagline === undefined ? null : (
          <span className="mt-1 font-medium text-[0.6875rem] text-ink-subtle tracking-wide">
            {tagline}
          </span>
        )}
      </span>
    </span>
  );
}
