// <kk-chart id="…"><script type="application/json">…</script></kk-chart>; see Figures/ChartJson.cs for the data.
import { Drawing } from '../drawing';
import type { ChartData } from './draw';

class Chart extends Drawing<ChartData> {
  protected override async load() {
    return (await import('./draw')).draw;
  }
}

customElements.define('kk-chart', Chart);
