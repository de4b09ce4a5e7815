/** Light in a dim, warm room, for skin and cloth: cheap enough for a processor to draw. */

/** Hands shade what they are near: eight capsules, ends and radius. */
const SHADE = /* glsl */ `
  uniform vec4 capsuleA[CAPSULES];
  uniform vec4 capsuleB[CAPSULES];
  float shade(vec3 p, vec3 n) {
    float light = 1.0;
    for (int i = 0; i < CAPSULES; i++) {
      if (i / (CAPSULES / 2) == OWN) continue;
      vec3 a = capsuleA[i].xyz;
      vec3 ba = capsuleB[i].xyz - a;
      float r = capsuleA[i].w;
      float h = clamp(dot(p - a, ba) / max(dot(ba, ba), 1e-6), 0.0, 1.0);
      vec3 d = a + h * ba - p;
      float l = max(length(d), 1e-4);
      float o = r * r / (l * l) * max(0.0, 0.25 + 0.75 * dot(n, d / l));
      light *= 1.0 - 0.72 * clamp(o * 0.8, 0.0, 1.0) * capsuleB[i].w;
    }
    return light;
  }
`;

export const VERTEX = /* glsl */ `
  attribute float ao;
  attribute float fade;
  attribute float hair;
  varying vec3 vPlace;
  varying vec3 vNormal;
  varying float vAo;
  varying float vFade;
  varying float vHair;
  varying float vShade;
  ${SHADE}
  #include <common>
  #include <skinning_pars_vertex>
  void main() {
    #include <beginnormal_vertex>
    #include <begin_vertex>
    #include <skinbase_vertex>
    #include <skinnormal_vertex>
    #include <skinning_vertex>
    vec4 world = modelMatrix * vec4(transformed, 1.0);
    vPlace = world.xyz;
    vNormal = normalize(mat3(modelMatrix) * objectNormal);
    vAo = ao;
    vFade = fade;
    vHair = hair;
    vShade = DETAIL > 0 ? 1.0 : shade(vPlace, vNormal);
    gl_Position = projectionMatrix * viewMatrix * world;
  }
`;

const NOISE = /* glsl */ `
  float hash(vec3 p) { p = fract(p * 0.3183099 + 0.1); p *= 17.0; return fract(p.x * p.y * p.z * (p.x + p.y + p.z)); }
  float noise(vec3 x) {
    vec3 i = floor(x); vec3 f = fract(x); f = f * f * (3.0 - 2.0 * f);
    return mix(mix(mix(hash(i), hash(i + vec3(1,0,0)), f.x), mix(hash(i + vec3(0,1,0)), hash(i + vec3(1,1,0)), f.x), f.y),
               mix(mix(hash(i + vec3(0,0,1)), hash(i + vec3(1,0,1)), f.x), mix(hash(i + vec3(0,1,1)), hash(i + vec3(1,1,1)), f.x), f.y), f.z);
  }
`;

const TONE = /* glsl */ `
  vec3 tone(vec3 c) {
    c *= exposure;
    c = (c * (2.51 * c + 0.03)) / (c * (2.43 * c + 0.59) + 0.14);
    return pow(clamp(c, 0.0, 1.0), vec3(1.0 / 2.2));
  }
`;

const LIGHTS = /* glsl */ `
  uniform float exposure;
  const vec3 KEY = vec3(0.55, 0.62, 0.62);
  const vec3 KEY_COLOUR = vec3(1.08, 0.80, 0.58);
  const vec3 FILL = vec3(-0.75, -0.3, 0.55);
  const vec3 FILL_COLOUR = vec3(0.13, 0.11, 0.16);
  const vec3 BACK = vec3(0.3, -0.9, 0.25);
  const vec3 BACK_COLOUR = vec3(0.85, 0.42, 0.22);
`;

