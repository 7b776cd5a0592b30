// <kk-map id="…"><script type="application/json">…</script></kk-map>; see Figures/ChartJson.cs for the data.
import { Drawing } from '../drawing';
import type { MapData } from './draw';

class WorldMap extends Drawing<MapData> {
  override pictureHeight(width: number) {
    return Math.round((this.plot.clientHeight * width) / Math.max(this.plot.clientWidth, 1));
  }

  protected override async load() {
    return (await import('./draw')).draw;
  }
}

customElements.define('kk-map', WorldMap);
