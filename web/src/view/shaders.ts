/**
 * Light in a dim, warm room, for skin and cloth. The same colour is worked out for every pixel, or,
 * where a processor draws, for every vertex (`LIT_BY_VERTEX`): then a pixel costs next to nothing.
 */

/** Hands shade what they are near: capsules, ends and radius. */
const SHADE = /* glsl */ `
  uniform vec4 capsuleA[CAPSULES];
  uniform vec4 capsuleB[CAPSULES];
  float shade(vec3 p, vec3 n) {
    float light = 1.0;
    for (int i = 0; i < CAPSULES; i++) {
      if (i / (CAPSULES / 2) == OWN) continue;
      #if LIT_BY_VERTEX
        if (i % (CAPSULES / 2) != 1) continue;
      #endif
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

const NOISE = /* glsl */ `
  float hash(vec3 p) { p = fract(p * 0.3183099 + 0.1); p *= 17.0; return fract(p.x * p.y * p.z * (p.x + p.y + p.z)); }
  float noise(vec3 x) {
    vec3 i = floor(x); vec3 f = fract(x); f = f * f * (3.0 - 2.0 * f);
    return mix(mix(mix(hash(i), hash(i + vec3(1,0,0)), f.x), mix(hash(i + vec3(0,1,0)), hash(i + vec3(1,1,0)), f.x), f.y),
               mix(mix(hash(i + vec3(0,0,1)), hash(i + vec3(1,0,1)), f.x), mix(hash(i + vec3(0,1,1)), hash(i + vec3(1,1,1)), f.x), f.y), f.z);
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
  vec3 tone(vec3 c) {
    c *= exposure;
    c = (c * (2.51 * c + 0.03)) / (c * (2.43 * c + 0.59) + 0.14);
    #if LIT_BY_VERTEX
      return sqrt(clamp(c, 0.0, 1.0));
    #else
      return pow(clamp(c, 0.0, 1.0), vec3(1.0 / 2.2));
    #endif
  }
`;

/** `colour` of skin at a place, seen from `v`: wrapped light that bleeds red, oil, hair, warmth where hands press. */
export const SKIN_COLOUR = /* glsl */ `
  uniform vec3 tint;
  uniform float oil;
  uniform vec3 rim;
  uniform vec4 touch[2];
  uniform float press[2];
  uniform vec3 glow;
  uniform float lamp;
  vec3 wrap(float x, vec3 w) { return clamp((vec3(x) + w) / (1.0 + w), 0.0, 1.0); }
  vec3 colour(vec3 place, vec3 n, vec3 v, Surface it) {
    #if LIT_BY_VERTEX
      float blotch = 0.5;
      float strand = 0.5;
    #else
      float blotch = noise(place * 26.0) * 0.6 + noise(place * 90.0) * 0.4;
      float strand = 0.5;
      if (it.hair > 0.0) strand = noise(vec3(place.x * 30.0 + 9.0 * place.z, atan(place.y, place.z - 0.06) * 60.0, 0.0)) * 0.6
        + noise(vec3(place.x * 80.0, atan(place.y, place.z - 0.06) * 170.0, 3.0)) * 0.4;
    #endif
    float shown = it.lit * lamp;
    vec3 base = tint * (0.93 + 0.14 * blotch);
    base = mix(base, base * vec3(1.08, 0.82, 0.76), smoothstep(0.35, 0.9, blotch) * 0.45);
    base = mix(base, base * vec3(1.0, 0.72, 0.5) + vec3(0.05, 0.025, 0.0), 0.6 * shown);
    float pressed = 0.0;
    for (int i = 0; i < 2; i++) {
      float d = length(place - touch[i].xyz) / max(touch[i].w, 1e-3);
      pressed += press[i] * exp(-d * d * 1.1);
    }
    base = mix(base, glow, clamp(pressed, 0.0, 0.8));
    float hair = smoothstep(0.25, 0.75, it.hair + 0.3 * (strand - 0.5));
    base = mix(base, vec3(0.072, 0.036, 0.02) * (0.45 + 1.1 * strand), hair);
    float dark = shade(place, n) * mix(1.0, it.ao, 0.85);
    vec3 w = mix(vec3(0.40, 0.24, 0.17), vec3(0.1), hair);
    vec3 l = normalize(KEY);
    vec3 lit = KEY_COLOUR * wrap(dot(n, l), w);
    lit += FILL_COLOUR * wrap(dot(n, normalize(FILL)), vec3(0.5));
    vec3 room = mix(vec3(0.08, 0.045, 0.035), vec3(0.15, 0.11, 0.10), n.z * 0.5 + 0.5);
    vec3 bleed = vec3(dark * (1.25 - 0.25 * dark), dark, dark * (0.9 + 0.1 * dark));
    vec3 c = base * (lit * bleed + room * mix(vec3(1.0), bleed, 0.8));
    float away = 1.0 - max(dot(n, v), 0.0);
    c += base * BACK_COLOUR * away * away * away * max(0.0, 0.35 + 0.65 * dot(n, normalize(BACK))) * 0.9 * dark;
    vec3 h = normalize(l + v);
    float nh = max(dot(n, h), 0.0);
    #if LIT_BY_VERTEX
      float sharp = nh * nh * nh * nh;
      sharp *= sharp;
      float sheen = 0.02 * sharp * sharp * (1.0 + oil);
    #else
      float fresnel = 0.04 + 0.5 * pow(1.0 - max(dot(v, h), 0.0), 5.0);
      float sheen = 3.2 * fresnel * (pow(nh, 18.0) * 0.22 + pow(nh, 80.0) * 0.6 * oil);
    #endif
    c += KEY_COLOUR * sheen * dark * max(dot(n, l), 0.0) * mix(1.0, strand * 1.1, hair);
    c += rim * away * away * (0.35 + 0.65 * dark) * smoothstep(1.0, 1.5, it.fade);
    c += vec3(0.22, 0.11, 0.035) * shown * (0.4 + 0.6 * dark);
    return tone(c);
  }
`;

/** `colour` of cloth at a place; where it fades it is lost in the dark. */
export const CLOTH_COLOUR = /* glsl */ `
  uniform vec3 tint;
  uniform vec3 veil;
  uniform float weave;
  uniform float hem;
  vec3 colour(vec3 place, vec3 n, vec3 v, Surface it) {
    #if LIT_BY_VERTEX
      vec3 base = tint;
    #else
      vec3 base = tint * (0.88 + 0.12 * noise(place * weave) + 0.12 * noise(place * weave * 0.13));
      float below = hem - place.x;
      float band = smoothstep(0.026, 0.028, below) - smoothstep(0.046, 0.048, below)
        + smoothstep(0.053, 0.055, below) - smoothstep(0.060, 0.062, below);
      base *= 1.0 - 0.38 * band;
    #endif
    float dark = shade(place, n) * it.ao;
    vec3 lit = KEY_COLOUR * clamp((dot(n, normalize(KEY)) + 0.15) / 1.15, 0.0, 1.0);
    lit += FILL_COLOUR * clamp((dot(n, normalize(FILL)) + 0.4) / 1.4, 0.0, 1.0);
    vec3 c = base * (lit * dark + vec3(0.12, 0.085, 0.07) * mix(1.0, dark, 0.8));
    float away = 1.0 - max(dot(n, v), 0.0);
    c += tint * away * away * away * vec3(0.26, 0.17, 0.12) * dark;
    return mix(veil, tone(c), smoothstep(0.0, 1.0, it.fade));
  }
`;

/** What a surface carries at every vertex. */
const SURFACE = /* glsl */ `
  struct Surface { float ao; float fade; float hair; float lit; };
`;

export const vertex = (colour: string): string => /* glsl */ `
  attribute float ao;
  attribute float fade;
  attribute float hair;
  attribute float lit;
  varying float vFade;
  #if LIT_BY_VERTEX
    varying vec3 vColour;
    ${SURFACE}
    ${SHADE}
    ${LIGHTS}
    ${colour}
  #else
    varying vec3 vPlace;
    varying vec3 vNormal;
    varying vec3 vSurface;
  #endif
  #include <common>
  #include <skinning_pars_vertex>
  void main() {
    #include <beginnormal_vertex>
    #include <begin_vertex>
    #include <skinbase_vertex>
    #include <skinnormal_vertex>
    #include <skinning_vertex>
    vec4 world = modelMatrix * vec4(transformed, 1.0);
    vec3 normal = normalize(mat3(modelMatrix) * objectNormal);
    vFade = fade;
    #if LIT_BY_VERTEX
      vColour = colour(world.xyz, normal, normalize(cameraPosition - world.xyz), Surface(ao, fade, hair, lit));
    #else
      vPlace = world.xyz;
      vNormal = normal;
      vSurface = vec3(ao, hair, lit);
    #endif
    gl_Position = projectionMatrix * viewMatrix * world;
  }
`;

export const fragment = (colour: string): string => /* glsl */ `
  uniform float reveal;
  varying float vFade;
  #if LIT_BY_VERTEX
    varying vec3 vColour;
  #else
    varying vec3 vPlace;
    varying vec3 vNormal;
    varying vec3 vSurface;
    ${SURFACE}
    ${SHADE}
    ${LIGHTS}
    ${NOISE}
    ${colour}
  #endif
  void main() {
    // A forearm that works is seen whole but for its end, where no arm goes on; an elbow that works is seen itself.
    float seen = max(vFade, min(reveal, 1.0) * max(smoothstep(-0.4, 0.5, vFade), reveal - 1.0));
    #if SHEER
      if (seen < 0.01) discard;
    #endif
    #if LIT_BY_VERTEX
      vec3 c = vColour;
    #else
      vec3 c = colour(vPlace, normalize(vNormal), normalize(cameraPosition - vPlace), Surface(vSurface.x, vFade, vSurface.y, vSurface.z));
    #endif
    gl_FragColor = vec4(c, SHEER > 0 ? smoothstep(0.0, 1.0, seen) : 1.0);
  }
`;
