import { type ComponentChild, Fragment } from 'preact';

interface Props<Slot extends string> {
  /** Makes the sentence; each slot stands for what is set in its place. */
  text: (slots: Record<Slot, string>) => string;
  slots: Record<Slot, ComponentChild>;
}

/** Brackets that no text holds. */
const SLOT = /\uE000(.*?)\uE001/;

/** A sentence with elements in it, in the order of its language. */
export function Phrase<Slot extends string>({ text, slots }: Props<Slot>) {
  const names = Object.keys(slots) as Slot[];
  const marks = Object.fromEntries(names.map((name) => [name, `\uE000${name}\uE001`])) as Record<
    Slot,
    string
  >;
  // Every second part is the name of a slot.
  const parts = text(marks).split(SLOT);
  return (
    <>
      {parts.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never change places
        <Fragment key={i}>{i % 2 === 1 ? slots[part as Slot] : part}</Fragment>
      ))}
    </>
  );
}
