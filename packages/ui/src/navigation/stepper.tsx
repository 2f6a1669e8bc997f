import { Check } from "lucide-react";
import { cn } from "../foundation/cn";

interface StepperProps {
  steps: readonly { id: string; label: string }[];
  /** Index of the step on show; those before it are done. */
  current: number;
  /** Names the list ("Steps"). */
  label: string;
  /** Said on phones instead of the row: "2 of 4: Business". */
  progressText: string;
  /** Goes back to a step that is done. */
  onStepPress?: ((index: number) => void) | undefined;
  doneLabel: string;
  className?: string | undefined;
}

/** Where one is in a wizard. */
export function Stepper({
  steps,
  current,
  label,
  progressText,
  onStepPress,
  doneLabel,
  className,
}: StepperProps) {
  return (
    <nav aria-label={label} className={className}>
      <div className="sm:hidden">
        <p className="font-medium text-ink-muted text-sm">{progressText}</p>
        <div aria-hidden="true" className="mt-2 flex gap-1.5">
          {steps.map((step, index) => (
            <span
              key={step.id}
              className={cn("h-1.5 flex-1 rounded-full", index <= current ? "bg-brand" : "bg-line")}
            />
          ))}
        </div>
      </div>
      <ol className="hidden items-center gap-2 sm:flex">
        {steps.map((step, index) => {
          const done = index < current;
          const active = index === current;
          const content = (
            <>
              <span
                aria-hidden="true"
                className={cn(
                  "grid size-7 shrink-0 place-items-center rounded-full font-semibold text-sm",
                  done && "bg-brand-soft text-brand-strong",
                  active && "bg-brand text-on-brand",
                  !done && !active && "bg-sunken text-ink-muted",
                )}
              >
                {done ? <Check className="size-4" strokeWidth={3} /> : index + 1}
              </span>
              <span
                className={cn(
                  "whitespace-nowrap text-sm",
                  active ? "font-semibold text-ink" : "text-ink-muted",
                )}
              >
                {step.label}
              </span>
              {done ? <span className="sr-only">{doneLabel}</span> : null}
            </>
          );
          return (
            <li
              key={step.id}
              className="flex flex-1 items-center gap-2 last:flex-none"
              {...(active ? { "aria-current": "step" as const } : {})}
            >
              {done && onStepPress !== undefined ? (
                <button
                  type="button"
                  onClick={() => onStepPress(index)}
                  className="flex min-h-9 items-center gap-2 rounded-control hover:text-ink"
                >
                  {content}
                </button>
              ) : (
                <span className="flex min-h-9 items-center gap-2">{content}</span>
              )}
              {index < steps.length - 1 ? (
                <span
                  aria-hidden="true"
                  className={cn("h-px min-w-4 flex-1", done ? "bg-brand" : "bg-line")}
                />
              ) : null}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
