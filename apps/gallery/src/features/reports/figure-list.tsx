interface FigureListProps {
  items: readonly { id: string; label: string; value: string }[];
}

/** A few figures side by side, each under its name. */
export function FigureList({ items }: FigureListProps) {
  return (
    <dl className="mb-4 grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-3">
      {items.map(({ id, label, value }) => (
        <div key={id} className="min-w-0">
          <dt className="text-ink-muted text-sm">{label}</dt>
          <dd className="font-[620] text-base text-ink tracking-[-0.01em]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