export const SKIN = /* glsl */ `
  uniform vec3 tint;
  uniform float oil;
  uniform float reveal;
  uniform vec4 touch[2];
  uniform float press[2];
  uniform vec3 glow;
  varying vec3 vPlace;
  varying vec3 vNormal;
  varying float vAo;
  varying float vFade;
  varying float vHair;
  varying float vShade;
  ${LIGHTS}
  ${SHADE}
  ${NOISE}
  ${TONE}
  vec3 wrap(float x, vec3 w) { return clamp((vec3(x) + w) / (1.0 + w), 0.0, 1.0); }
  void main() {
    float seen = max(vFade, reveal);
    if (seen < 0.01) discard;
    vec3 n = normalize(vNormal);
    vec3 v = normalize(cameraPosition - vPlace);
    float blotch = DETAIL > 0 ? noise(vPlace * 26.0) * 0.6 + noise(vPlace * 90.0) * 0.4 : 0.5;
    vec3 base = tint * (0.93 + 0.14 * blotch);
    base = mix(base, base * vec3(1.08, 0.82, 0.76), smoothstep(0.35, 0.9, blotch) * 0.45);
    float pressed = 0.0;
    for (int i = 0; i < 2; i++) {
      float d = length(vPlace - touch[i].xyz) / max(touch[i].w, 1e-3);
      pressed += press[i] * exp(-d * d * 1.1);
    }
    base = mix(base, glow, clamp(pressed, 0.0, 0.8));
    float strand = noise(vec3(vPlace.x * 30.0 + 9.0 * vPlace.z, atan(vPlace.y, vPlace.z - 0.06) * 60.0, 0.0))
      * 0.6 + noise(vec3(vPlace.x * 80.0, atan(vPlace.y, vPlace.z - 0.06) * 170.0, 3.0)) * 0.4;
    float hair = smoothstep(0.25, 0.75, vHair + 0.3 * (strand - 0.5));
    base = mix(base, vec3(0.072, 0.036, 0.02) * (0.45 + 1.1 * strand), hair);
    float dark = (DETAIL > 0 ? shade(vPlace, n) : vShade) * mix(1.0, vAo, 0.85);
    vec3 w = mix(vec3(0.40, 0.24, 0.17), vec3(0.1), hair);
    vec3 l = normalize(KEY);
    vec3 lit = KEY_COLOUR * wrap(dot(n, l), w);
    lit += FILL_COLOUR * wrap(dot(n, normalize(FILL)), vec3(0.5));
    vec3 room = mix(vec3(0.08, 0.045, 0.035), vec3(0.15, 0.11, 0.10), n.z * 0.5 + 0.5);
    vec3 bleed = pow(vec3(dark), vec3(0.75, 1.0, 1.12));
    vec3 c = base * (lit * bleed + room * mix(vec3(1.0), bleed, 0.8));
    float edge = pow(1.0 - max(dot(n, v), 0.0), 3.5);
    c += base * BACK_COLOUR * edge * max(0.0, 0.35 + 0.65 * dot(n, normalize(BACK))) * 0.9 * dark;
    vec3 h = normalize(l + v);
    float nh = max(dot(n, h), 0.0);
    float fresnel = 0.04 + 0.5 * pow(1.0 - max(dot(v, h), 0.0), 5.0);
    float sheen = pow(nh, 18.0) * 0.22 + pow(nh, 80.0) * 0.6 * oil;
    c += KEY_COLOUR * sheen * (fresnel * 3.2) * dark * max(dot(n, l), 0.0) * mix(1.0, strand * 1.1, hair);
    gl_FragColor = vec4(tone(c), smoothstep(0.0, 1.0, seen));
  }
`;

export const CLOTH = /* glsl */ `
  uniform vec3 tint;
  uniform vec3 veil;
  uniform float weave;
  varying vec3 vPlace;
  varying vec3 vNormal;
  varying float vAo;
  varying float vFade;
  varying float vHair;
  varying float vShade;
  ${LIGHTS}
  ${SHADE}
  ${NOISE}
  ${TONE}
  void main() {
    vec3 n = normalize(vNormal);
    vec3 v = normalize(cameraPosition - vPlace);
    float fibre = DETAIL > 0 ? noise(vPlace * weave) * 0.5 + noise(vPlace * weave * 0.13) * 0.5 : 0.5;
    vec3 base = tint * (0.88 + 0.24 * fibre);
    float dark = (DETAIL > 0 ? shade(vPlace, n) : vShade) * vAo;
    vec3 lit = KEY_COLOUR * clamp((dot(n, normalize(KEY)) + 0.15) / 1.15, 0.0, 1.0);
    lit += FILL_COLOUR * clamp((dot(n, normalize(FILL)) + 0.4) / 1.4, 0.0, 1.0);
    vec3 c = base * (lit * dark + vec3(0.12, 0.085, 0.07) * mix(1.0, dark, 0.8));
    float edge = pow(1.0 - max(dot(n, v), 0.0), 3.0);
    c += tint * edge * vec3(0.26, 0.17, 0.12) * dark;
    float far = smoothstep(0.0, 1.0, vFade);
    gl_FragColor = vec4(mix(veil, tone(c), far), 1.0);
  }
`;

export const PATH_VERTEX = /* glsl */ `
  attribute vec2 where;
  attribute float seen;
  varying vec2 vWhere;
  varying float vSeen;
  void main() {
    vWhere = where;
    vSeen = seen;
    gl_Position = projectionMatrix * viewMatrix * modelMatrix * vec4(position, 1.0);
    gl_Position.z -= 0.0016 * gl_Position.w;
  }
`;

/** `where.x` is metres along the path from the hand, `where.y` −1 to 1 across it. */
export const PATH = /* glsl */ `
  uniform vec3 colour;
  uniform float flow;
  uniform float total;
  uniform float head;
  varying vec2 vWhere;
  varying float vSeen;
  void main() {
    float s = vWhere.x;
    float side = abs(vWhere.y);
    float left = total - s;
    float soft = fwidth(side) * 1.5;
    float body = 1.0 - smoothstep(0.5 - soft, 0.5, side);
    float tip = left < head ? 1.0 - smoothstep(left / head - soft, left / head, side) : body;
    float beat = fract((s - side * 0.012 - flow) / 0.05);
    float chevron = smoothstep(0.0, 0.1, beat) * (1.0 - smoothstep(0.4, 0.5, beat));
    float near = smoothstep(0.0, 0.03, s);
    float a = tip * near * vSeen * mix(0.42 + 0.55 * chevron, 0.98, left < head ? 1.0 : 0.0);
    if (a < 0.01) discard;
    gl_FragColor = vec4(colour * (0.85 + 0.25 * chevron), a);
  }
`;
