import type { Load } from "../load";
import type { Count } from "../reconcile";
import type { Mode, World } from "../world";

/** What a row does to the platform while clients work on it. */
export interface Row {
  /** As the table names it. */
  readonly name: string;
  readonly modes: readonly Mode[];
  /** Why this machine or account cannot run it; undefined where it can. */
  impossible?(world: World): string | undefined;
  /** Breaks something at chosen moments of the load, and mends what nobody would mend alone. */
  damage(world: World, load: Load): Promise<void>;
  /** After the load, before the counting. */
  after?(world: World, head: number): Promise<void>;
  /** Counts beyond those of every row; what it gives is added to them. */
  extra?(world: World, load: Load): Promise<Partial<Count>>;
}
