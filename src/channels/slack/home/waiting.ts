/** After this many failed tries what waits for a place is given up. */
const TRIES = 5;

/** Places (workspaces) that take nothing for a while, and what waits for each. */
export interface RestingPlaces {
  /** Lets the place rest and `key` wait for it; false when it has waited often enough. */
  rest(place: string, key: string, ms: number): boolean;
  /** Whether the place rests; `key` then waits with the others. */
  joins(place: string, key: string): boolean;
  /** It was taken after all. */
  served(key: string): void;
}

/** @param again is told what waited, once its place has rested */
export function restingPlaces(again: (key: string) => void): RestingPlaces {
  const places = new Map<string, Set<string>>();
  const tries = new Map<string, number>();

  function joins(place: string, key: string): boolean {
    places.get(place)?.add(key);
    return places.has(place);
  }

  return {
    joins,
    served: (key) => void tries.delete(key),
    rest(place, key, ms) {
      const tried = (tries.get(key) ?? 0) + 1;
      if (!places.has(place)) {
        const wake = () => {
          const keys = places.get(place) ?? [];
          places.delete(place);
          for (const one of keys) again(one);
        };
        places.set(place, new Set());
        setTimeout(wake, ms).unref();
      }
      if (tried >= TRIES) {
        tries.delete(key);
        return false;
      }
      tries.set(key, tried);
      return joins(place, key);
    },
  };
}
