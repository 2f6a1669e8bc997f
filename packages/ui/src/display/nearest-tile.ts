interface Place {
  column: number;
  row: number;
}

/**
 * The tile one comes to by going in a direction: straight ahead over gaps if there is one, else the
 * nearest aside of it, so that ragged coasts stop nobody.
 *
 * @param move columns and rows of one step; one of them is 0
 */
export function nearestTile<T extends Place>(
  tiles: readonly T[],
  from: Place,
  [right, down]: readonly [number, number],
): T | undefined {
  let best: { tile: T; away: number } | undefined;
  for (const tile of tiles) {
    const columns = tile.column - from.column;
    const rows = tile.row - from.row;
    const ahead = columns * right + rows * down;
    if (ahead <= 0) continue;
    const aside = Math.abs(right === 0 ? columns : rows);
    const away = ahead + 4 * aside;
    if (best === undefined || away < best.away) best = { tile, away };
  }
  return best?.tile;
}
