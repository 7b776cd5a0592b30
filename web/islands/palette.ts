// The colours of charts, in light and dark. The categories keep apart for the common colour vision deficiencies and
// reach 3:1 against the background; text reaches 4.5:1.
export type Palette = {
  text: string; quiet: string; line: string; surface: string; tip: string;
  categories: string[]; target: string; scale: string[]; land: string; border: string; flow: string;
};

const light: Palette = {
  text: '#26272b', quiet: '#5b5e66', line: '#e3e4e8', surface: '#ffffff', tip: '#ffffff',
  categories: ['#2f55a4', '#b45f06', '#1b7f5c', '#a63a63', '#6a5acd', '#2484a8', '#7d6b1d', '#6b6f78'],
  target: '#26272b',
  scale: ['#d5def2', '#a6bbe4', '#7394d2', '#426bb5', '#23407c'],
  land: '#ecedf0', border: '#ffffff', flow: '#b45f06',
};

const dark: Palette = {
  text: '#e9e9ec', quiet: '#a9acb5', line: '#3b3d44', surface: '#1f2024', tip: '#2b2d33',
  categories: ['#86a6ec', '#e9a04c', '#55bd95', '#e481a6', '#aba0f2', '#6cc0df', '#c7b45c', '#a4a8b2'],
  target: '#f3f3f5',
  scale: ['#2c3a5c', '#3d558c', '#5674b8', '#7d9ce0', '#b4c9f7'],
  land: '#34363d', border: '#1f2024', flow: '#e9a04c',
};

export const palette = (isDark: boolean): Palette => (isDark ? dark : light);

// in single quotes: ECharts writes it into attributes of SVG as it is
export const font = () => getComputedStyle(document.body).fontFamily.replace(/"/g, "'");
