/** How the way ahead is drawn. */

export const PATH_VERTEX = /* glsl */ `
  attribute vec2 where;
  attribute vec2 when;
  varying vec2 vWhere;
  varying vec2 vWhen;
  void main() {
    vWhere = where;
    vWhen = when;
    gl_Position = projectionMatrix * viewMatrix * modelMatrix * vec4(position, 1.0);
    gl_Position.z -= 0.0016 * gl_Position.w;
  }
`;

/**
 * `where` is metres along the path from the hand, and −1 to 1 across it; `when` is beats on the clock
 * at which the hand will be there, and metres that it goes in a beat. Marks lie where a beat falls:
 * the hand reaches one on each, so that their distance shows the speed.
 */
export const PATH = /* glsl */ `
  uniform vec3 colour;
  uniform float total;
  uniform float head;
  uniform float reach;
  uniform float pulse;
  varying vec2 vWhere;
  varying vec2 vWhen;
  void main() {
    float s = vWhere.x;
    float side = abs(vWhere.y);
    float left = total - s;
    float soft = fwidth(side) * 1.2;
    float width = left < head ? left / max(head, 1e-4) : 0.5;
    float body = 1.0 - smoothstep(width - soft, width + soft, side);
    float edge = 1.0 - smoothstep(width, width + 0.34, side);
    float into = fract(vWhen.x) * vWhen.y - 0.012 * (1.0 - side / 0.5);
    float mark = smoothstep(0.0, 0.0015, into) * (1.0 - smoothstep(0.008, 0.0095, into)) * step(0.025, vWhen.y);
    mark *= body * (1.0 - step(left, head));
    float tip = step(left, head);
    float wave = exp(-pow((s - pulse) / 0.035, 2.0));
    float bright = max(max(body * (0.46 + 0.4 * wave), mark), body * tip * 0.95);
    float seen = smoothstep(0.015, 0.05, s) * (1.0 - smoothstep(reach * 0.6, reach, s));
    float alpha = max(bright, edge * 0.34) * seen;
    if (alpha < 0.01) discard;
    vec3 light = mix(colour * (0.8 + 0.2 * wave), vec3(1.0), 0.55 * mark);
    gl_FragColor = vec4(mix(vec3(0.10, 0.045, 0.03), light, bright / max(max(bright, edge * 0.34), 1e-3)), alpha);
  }
`;
