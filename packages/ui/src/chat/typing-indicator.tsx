/** Three dots while somebody writes; `label` says who. Nothing without one. */
export function TypingIndicator({ label }: { label: string | null }) {
  return (
    <div className="h-6 px-5 sm:px-7">
      {label === null ? null : (
        <p className="flex items-center gap-2 text-ink-muted text-sm">
          <span aria-hidden="true" className="flex gap-1">
            {[0, 150, 300].map((delay) => (
              <span
                key={delay}
                className="size-1.5 animate-pulse rounded-full bg-ink-subtle"
                style={{ animationDelay: `${delay}ms` }}
              />
            ))}
          </span>
          <span className="truncate">{label}</span>
        </p>
      )}
    </div>
  );
}
