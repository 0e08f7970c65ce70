import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** The width of an element in pixels, and the reference to put on it. */
export function useWidth<Kind extends HTMLElement>() {
  const ref = useRef<Kind>(null);
  const [width, setWidth] = useState(320);
  useLayoutEffect(() => {
    const { current } = ref;
    if (current === null) return;
    const measure = () => setWidth(Math.max(200, Math.floor(current.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
