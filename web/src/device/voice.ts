/** The voice: follows the clock, never leads it; silent where a browser has none. */

export class Voice {
  on = true;
  private readonly engine = "speechSynthesis" in window ? window.speechSynthesis : null;

  get present(): boolean {
    return this.engine !== null;
  }

  /** Some phones speak only after a first word inside a tap. */
  wake(): void {
    if (this.engine && this.on) this.engine.speak(new SpeechSynthesisUtterance(""));
  }

  say(text: string, language: string): void {
    if (!this.engine || !this.on || !text) return;
    this.engine.cancel();
    const words = new SpeechSynthesisUtterance(text);
    words.lang = language;
    words.rate = 0.92;
    words.pitch = 0.95;
    this.engine.speak(words);
  }

  hush(): void {
    this.engine?.cancel();
  }
}
