/** Something to draw on, and who draws: a graphics chip, or the processor in its place. */

export interface Surface {
  context: WebGL2RenderingContext;
  /** A processor draws: every pixel counts. */
  slow: boolean;
}

/**
 * Making a context takes a processor long, so that it makes one only, without smooth edges; a chip
 * makes another with them.
 *
 * @param fine Smooth edges, whoever draws.
 * @throws If nothing is drawn in 3D here.
 */
export function surface(fine: boolean): Surface {
  const context = open(fine);
  if (fine) return { context, slow: false };
  if (software(context)) return { context, slow: true };
  context.getExtension("WEBGL_lose_context")?.loseContext();
  return { context: open(true), slow: false };
}

function open(antialias: boolean): WebGL2RenderingContext {
  const canvas = document.createElement("canvas");
  canvas.setAttribute("aria-hidden", "true");
  const context = canvas.getContext("webgl2", { antialias, alpha: false, stencil: false, powerPreference: "low-power" });
  if (!context) throw new Error("no WebGL 2");
  return context;
}

function software(context: WebGL2RenderingContext): boolean {
  const facts = context.getExtension("WEBGL_debug_renderer_info");
  const name = String(context.getParameter(facts ? facts.UNMASKED_RENDERER_WEBGL : context.RENDERER));
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(name);
}
