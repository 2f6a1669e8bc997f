"use client";

import type { KeyboardEvent } from "react";

const CARD = "[data-offer]";
const LANE = "[data-lane]";

/** The card that has the focus, with where it stands. */
function placeOf(target: EventTarget, board: Element) {
  const card = target instanceof Element ? target.closest(CARD) : null;
  const lane = card?.closest(LANE) ?? null;
  if (!card || !lane) return null;
  const lanes = [...board.querySelectorAll(LANE)].filter((each) => each.querySelector(CARD));
  return { card, lanes, lane, cards: [...lane.querySelectorAll(CARD)] };
}

const focusCard = (card: Element | undefined) =>
  card?.querySelector<HTMLElement>("a[href]")?.focus();

/**
 * Arrow keys lead from card to card and from column to column, X chooses; Enter opens, as on any
 * link. Only while a card has the focus, so that no key is taken from anybody else.
 */
export function useBoardKeys(
  onChoose: (offerId: string) => void,
): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const place = placeOf(event.target, event.currentTarget);
    if (!place) return;
    const { card, cards, lane, lanes } = place;
    const row = cards.indexOf(card);
    const column = lanes.indexOf(lane);
    const beside = (step: number) => {
      const next = [...(lanes[column + step]?.querySelectorAll(CARD) ?? [])];
      return next[Math.min(row, next.length - 1)];
    };
    if (event.key === "x") onChoose(card.getAttribute("data-offer") ?? "");
    else if (event.key === "ArrowDown") focusCard(cards[row + 1]);
    else if (event.key === "ArrowUp") focusCard(cards[row - 1]);
    else if (event.key === "ArrowRight") focusCard(beside(1));
    else if (event.key === "ArrowLeft") focusCard(beside(-1));
    else return;
    event.preventDefault();
  };
}
