/** How many of a party are in already, as the doors have told the server so far. */
export interface Arrived {
  /** People, never more than the party. */
  seats: number;
}

/** What the door knows of one's own registration, part of the contract. */
export interface ArrivalRoutes {
  /** 已进几人 */
  'GET /registrations/:id/arrival': { reply: Arrived };
}
