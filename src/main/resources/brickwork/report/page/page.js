'use strict';
for (const plot of document.querySelectorAll('svg .plot')) {
  const svg = plot.ownerSVGElement, place = plot.dataset;
  const curves = [...plot.querySelectorAll('path[data-xs]')].map(path => ({name: path.dataset.name,
    xs: path.dataset.xs ? path.dataset.xs.split(',').map(Number) : [], ys: path.dataset.ys.split(',')}));
  const epochs = [...new Set(curves.flatMap(curve => curve.xs))].sort((a, b) => a - b);
  if (!epochs.length) continue;
  const line = document.createElementNS(svg.namespaceURI, 'path');
  line.setAttribute('class', 'axis');
  plot.append(line);
  const value = document.createElement('p');
  value.className = 'value';
  value.setAttribute('aria-live', 'polite');
  value.textContent = 'Point at the curves, or use the arrow keys, for their values.';
  svg.after(value);
  let at = 0;
  const show = next => {
    at = Math.max(0, Math.min(epochs.length - 1, next));
    const epoch = epochs[at], x = +place.left + (place.right - place.left) * epoch / place.last;
    line.setAttribute('d', `M${x} ${place.top}V${place.bottom}`);
    value.textContent = `epoch ${epoch}: ` + curves.map(curve => {
      const before = curve.xs.findLastIndex(x => x <= epoch);
      if (before < 0) return `${curve.name} –`;
      const of = curve.xs[before] === epoch ? '' : ` (epoch ${curve.xs[before]})`;
      return `${curve.name} ${curve.ys[before] || 'not finite'}${of}`;
    }).join(', ');
  };
  const figure = svg.closest('figure');
  figure.addEventListener('keydown', event => {
    const step = {ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10, Home: -1e9, End: 1e9}[event.key];
    if (step) { event.preventDefault(); show(at + step); }
  });
  svg.addEventListener('pointermove', event => {
    const x = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse()).x;
    const epoch = (x - place.left) / (place.right - place.left) * place.last;
    show(epochs.reduce((best, each, i) => Math.abs(each - epoch) < Math.abs(epochs[best] - epoch) ? i : best, 0));
  });
}
