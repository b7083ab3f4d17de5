/** Whether two stored values are the same: plain data, as JSON has it. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const fields = Object.keys(a);
  return (
    fields.length === Object.keys(b).length &&
    fields.every(
      (field) =>
        Object.hasOwn(b, field) && isEqual(a[field as keyof object], b[field as keyof object]),
    )
  );
}
