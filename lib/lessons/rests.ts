/** After so many uses a lesson that is right in less than this share rests. */
const fewestUses = 10
const leastRight = 0.8

export function isResting({ used, usedRight }: { used: number; usedRight: number }): boolean {
  return used >= fewestUses && usedRight / used < leastRight
}
