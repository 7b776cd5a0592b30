// Turbo carries no types: what we use of it
declare module '@hotwired/turbo' {
  export const config: { forms: { submitter: 'disabled' | 'aria-disabled' } };
  export function visit(address: string): void;
  export interface FrameElement extends HTMLElement {
    disabled: boolean;
    src: string | null;
    reload(): Promise<void>;
  }
}

// made by world.mjs while bundling
declare module 'virtual:world' {
  const world: {
    shapes: import('geojson').FeatureCollection;
    /** longitude and latitude of the middle of each country's largest part, by ISO 3166-1 alpha-2 */
    centres: Record<string, [number, number]>;
    /** countries too small to have a shape */
    small: string[];
  };
  export default world;
}

declare module '*.css';
