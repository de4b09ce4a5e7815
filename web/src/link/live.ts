/** The live line to the server: what other pages say, and what the receiver asks. */
import { type Command, COMMANDS } from "../session";

/** Who obeys: other pages' commands, and what the receiver asks, with whether that can be done. */
export interface Ear {
  command(command: Command): void;
  asked(command: Command): boolean;
}

/** A broken line is taken up again after so many milliseconds. */
const AGAIN = 2000;

/**
 * Hear commands from other pages and from remotes until told not to.
 * @returns Ends the line; one that is still being made is let come first, as a browser warns of a line cut before.
 */
export function hear(ear: Ear): () => void {
  let line: WebSocket;
  let over = false;
  const end = () => void (line.readyState === WebSocket.OPEN && line.close());
  const open = () => {
    if (over) return;
    line = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/live`);
    line.onopen = () => void (over && end());
    line.onmessage = ({ data }) => void (over || obey(ear, line, JSON.parse(String(data))));
    line.onclose = () => void (over || setTimeout(open, AGAIN));
  };
  open();
  return () => {
    over = true;
    end();
  };
}

function obey(ear: Ear, line: WebSocket, { command, from }: { command: Command; from?: string }): void {
  if (!COMMANDS.includes(command)) return;
  if (from !== "receiver") return ear.command(command);
  line.send(JSON.stringify({ heard: command, done: ear.asked(command) }));
}
