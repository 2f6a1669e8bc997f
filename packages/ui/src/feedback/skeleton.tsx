import { cn } from "../foundation/cn";

interface SkeletonProps {
  className?: string | undefined;
}

/** The shape of something on its way. Give it the size of what will stand there. */
export function Skeleton({ className }: SkeletonProps) {
  return <span aria-hidden="true" className={cn("skeleton block rounded-control", className)} />;
}
