import { cn } from "../foundation/cn";

interface PositionStripProps {
  min: number;
  max: number;
  /** The middle of the field. */
  median: number;
  value: number;
  /** The middle half, shaded. */
  quartiles?: readonly [number, number] | undefined;
  /** The whole finding in words, with the size of the sample. */
  label: string;
  /** Texts under both ends and over the mark. */
  texts: { min: string; max: string; value: string; median: string };
  className?: string | undefined;
}

/** Where one value stands in a field of like ones. */
export function PositionStrip({
  min,
  max,
  median,
  value,
  quartiles,
  label,
  texts,
  className,
}: PositionStripProps) {
  const at = (point: number) =>
    max === min ? 50 : Math.min(100, Math.max(0, ((point - min) / (max - min)) * 100));
  const mark = at(value);
  return (
    <div role="img" aria-label={label} className={cn("pt-9", className)}>
      <div className="relative h-2.5 rounded-full bg-sunken">
        {quartiles === undefined ? null : (
          <span
            className="absolute inset-y-0 rounded-full bg-brand/30"
            style={{ left: `${at(quartiles[0])}%`, right: `${100 - at(quartiles[1])}%` }}
          />
        )}
        <span
          className="absolute -inset-y-1 w-0.5 bg-ink-subtle"
          style={{ left: `${at(median)}%` }}
        />
        <span
          className="absolute top-1/2 size-4.5 -translate-x-1/2 -translate-y-1/2 rounded-full border-[3px] border-surface bg-accent shadow-raised"
          style={{ left: `${mark}%` }}
        />
        <span
          className="absolute -top-8 whitespace-nowrap font-semibold text-ink text-sm"
          style={{ left: `${mark}%`, translate: `-${mark}% 0` }}
        >
          {texts.value}
        </span>
      </div>
      <div className="mt-2.5 flex justify-between gap-3 text-ink-subtle text-xs">
        <span>{texts.min}</span>
        <span>{texts.median}</span>
        <span>{texts.max}</span>
      </div>
    </div>
  );
}
