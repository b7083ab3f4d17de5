import { createContext, type ComponentChildren } from 'preact';
import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { HistoryProps } from '@/components/history/ask';
import type { PortMapProps } from './port-map';

/** What each part of the panel is given whose code is a script of its own, loaded where it is first shown. */
export interface PartProps {
  readonly ports: PortMapProps;
  readonly history: HistoryProps;
}
export type PartName = keyof PartProps;

/** Draws a part into an element, in the place of what it drew there; `null` ends it. */
export type PaintPart<Name extends PartName> = (
  root: HTMLElement,
  props: PartProps[Name] | null,
) => void;

/** Loads a part's code. Rejects where that fails. */
export type LoadPart = <Name extends PartName>(name: Name) => Promise<PaintPart<Name>>;

/** How parts are loaded here. */
export const PartsContext = createContext<LoadPart>(() => Promise.reject(new Error('No parts.')));

interface Props<Name extends PartName> {
  name: Name;
  props: PartProps[Name];
  /** Keeps its place until it is loaded. */
  children: ComponentChildren;
}

/** A part of the panel, drawn by the script it comes from. */
export function Part<Name extends PartName>({ name, props, children }: Props<Name>) {
  const load = useContext(PartsContext);
  const root = useRef<HTMLDivElement>(null);
  const [paint, setPaint] = useState<{ readonly with: PaintPart<Name> } | null>(null);
  useEffect(() => {
    let isGone = false;
    load(name)
      .then((loaded) => {
        if (!isGone) setPaint({ with: loaded });
      })
      // What it needs is gone, as after an update of the extension: the panel says so itself.
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [name]);
  useLayoutEffect(() => {
    if (paint && root.current) paint.with(root.current, props);
  });
  useLayoutEffect(() => {
    const element = root.current;
    return () => {
      if (paint && element) paint.with(element, null);
    };
  }, [paint]);
  return (
    <>
      <div ref={root} />
      {paint === null && children}
    </>
  );
}
