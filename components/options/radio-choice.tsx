/** One of the choices of a dialog, with what follows from it. */
export function RadioChoice<Value extends string>({
  group,
  value,
  label,
  hint,
  chosen,
  locked,
  onChoose,
}: {
  /** The same for all of one question. */
  group: string;
  value: Value;
  label: string;
  hint: string;
  chosen: Value;
  locked: boolean;
  onChoose: (value: Value) => void;
}) {
  const id = `${group}-${value}`;
  return (
    <div class="options-choice">
      <input
        type="radio"
        name={group}
        id={id}
        aria-describedby={`${id}-hint`}
        checked={chosen === value}
        disabled={locked}
        onChange={() => onChoose(value)}
      />
      <div>
        <label for={id}>{label}</label>
        <p class="options-hint" id={`${id}-hint`}>
          {hint}
        </p>
      </div>
    </div>
  );
}
